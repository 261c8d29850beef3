"""She wrote about every eleven days; nothing for 40 days although we asked twice."""

from kith.demo.firm import FEMKE
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "nordlys-dairy.example"
_CONTACT = person(_ACCOUNT, "Kjærsgaard")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(40)
    return stage.told("maintenance_lead_went_quiet", "en", they=_CONTACT, we=FEMKE, first=first)


STORY = Story(
    name="maintenance_lead_went_quiet",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=FEMKE,
    finds=FindingKind.GONE_QUIET,
    earliest=42,
    leaves=47,
    tell=_tell,
)
