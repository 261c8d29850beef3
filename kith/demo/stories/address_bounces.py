"""The quarry's engineer is silent, and his address has come back twice: he has left."""

from kith.demo.firm import GWEN
from kith.demo.letter import Letter
from kith.demo.stories.returned import returned
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "ashcombe-quarries.example"
_CONTACT = person(_ACCOUNT, "Penrose")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for ago in (26, 12):
        first = stage.days_ago(ago)
        sent = stage.told("address_bounces", "en", they=_CONTACT, we=GWEN, first=first)
        letters += [*sent, returned(sent[-1], _CONTACT)]
    return letters


STORY = Story(
    name="address_bounces",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=GWEN,
    finds="contact_gone",
    also=frozenset({"gone_quiet"}),
    earliest=30,
    leaves=34,
    tell=_tell,
)
