"""We know the engineer well. Everybody there copies the plant manager in, to whom we never wrote.

He wrote to us once, and got no answer from us: it went to the engineer.
"""

from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, in_turn, person

_ACCOUNT = "faserwerk-teuchel.example"
_MANAGER = person(_ACCOUNT, "Sommerfeld")
_WRITERS = tuple(person(_ACCOUNT, name) for name in ("Reuter", "Kretschmar", "Hofmann", "Lindig"))


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for number, writer in enumerate(_WRITERS):
        for turn, day in enumerate(stage.every(58, since=1000, until=9 + 13 * number)):
            letters += stage.told(
                "no_say", "de", they=writer, we=in_turn(turn, MALIN), first=day, theirs=(_MANAGER,)
            )
    once = stage.days_ago(210)
    return [*letters, *stage.told("no_say.once", "de", they=_MANAGER, we=MALIN, first=once)]


STORY = Story(
    name="no_say",
    account=_ACCOUNT,
    contact=_MANAGER.address,
    rep=MALIN,
    finds="no_say",
    earliest=260,
    apart=tuple(one.address for one in _WRITERS),
    tell=_tell,
)
