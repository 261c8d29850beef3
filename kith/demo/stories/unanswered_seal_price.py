"""A good customer's engineer asked for a seal price twelve days ago: nobody answered."""

from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person
from kith.terms.finding import FindingKind

_ACCOUNT = "molkerei-wiesgrund.example"
_CONTACT = person(_ACCOUNT, "Drews")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.asked(12)
    return stage.told("unanswered_seal_price", "de", they=_CONTACT, we=JANA, first=first)


STORY = Story(
    name="unanswered_seal_price",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds=FindingKind.UNANSWERED,
    earliest=22,
    leaves=27,
    tell=_tell,
)
