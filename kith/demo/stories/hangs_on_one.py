"""A big account, lively both ways, with one man only; his colleagues just read along."""

from kith.demo.firm import TOBIAS
from kith.demo.stories.story import Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "anlagenbau-steinacher.example"
_CONTACT = person(_ACCOUNT, "Aigner")

STORY = Story(
    name="hangs_on_one",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=TOBIAS,
    finds=FindingKind.HANGS_ON_ONE,
    earliest=1080,
)
