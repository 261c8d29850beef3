"""Who knows whom: their people left, ours right, a line each way, thicker where more passed."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table

ROW = 34.0
TOP = 14.0
LEFT, RIGHT = 0.36, 0.64  # where the lines begin and end
THICK = 7.0  # pixels of the strongest side
APART = 1.2  # pixels between the two directions of one tie


@dataclass(frozen=True, slots=True)
class End:
    """A person in the picture. `note`: a word under the name ('' for none)."""

    id: int
    name: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """How much passed between one of theirs and one of ours, each way (any unit, from 0)."""

    their_id: int
    our_id: int
    theirs: float
    ours: float


def tie_map(
    theirs: Sequence[End],
    ours: Sequence[End],
    ties: Sequence[Tie],
    *,
    says: str,
    head: tuple[str, str, str, str],
) -> Figure:
    """People in the order given, top down. A tie of which an end is not shown is left out.

    `head` names the table's columns: their person, our person, from them, from us.
    """
    rows = max(len(theirs), len(ours), 1)
    height = TOP + rows * ROW
    left, right = _places(theirs, height), _places(ours, height)
    shown = [tie for tie in ties if tie.their_id in left and tie.our_id in right]
    most = max((max(tie.theirs, tie.ours) for tie in shown), default=0.0) or 1.0
    drawing = Drawing("ties", height, says=says, linked=True)
    # The weakest first, so that the strongest lie on top.
    for tie in sorted(shown, key=lambda tie: tie.theirs + tie.ours):
        _draw(drawing, tie, left[tie.their_id], right[tie.our_id], most, head)
    for end in theirs:
        _person(drawing, end, LEFT - 0.02, left[end.id], "end", "theirs")
    for end in ours:
        _person(drawing, end, RIGHT + 0.02, right[end.id], "start", "ours")
    names = {end.id: end.name for end in theirs}, {end.id: end.name for end in ours}
    table = tuple(
        (names[0][tie.their_id], names[1][tie.our_id], f"{tie.theirs:g}", f"{tie.ours:g}")
        for tie in shown
    )
    return Figure(drawing.svg(), Table(head, table))


def _places(ends: Sequence[End], height: float) -> dict[int, float]:
    """Each person's height; the shorter side is spread over the longer one's."""
    step = (height - TOP) / max(len(ends), 1)
    return {end.id: TOP + step * (place + 0.5) for place, end in enumerate(ends)}


def _draw(
    drawing: Drawing, tie: Tie, y1: float, y2: float, most: float, head: tuple[str, str, str, str]
) -> None:
    """Two lines side by side; one of nothing is thin and broken: nobody spoke in that way."""
    for style, much, side, name in (
        ("theirs", tie.theirs, -1, head[2]),
        ("ours", tie.ours, 1, head[3]),
    ):
        width = max(THICK * much / most, 0.75)
        away = side * (width / 2 + APART / 2)
        style = style if much else f"{style} none"
        line = drawing.line(style, (LEFT, y1 + away), (RIGHT, y2 + away), width)
        titled(line, f"{name}: {much:g}")


def _person(drawing: Drawing, end: End, x: float, y: float, anchor: str, side: str) -> None:
    target = drawing.link(end.href) if end.href else drawing
    name = target.words(
        f"name {side}-name", x, y + (0 if end.note else 4.5), short(end.name), anchor=anchor
    )
    titled(name, end.name)
    if end.note:
        target.words("note", x, y + 14, short(end.note), anchor=anchor)


def short(text: str, most: int = 24) -> str:
    """As much of a name as a phone has room for; the whole is in its title and the table."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
