"""A supplier wrote every few weeks and has been silent for four months: nothing for a seller."""

from kith.demo.firm import JANA
from kith.demo.stories.story import Story, person

_ACCOUNT = "ringwerk-dichtungen.example"
_CONTACT = person(_ACCOUNT, "Stein")


STORY = Story(
    name="supplier_goes_quiet",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds=None,
    leaves=120,
)
