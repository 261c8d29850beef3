"""She wrote about every nine days for a year and a half; then nothing for 41 days.

Her representative wrote three times since; the service contract ends in some weeks.
"""

from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "papier-hollerbach.example"
_CONTACT = person(_ACCOUNT, "Siemsen")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(41)
    return stage.told("plant_manager_went_quiet", "de", they=_CONTACT, we=JANA, first=first)


STORY = Story(
    name="plant_manager_went_quiet",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds=FindingKind.GONE_QUIET,
    earliest=42,
    leaves=47,
    tell=_tell,
)
