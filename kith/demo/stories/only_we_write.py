"""We write to the cider press every six weeks; nobody ever answered. Seen, not found."""

from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "kelterei-obernau.example"
_CONTACT = person(_ACCOUNT, "Noll")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for ago in range(18, 480, 43):
        first = stage.days_ago(ago)
        letters += stage.told("only_we_write", "de", they=_CONTACT, we=JANA, first=first)
    return letters


STORY = Story(
    name="only_we_write",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds=None,
    tell=_tell,
)
