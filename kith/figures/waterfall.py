"""What is left of a price on its way down: levels, and what takes the one to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kith.figures.bridge import Part
from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table
from kith.figures.scale import Scale

ROW = 38.0
BAR = 13.0
LABEL = 14.0  # pixels for the words above a bar
STUB = 8.0  # of a joint, that it may cross no word


@dataclass(frozen=True, slots=True)
class Level:
    """A sum on the way down, and the parts that lead to it from the level above.

    `before`: the same sum a year earlier, drawn as a mark; None: nobody knows.
    `style`: sum, or kept for what stays with us; `falling`: given for what is granted, or cost.
    """

    name: str
    amount: int
    falls: Sequence[Part] = ()
    before: int | None = None
    style: str = "sum"
    falling: str = "given"
    href: str = ""


@dataclass(frozen=True, slots=True)
class WaterfallWords:
    """`written` writes an amount, `share` what it is of the first level, `before` names the mark;
    `head` names the table's columns: what, amount, share of the first, a year before."""

    written: Callable[[int], str]
    share: Callable[[float], str]
    before: str
    head: tuple[str, str, str, str]


def waterfall(levels: Sequence[Level], *, words: WaterfallWords, says: str) -> Figure:
    """Rows top down: each level, and before it the parts that lead there.

    Raises ValueError where the parts of a level do not lead to it, to the last ten-thousandth.
    """
    _checked(levels)
    scale = _scale(levels)
    rows = sum(1 + len(level.falls) for level in levels)
    drawing = Drawing("waterfall", ROW * rows, says=says, linked=True)
    painter = _Painter(drawing, scale, words, levels[0].amount if levels else 0)
    reached = 0
    for level in levels:
        for part in level.falls:
            style = level.falling if part.amount <= 0 else "more"
            painter.fall(part, (reached, reached + part.amount), style)
            reached += part.amount
        painter.level(Part(level.name, level.amount, level.href), level.style)
        if level.before is not None:
            painter.mark(level.before)
        reached = level.amount
    return Figure(drawing.svg(), Table(words.head, tuple(painter.told(levels))))


class _Painter:
    """Draws one row below the other."""

    def __init__(self, drawing: Drawing, scale: Scale, words: WaterfallWords, whole: int) -> None:
        self.drawing, self.scale, self.words, self.whole = drawing, scale, words, whole
        self.top = -ROW

    def fall(self, part: Part, span: tuple[int, int], style: str) -> None:
        """A part over `span`, joined to the bar above."""
        self.top += ROW
        x = self.scale.place(span[0])
        foot = self.top + LABEL + 4 + BAR - ROW  # of the bar above; below it stand the words
        self.drawing.line("joint", (x, foot), (x, foot + STUB))
        self._row(part, span, style, "fall")

    def level(self, part: Part, style: str) -> None:
        """A sum, from nothing on."""
        self.top += ROW
        self._row(part, (0, part.amount), style, "level")

    def _row(self, part: Part, span: tuple[int, int], style: str, weight: str) -> None:
        """The words, and below them the bar."""
        target = self.drawing.link(part.href) if part.href else self.drawing
        if part.href:
            target.box("hit", 0, self.top, 1, ROW)
        target.words(f"name {weight}", 0, self.top + LABEL - 2, part.name)
        said = self._said(part.amount)
        target.words(f"amount {weight}", 1, self.top + LABEL - 2, said, anchor="end")
        zero, top = self.scale.place(0), self.top + LABEL + 1
        self.drawing.line("axis", (zero, top), (zero, top + BAR + 6))
        low, high = sorted(self.scale.place(end) for end in span)
        bar = target.box(style, low, self.top + LABEL + 4, high - low, BAR)
        titled(bar, f"{part.name}: {said}")

    def mark(self, before: int) -> None:
        """Where the level above stood a year before."""
        x, top = self.scale.place(before), self.top + LABEL + 1
        line = self.drawing.line("usual", (x, top), (x, top + BAR + 6), 2)
        titled(line, f"{self.words.before}: {self.words.written(before)}")

    def told(self, levels: Sequence[Level]) -> list[tuple[str, ...]]:
        """The table's rows, in the order of the picture."""
        rows: list[tuple[str, ...]] = []
        for level in levels:
            rows += [self._cells(part.name, part.amount, None) for part in level.falls]
            rows.append(self._cells(level.name, level.amount, level.before))
        return rows

    def _cells(self, name: str, amount: int, before: int | None) -> tuple[str, ...]:
        earlier = "" if before is None else self.words.written(before)
        return (name, self.words.written(amount), self._share(amount), earlier)

    def _said(self, amount: int) -> str:
        share = self._share(amount) if amount != self.whole else ""
        return f"{self.words.written(amount)} · {share}" if share else self.words.written(amount)

    def _share(self, amount: int) -> str:
        return self.words.share(amount / self.whole) if self.whole > 0 else ""


def _checked(levels: Sequence[Level]) -> None:
    reached: int | None = None
    for level in levels:
        if level.falls and reached is None:
            raise ValueError("nothing leads to the first level")
        led = (reached or 0) + sum(part.amount for part in level.falls)
        if reached is not None and led != level.amount:
            raise ValueError(f"the parts lead to {led}, not to {level.name}'s {level.amount}")
        reached = level.amount


def _scale(levels: Sequence[Level]) -> Scale:
    """Over every height that is passed, and over nothing."""
    passed = [0]
    for level in levels:
        reached = passed[-1]
        for part in level.falls:
            reached += part.amount
            passed.append(reached)
        passed += [level.amount, *([] if level.before is None else [level.before])]
        passed.append(level.amount)
    return Scale(min(passed), max(passed))
