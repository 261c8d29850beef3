"""All mail with the shipyard is with its owner; purchasing and workshop only read along."""

from kith.demo.firm import FEMKE
from kith.demo.stories.story import Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "scheepswerf-dewaal.example"
_CONTACT = person(_ACCOUNT, "de Waal")

STORY = Story(
    name="one_voice_at_the_shipyard",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=FEMKE,
    finds=FindingKind.HANGS_ON_ONE,
    earliest=1080,
)
