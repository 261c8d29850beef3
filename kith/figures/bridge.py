"""From one sum to another by its parts: bars that begin where the one before ended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table
from kith.figures.scale import Scale

ROW = 40.0
BAR = 14.0
LABEL = 14.0  # pixels for the words above a bar


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

    Raises ValueError where the parts do not lead from the first sum to the last, to the cent: a
    bridge that does not add up is no bridge.
    """
    total = start.amount + sum(part.amount for part in parts)
    if total != end.amount:
        raise ValueError(f"the parts lead to {total}, not to {end.amount}")
    scale = _scale(start.amount, parts)
    drawing = Drawing("bridge", ROW * (len(parts) + 2), says=says, linked=True)
    zero = scale.place(0)
    drawing.line("axis", (zero, 0), (zero, ROW * (len(parts) + 2)))
    _row(drawing, 0, start, (0, start.amount), "sum", scale, written)
    level = start.amount
    for place, part in enumerate(parts, 1):
        reached = level + part.amount
        style = "less" if part.amount < 0 else "more"
        _joint(drawing, place, scale.place(level))
        _row(drawing, place, part, (level, reached), style, scale, written)
        level = reached
    _joint(drawing, len(parts) + 1, scale.place(level))
    _row(drawing, len(parts) + 1, end, (0, end.amount), "sum", scale, written)
    rows = tuple((part.name, written(part.amount)) for part in (start, *parts, end))
    return Figure(drawing.svg(), Table(head, rows))


def _scale(start: int, parts: Sequence[Part]) -> Scale:
    levels = [0, start]
    for part in parts:
        levels.append(levels[-1] + part.amount)
    return Scale(min(levels), max(levels), 0.0, 1.0)


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
