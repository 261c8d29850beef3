"""A designer asked for a drawing eight days ago: nobody answered."""

from kith.demo.firm import TOBIAS
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "pharma-kranzberg.example"
_CONTACT = person(_ACCOUNT, "Kuhnle")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.asked(8)
    return stage.told("drawing_forgotten", "de", they=_CONTACT, we=TOBIAS, first=first)


STORY = Story(
    name="drawing_forgotten",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=TOBIAS,
    finds=FindingKind.UNANSWERED,
    earliest=22,
    leaves=27,
    tell=_tell,
)
