"""Two measures of one account as a point: four fields, each with its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.figures.drawing import Drawing, titled
from kith.figures.figure import Figure, Table
from kith.figures.scale import Scale

HEIGHT = 380.0
TOP, FOOT = 10.0, 34.0  # of the field's edges
INNER = 26.0  # between them and the points: room for the fields' names
SIDE = 0.03


@dataclass(frozen=True, slots=True)
class Point:
    """`x`, `y`: its two values; `told`: both of them written; `alarm`: drawn as one to look at."""

    name: str
    x: float
    y: float
    href: str
    told: tuple[str, str]
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class QuadrantWords:
    """`fields` are named clockwise from the upper left; `across` and `up` name the axes."""

    across: str
    up: str
    fields: tuple[str, str, str, str]
    name: str


def quadrant(
    points: Sequence[Point], *, middle: tuple[float, float], words: QuadrantWords, says: str,
    named: int = 8,
) -> Figure:  # fmt: skip
    """Points around `middle`, where the two lines cross. The alarms and the points farthest from
    the middle bear their names, at most `named` of them, the others while they are pointed at or
    reached by keyboard; all have titles and links."""
    xs = _scale([point.x for point in points], middle[0], SIDE, 1 - SIDE)
    ys = _scale([point.y for point in points], middle[1], HEIGHT - FOOT - INNER, TOP + INNER)
    drawing = Drawing("quadrant", HEIGHT, says=says, linked=True)
    _fields(drawing, words)
    labels = _labelled(points, xs, ys, named)
    for place, point in enumerate(points):
        x, y = xs.place(point.x), ys.place(point.y)
        inner = drawing.link(point.href)
        dot = inner.dot("point alarm" if point.alarm else "point", x, y, 5)
        titled(dot, f"{point.name}: {words.across} {point.told[0]}, {words.up} {point.told[1]}")
        right = x < 0.7
        inner.words(
            "point-name" if place in labels else "point-name on-focus", x, y + 4, point.name,
            anchor="start" if right else "end", dx=9 if right else -9,
        )  # fmt: skip
    rows = tuple((point.name, *point.told) for point in points)
    return Figure(drawing.svg(), Table((words.name, words.across, words.up), rows))


def _scale(values: Sequence[float], middle: float, start: float, end: float) -> Scale:
    """A scale with `middle` in its middle that holds every value."""
    far = max((abs(value - middle) for value in values), default=0.0) or 1.0
    return Scale(middle - far, middle + far, start, end)


def _fields(drawing: Drawing, words: QuadrantWords) -> None:
    centre = (TOP + HEIGHT - FOOT) / 2
    drawing.line("axis", (0.5, TOP), (0.5, HEIGHT - FOOT))
    drawing.line("axis", (0, centre), (1, centre))
    upper, lower = TOP + 12, HEIGHT - FOOT - 6
    places = (
        (0.0, upper, "start"),
        (1.0, upper, "end"),
        (1.0, lower, "end"),
        (0.0, lower, "start"),
    )
    for (x, y, anchor), name in zip(places, words.fields, strict=True):
        drawing.words("field", x, y, name, anchor=anchor)
    drawing.words("mark", 1.0, HEIGHT - 8, f"{words.across} →", anchor="end")
    drawing.words("mark", 0.0, HEIGHT - 8, f"↑ {words.up}", anchor="start")


def _labelled(points: Sequence[Point], xs: Scale, ys: Scale, most: int) -> set[int]:
    """Which points bear their name: alarms first, then the farthest, none on top of another."""

    def far(place: int) -> tuple[bool, float]:
        point = points[place]
        away = abs(xs.place(point.x) - 0.5) + abs(ys.place(point.y) / HEIGHT - 0.5)
        return point.alarm, away

    chosen: list[int] = []
    for place in sorted(range(len(points)), key=far, reverse=True):
        height = ys.place(points[place].y)
        if len(chosen) < most and all(abs(height - ys.place(points[c].y)) > 13 for c in chosen):
            chosen.append(place)
    return set(chosen)
