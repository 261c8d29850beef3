"""The bakeries answered within days for years. For seven weeks nobody has: not to four mails.

Both people are silent, so this is the account's silence and not one person's.
"""

from kith.demo.firm import FEMKE
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "bakkerij-deklerk.example"
_CONTACT = person(_ACCOUNT, "de Klerk")
_OTHER = person(_ACCOUNT, "Prins")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(52)
    letters = stage.told("they_stopped", "en", they=_CONTACT, we=FEMKE, first=first)
    for ago in (40, 12):
        first = stage.days_ago(ago)
        letters += stage.told("they_stopped.again", "en", they=_OTHER, we=FEMKE, first=first)
    return letters


STORY = Story(
    name="they_stopped",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    others=(_OTHER.address,),
    rep=FEMKE,
    finds="they_stopped",
    also=frozenset({"gone_quiet"}),
    earliest=44,
    leaves=56,
    tell=_tell,
)
