"""From one sum to another by its parts: bars that begin where the one before ended."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table
from kith.figures.scale import Scale

ROW = 40.0
BAR = 14.0
LABEL = 14.0  # pixels for the words above a bar
TOWERS = 0.6  # of the highest level: if no level is lower, the axis is cut
FOOT = 0.5  # of what lies between the levels: what is left of the sums below them


@dataclass(frozen=True, slots=True)
class Part:
    """One cause and what it added or took, in the smallest unit (cents), so that sums are exact."""

    name: str
    amount: int
    href: str = ""


def bridge(
    start: Part, parts: Sequence[Part], end: Part, *, written: Callable[[int], str], says: str,
    head: tuple[str, str],
) -> Figure:  # fmt: skip
    """Rows top down: the first sum, each part, the last sum. `written` writes an amount.

    Where the sums tower over what lies between them, the axis is cut, and both sums show the cut.

    Raises ValueError where the parts do not lead from the first sum to the last, to the cent: a
    bridge that does not add up is no bridge.
    """
    total = start.amount + sum(part.amount for part in parts)
    if total != end.amount:
        raise ValueError(f"the parts lead to {total}, not to {end.amount}")
    scale, cut = _scale(start.amount, parts)
    drawing = Drawing("bridge", ROW * (len(parts) + 2), says=says, linked=True)
    base = math.ceil(scale.low) if cut else 0
    if not cut:
        zero = scale.place(0)
        drawing.line("axis", (zero, 0), (zero, ROW * (len(parts) + 2)))
    _row(drawing, 0, start, (base, start.amount), "sum", scale, written)
    level = start.amount
    for place, part in enumerate(parts, 1):
        reached = level + part.amount
        style = "less" if part.amount < 0 else "more"
        _joint(drawing, place, scale.place(level))
        _row(drawing, place, part, (level, reached), style, scale, written)
        level = reached
    _joint(drawing, len(parts) + 1, scale.place(level))
    _row(drawing, len(parts) + 1, end, (base, end.amount), "sum", scale, written)
    if cut:
        _cut(drawing, 0)
        _cut(drawing, len(parts) + 1)
    rows = tuple((part.name, written(part.amount)) for part in (start, *parts, end))
    return Figure(drawing.svg(), Table(head, rows))


def _scale(start: int, parts: Sequence[Part]) -> tuple[Scale, bool]:
    """The scale over all levels, and whether it begins above nothing."""
    levels = [start]
    for part in parts:
        levels.append(levels[-1] + part.amount)
    low, high = min(levels), max(levels)
    if parts and low > TOWERS * high:
        return Scale(low - FOOT * (high - low or 1), high), True
    return Scale(min(low, 0), max(high, 0)), False


def _cut(drawing: Drawing, place: int) -> None:
    """Two strokes through a sum's bar: it is longer than it is drawn."""
    top = place * ROW + LABEL + 2
    for x in (0.05, 0.065):
        drawing.line("cut", (x, top + BAR + 4), (x + 0.01, top), 3)


def _row(
    drawing: Drawing, place: int, part: Part, span: tuple[int, int], style: str, scale: Scale,
    written: Callable[[int], str],
) -> None:  # fmt: skip
    top = place * ROW
    target = drawing.link(part.href) if part.href else drawing
    target.words("name", 0, top + LABEL - 2, part.name)
    signed = (
        written(part.amount) if style == "sum" or part.amount <= 0 else f"+{written(part.amount)}"
    )
    target.words("amount", 1, top + LABEL - 2, signed, anchor="end")
    low, high = sorted((scale.place(span[0]), scale.place(span[1])))
    bar = target.box(style, low, top + LABEL + 4, high - low, BAR)
    titled(bar, f"{part.name}: {signed}")


def _joint(drawing: Drawing, place: int, x: float) -> None:
    """From the end of one bar down to the next."""
    top = place * ROW
    drawing.line("joint", (x, top + LABEL + 4 + BAR - ROW), (x, top + LABEL + 4))
