"""The cider press answered once, two years ago; we have written every four weeks since."""

from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "kelterei-obernau.example"
_CONTACT = person(_ACCOUNT, "Noll")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(700)
    letters = stage.told("only_we_write.fair", "de", they=_CONTACT, we=JANA, first=first)
    for day in stage.every(27, since=660, until=18):
        letters += stage.told("only_we_write", "de", they=_CONTACT, we=JANA, first=day)
    return letters


STORY = Story(
    name="only_we_write",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds="one_sided",
    earliest=345,
    tell=_tell,
)
