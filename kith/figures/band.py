"""A person's own rhythm with today marked: is this silence longer than theirs ever were?"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table
from kith.figures.scale import Scale, marks

HEIGHT = 62.0
TOP, BAR = 20.0, 16.0
ROOM = 1.08  # the axis ends a little beyond what it shows


@dataclass(frozen=True, slots=True)
class BandWords:
    """What the picture says, in the reader's language. `days` is a pattern with {n};
    `head` names the table's two columns."""

    today: str
    usual: str
    gap: str
    days: str
    head: tuple[str, str]


def band(gaps: Sequence[int], elapsed: int, *, words: BandWords, says: str) -> Figure:
    """The last gaps as marks within a band from the shortest to the longest, and today's silence.

    `gaps`: days between contacts, oldest first. `elapsed`: days since the last one. Today is drawn
    as an alarm where it lies beyond the band. Raises ValueError without gaps: there is no rhythm.
    """
    if not gaps:
        raise ValueError("a rhythm needs gaps")
    shortest, longest, middle = min(gaps), max(gaps), median(gaps)
    end = max(longest, elapsed, 1) * ROOM
    scale = Scale(0, end, 0.0, 1.0)
    drawing = Drawing("band", HEIGHT, says=says)
    _axis(drawing, scale, words)
    place = scale.place
    drawing.box("band", place(shortest), TOP, place(longest) - place(shortest), BAR)
    for gap in gaps:
        mark = drawing.line("gap", (place(gap), TOP + 3), (place(gap), TOP + BAR - 3), 2)
        titled(mark, _days(words, gap))
    usual = drawing.line("usual", (place(middle), TOP - 2), (place(middle), TOP + BAR + 2), 2)
    titled(usual, f"{words.usual}: {_days(words, middle)}")
    style = "alarm" if elapsed > longest else "now"
    drawing.line(style, (place(elapsed), TOP - 6), (place(elapsed), TOP + BAR + 6), 2.5)
    _say(drawing, f"today {style}", place(elapsed), f"{words.today}: {_days(words, elapsed)}")
    rows = (
        *((f"{words.gap} {n}", _days(words, gap)) for n, gap in enumerate(gaps, 1)),
        (words.usual, _days(words, middle)),
        (words.today, _days(words, elapsed)),
    )
    return Figure(drawing.svg(), Table(words.head, rows))


def _say(drawing: Drawing, style: str, x: float, text: str) -> None:
    """A label above the band that stays inside the picture."""
    anchor = "start" if x < 0.2 else "end" if x > 0.8 else "middle"
    drawing.words(style, x, TOP - 8, text, anchor=anchor)


def _axis(drawing: Drawing, scale: Scale, words: BandWords) -> None:
    drawing.line("axis", (0, TOP + BAR + 6), (1, TOP + BAR + 6))
    for day in marks(0, scale.high, most=4):
        x = scale.place(day)
        anchor = "start" if x < 0.02 else "middle"
        drawing.words(
            "mark", x, HEIGHT - 4, _days(words, day) if not day else f"{day:g}", anchor=anchor
        )


def _days(words: BandWords, n: float) -> str:
    return words.days.format(n=f"{n:g}")
