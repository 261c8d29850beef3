"""We know the engineer well. Everybody there copies the plant manager in, whom we never met."""

from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "faserwerk-teuchel.example"
_CONTACT = person(_ACCOUNT, "Grahl")
_MANAGER = person(_ACCOUNT, "Sommerfeld")
_WRITERS = tuple(person(_ACCOUNT, name) for name in ("Reuter", "Kretschmar", "Hofmann"))


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for number, writer in enumerate(_WRITERS):
        for first in stage.every(58, since=1000, until=9 + 17 * number):
            letters += stage.told(
                "no_say", "de", they=writer, we=MALIN, first=first, theirs=(_MANAGER,)
            )
    return letters


STORY = Story(
    name="no_say",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=MALIN,
    finds="no_say",
    earliest=1000,
    apart=(_MANAGER.address, *(one.address for one in _WRITERS)),
    tell=_tell,
)
