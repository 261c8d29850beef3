"""We write to the cider press every four weeks; nobody there ever began or answered."""

from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "kelterei-obernau.example"
_CONTACT = person(_ACCOUNT, "Noll")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for first in stage.every(27, since=900, until=18):
        letters += stage.told("only_we_write", "de", they=_CONTACT, we=JANA, first=first)
    return letters


STORY = Story(
    name="only_we_write",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds="one_sided",
    earliest=700,
    tell=_tell,
)
