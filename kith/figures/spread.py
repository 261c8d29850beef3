"""Where each of ours lies within what others have: a band, its middle, and a dot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table
from kith.figures.scale import Scale, marks

ROW = 36.0
LABEL = 14.0  # pixels for the words above a band
BAR = 10.0
FOOT = 22.0
LONGEST = 34  # signs of a name beside its figure, on the narrowest screen
ROOM = 0.04  # of the span beyond its ends


@dataclass(frozen=True, slots=True)
class Spread:
    """`value` against the others' `low` to `high`, all on one scale where `middle` is as they.

    `told`: the cells of its table row behind the name; `says`: written at its right.
    """

    name: str
    value: float
    low: float
    high: float
    says: str
    told: tuple[str, ...]
    href: str = ""

    @property
    def style(self) -> str:
        """Below the band, above it, or within."""
        return "below" if self.value < self.low else "above" if self.value > self.high else "within"


def spread(
    rows: Sequence[Spread], *, middle: float, axis: Callable[[float], str], says: str,
    head: tuple[str, ...],
) -> Figure:  # fmt: skip
    """One row each, all on one scale. `axis` writes a mark of it; `head` names the table's columns.

    Raises ValueError without rows: there is no scale.
    """
    if not rows:
        raise ValueError("a spread needs rows")
    ends = [end for row in rows for end in (row.value, row.low, row.high, middle)]
    room = (max(ends) - min(ends) or 1.0) * ROOM
    scale = Scale(min(ends) - room, max(ends) + room)
    height = ROW * len(rows)
    drawing = Drawing("spread", height + FOOT, says=says, linked=any(row.href for row in rows))
    drawing.line("axis", (scale.place(middle), 0), (scale.place(middle), height + 4))
    for place, row in enumerate(rows):
        _row(drawing, scale, place * ROW, row)
    for value in marks(min(ends), max(ends), most=4):
        x = scale.place(value)
        anchor = "start" if x < 0.06 else "end" if x > 0.94 else "middle"
        drawing.words("mark", x, height + FOOT - 4, axis(value), anchor=anchor)
    return Figure(drawing.svg(), Table(head, tuple((row.name, *row.told) for row in rows)))


def _row(drawing: Drawing, scale: Scale, top: float, row: Spread) -> None:
    target = drawing.link(row.href) if row.href else drawing
    if row.href:
        target.box("hit", 0, top, 1, ROW)
    target.words("name", 0, top + LABEL - 2, _fitting(row.name))
    target.words(f"amount {row.style}", 1, top + LABEL - 2, row.says, anchor="end")
    low, high = scale.place(row.low), scale.place(row.high)
    target.box("band", low, top + LABEL + 4, high - low, BAR)
    dot = target.dot(f"dot {row.style}", scale.place(row.value), top + LABEL + 4 + BAR / 2, 5)
    titled(dot, f"{row.name}: {row.says}")


def _fitting(name: str) -> str:
    """A name as it has room; the dot's title and the table hold all of it."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
