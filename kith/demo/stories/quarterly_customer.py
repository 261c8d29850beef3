"""The heating plant orders once a quarter, last eleven weeks ago: that is their rhythm."""

from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "fernwaerme-lausen.example"
_CONTACT = person(_ACCOUNT, "Ebert")
_GAPS = (91, 88, 94, 90, 92, 87, 93, 91, 89, 92)


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    ago = 77
    for gap in _GAPS:
        first = stage.days_ago(ago)
        letters += stage.told("quiet_but_regular", "de", they=_CONTACT, we=MALIN, first=first)
        ago += gap
    return letters


STORY = Story(
    name="quarterly_customer",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=MALIN,
    finds=None,
    leaves=10000,
    tell=_tell,
)
