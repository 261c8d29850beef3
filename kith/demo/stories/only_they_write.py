"""The glass works writes every fortnight; we answer when asked and never write of ourselves."""

from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "tafelglas-brinkow.example"
_CONTACT = person(_ACCOUNT, "Struve")
_OTHER = person(_ACCOUNT, "Kaltofen")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for contact, days, until in ((_CONTACT, 15, 6), (_OTHER, 40, 21)):
        for first in stage.every(days, since=1080, until=until):
            letters += stage.told("only_they_write", "de", they=contact, we=MALIN, first=first)
    return letters


STORY = Story(
    name="only_they_write",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=MALIN,
    finds="one_sided",
    earliest=1000,
    tell=_tell,
)
