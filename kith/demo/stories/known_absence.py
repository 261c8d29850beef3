"""He writes every twelve days. For five weeks nothing: his mail program says until when.

The day of return lies ahead, and meanwhile his firm's buyer hears from us: nothing is amiss.
"""

from kith.demo import calendar
from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "zellstoff-muldental.example"
_CONTACT = person(_ACCOUNT, "Nestler")
_BUYER = person(_ACCOUNT, "Pietsch")


def _tell(stage: Stage) -> list[Letter]:
    back = calendar.shift(stage.clock, 6)
    first = stage.days_ago(30)
    away = stage.told(
        "known_absence", "de", they=_CONTACT, we=MALIN, first=first, days={"back": back}
    )
    meanwhile = stage.told(
        "known_absence.meanwhile", "de", they=_BUYER, we=MALIN, first=stage.days_ago(16)
    )
    return [*away, *meanwhile]


STORY = Story(
    name="known_absence",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=MALIN,
    finds=None,
    leaves=36,
    tell=_tell,
)
