"""A supplier asks whether the next order comes this month: we owe suppliers no answer here."""

from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "motoren-kehlbach.example"
_CONTACT = person(_ACCOUNT, "Brandis")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(9)
    return stage.told("supplier_asks", "de", they=_CONTACT, we=MALIN, first=first)


STORY = Story(
    name="supplier_asks",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=MALIN,
    finds=None,
    leaves=20,
    tell=_tell,
)
