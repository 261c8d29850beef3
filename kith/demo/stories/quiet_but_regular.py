"""He writes every sixty days or so, last fifty days ago: that is his rhythm, so nothing."""

from kith.demo.firm import TOBIAS
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "fernwaerme-bergstadt.example"
_CONTACT = person(_ACCOUNT, "Thaler")
_GAPS = (62, 57, 64, 59, 61, 56, 63, 58, 60)


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    ago = 50
    for gap in _GAPS:
        first = stage.days_ago(ago)
        letters += stage.told("quiet_but_regular", "de", they=_CONTACT, we=TOBIAS, first=first)
        ago += gap
    return letters


STORY = Story(
    name="quiet_but_regular",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=TOBIAS,
    finds=None,
    leaves=10000,
    tell=_tell,
)
