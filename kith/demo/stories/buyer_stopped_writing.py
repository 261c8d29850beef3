"""The buyer wrote every other week; nothing for 47 days, two of our mails unanswered."""

from kith.demo.firm import TOBIAS
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "ziegelwerk-donau.example"
_CONTACT = person(_ACCOUNT, "Lechner")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(47)
    return stage.told("buyer_stopped_writing", "de", they=_CONTACT, we=TOBIAS, first=first)


STORY = Story(
    name="buyer_stopped_writing",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=TOBIAS,
    finds=FindingKind.GONE_QUIET,
    earliest=42,
    leaves=52,
    tell=_tell,
)
