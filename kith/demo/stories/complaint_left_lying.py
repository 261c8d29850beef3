"""A complaint, nine working days old: nobody answered."""

from kith.demo.firm import FEMKE
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "mercer-coatings.example"
_CONTACT = person(_ACCOUNT, "Tully")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.working_days_ago(9)
    return stage.told("complaint_left_lying", "en", they=_CONTACT, we=FEMKE, first=first)


STORY = Story(
    name="complaint_left_lying",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=FEMKE,
    finds=FindingKind.UNANSWERED,
    earliest=21,
    leaves=26,
    tell=_tell,
)
