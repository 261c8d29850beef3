"""A complaint, a fortnight old: nobody answered."""

from kith.demo.firm import GWEN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "mercer-coatings.example"
_CONTACT = person(_ACCOUNT, "Tully")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.asked(13)
    return stage.told("complaint_left_lying", "en", they=_CONTACT, we=GWEN, first=first)


STORY = Story(
    name="complaint_left_lying",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=GWEN,
    finds=FindingKind.UNANSWERED,
    also=frozenset({FindingKind.WE_STOPPED}),
    earliest=22,
    leaves=27,
    tell=_tell,
)
