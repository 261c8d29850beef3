"""Somebody at the bakeries wrote twice a month for years. For seven weeks nobody has.

Four people took turns there, so that no single one of them is missed; the account is. Four mails of
ours went out since.
"""

from kith.demo.firm import FEMKE
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, in_turn, person

_ACCOUNT = "bakkerij-deklerk.example"
_PEOPLE = tuple(person(_ACCOUNT, name) for name in ("de Klerk", "Prins", "Brandsma", "Terpstra"))
_CONTACT, _OTHER = _PEOPLE[:2]
_TURN = 4
"""Conversations in a row of one of them, before it is the next one's turn."""


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for number, day in enumerate(stage.every(15, since=1080, until=66)):
        they, we = _PEOPLE[number // _TURN % len(_PEOPLE)], in_turn(number, FEMKE)
        letters += stage.told("they_stopped.before", "en", they=they, we=we, first=day)
    first = stage.days_ago(52)
    letters += stage.told("they_stopped", "en", they=_CONTACT, we=FEMKE, first=first)
    for ago in (26, 12):
        first = stage.days_ago(ago)
        letters += stage.told("they_stopped.again", "en", they=_OTHER, we=FEMKE, first=first)
    return letters


STORY = Story(
    name="they_stopped",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    others=tuple(one.address for one in _PEOPLE[1:]),
    rep=FEMKE,
    finds="they_stopped",
    also=frozenset({"gone_quiet"}),
    earliest=42,
    tell=_tell,
)
