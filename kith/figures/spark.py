"""How much passed both ways, month by month: theirs above the line, ours below."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table

HALF = 14.0  # pixels of the fuller side
GAP = 0.25  # of a step's width between two bars


@dataclass(frozen=True, slots=True)
class Step:
    """One month (or week): its name, and how much came from each side."""

    name: str
    theirs: float
    ours: float


def spark(steps: Sequence[Step], *, says: str, head: tuple[str, str, str]) -> Figure:
    """Mirrored bars, one pair a step, oldest left; both sides on one scale.

    `head` names the table's columns: the step, theirs, ours.
    """
    drawing = Drawing("spark", 2 * HALF + 1, says=says)
    most = max((max(one.theirs, one.ours) for one in steps), default=0.0) or 1.0
    width = 1 / max(len(steps), 1)
    for place, one in enumerate(steps):
        left, wide = (place + GAP / 2) * width, width * (1 - GAP)
        up, down = HALF * one.theirs / most, HALF * one.ours / most
        if up:
            bar = drawing.box("theirs", left, HALF - up, wide, up)
            titled(bar, f"{one.name}: {head[1]} {one.theirs:g}")
        if down:
            bar = drawing.box("ours", left, HALF + 1, wide, down)
            titled(bar, f"{one.name}: {head[2]} {one.ours:g}")
    drawing.line("middle", (0, HALF + 0.5), (1, HALF + 0.5))
    rows = tuple((one.name, f"{one.theirs:g}", f"{one.ours:g}") for one in steps)
    return Figure(drawing.svg(), Table(head, rows))
