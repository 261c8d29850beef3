"""A sum by month, and the part of it that stays: upright bars, one within the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table
from kith.figures.scale import Scale, marks

HEIGHT = 150.0
FOOT = 20.0  # pixels for the years below
HEAD = 8.0
GAP = 0.22  # of a step's width between two bars
INSET = 0.28  # of a bar's width on either side of the inner one
TWO = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One month: its name, the sum and its part; `label`: written below it, '' for most."""

    name: str
    whole: int
    part: int
    label: str = ""


def columns(
    steps: Sequence[Column], *, written: Callable[[int], str], says: str,
    head: tuple[str, str, str],
) -> Figure:  # fmt: skip
    """Oldest left, on one scale that holds nothing too. `head` names the table's columns."""
    drawing = Drawing("columns", HEIGHT, says=says)
    values = [value for one in steps for value in (one.whole, one.part)]
    low, high = min([0, *values]), max([0, *values]) or 1
    scale = Scale(low, high, HEIGHT - FOOT, HEAD)
    for value in marks(low, high, most=TWO):
        drawing.line("rule", (0, scale.place(value)), (1, scale.place(value)))
    width = 1 / max(len(steps), 1)
    for place, one in enumerate(steps):
        left, wide = (place + GAP / 2) * width, width * (1 - GAP)
        said = f"{one.name}: {head[1]} {written(one.whole)}, {head[2]} {written(one.part)}"
        _bar(drawing, scale, "whole", left, wide, one.whole, said)
        _bar(drawing, scale, "part", left + wide * INSET, wide * (1 - 2 * INSET), one.part, said)
        if one.label:
            drawing.line("tick", (place * width, HEIGHT - FOOT), (place * width, HEIGHT - FOOT + 5))
            drawing.words("mark", place * width, HEIGHT - 4, one.label, dx=3)
    drawing.line("axis", (0, scale.place(0)), (1, scale.place(0)))
    for value in marks(low, high, most=TWO):
        if value:
            drawing.words("scale", 1, scale.place(value) - 3, written(round(value)), anchor="end")
    rows = tuple((one.name, written(one.whole), written(one.part)) for one in steps)
    return Figure(drawing.svg(), Table(head, rows))


def _bar(
    drawing: Drawing, scale: Scale, style: str, left: float, wide: float, value: int, said: str
) -> None:
    if not value:
        return
    top, foot = sorted((scale.place(value), scale.place(0)))
    titled(drawing.box(style, left, top, wide, foot - top), said)
