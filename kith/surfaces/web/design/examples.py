"""Every figure on numbers that somebody made up, small enough to be checked by eye."""

from typing import NamedTuple

from kith.figures.band import BandWords, band
from kith.figures.bridge import Part, bridge
from kith.figures.figure import Figure
from kith.figures.quadrant import Point, QuadrantWords, quadrant
from kith.figures.spark import Step, spark
from kith.figures.tie_map import End, Tie, tie_map

MONTHS = ("Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")


class Example(NamedTuple):
    """A figure with its name, and what it is for."""

    name: str
    what_for: str
    figure: Figure


def figures() -> list[Example]:
    """All of them, from the smallest to the largest."""
    return [
        Example("Spark", "How much passed both ways, month by month.", _spark()),
        Example("Band", "Is this silence longer than theirs ever were?", _band()),
        Example("Tie map", "Who knows whom, and does it go both ways?", _tie_map()),
        Example("Bridge", "Why are sales down? It adds up to the cent.", _bridge()),
        Example("Quadrant", "Asset or obstacle: who earns us what?", _quadrant()),
    ]


def _spark() -> Figure:
    theirs, ours = (6, 7, 5, 8, 6, 4, 3, 3, 1, 0, 0, 0), (4, 5, 5, 5, 4, 4, 3, 4, 3, 3, 2, 2)
    steps = [Step(*month) for month in zip(MONTHS, theirs, ours, strict=True)]
    return spark(steps, says="Mails of twelve months, both ways", head=("Month", "Theirs", "Ours"))


def _band() -> Figure:
    words = BandWords(
        today="Quiet today for", usual="Usually", gap="Gap", days="{n} days",
        head=("Between two mails", "Days"),
    )  # fmt: skip
    says = "The last ten gaps lay between 4 and 17 days; this one is 41 days long."
    return band([9, 8, 12, 4, 9, 17, 10, 7, 9, 11], 41, words=words, says=says)


def _tie_map() -> Figure:
    theirs = [
        End(1, "Mette Ravn", note="plant manager"), End(2, "Lars Brogaard"), End(3, "Ida Holm"),
    ]  # fmt: skip
    ours = [End(1, "Femke Dijkstra"), End(2, "Sören Pagel", note="service")]
    ties = [Tie(1, 1, 18, 14), Tie(2, 1, 6, 9), Tie(2, 2, 3, 3), Tie(3, 2, 0, 4)]
    head = ("At Nordlys", "Here", "From them", "From us")
    return tie_map(theirs, ours, ties, says="Three people there, two here", head=head)


def _bridge() -> Figure:
    parts = [
        Part("Lost customers", -184_200_00), Part("New customers", 61_500_00),
        Part("Volume", -92_750_00), Part("Price", 38_400_00), Part("Mix", -21_050_00),
        Part("Currency", -4_310_00),
    ]  # fmt: skip
    start, end = Part("Second quarter", 1_740_000_00), Part("Third quarter", 1_537_590_00)
    says = "From 1,740,000 to 1,537,590 euros by six causes"
    return bridge(start, parts, end, written=_euros, says=says, head=("Cause", "Euros"))


def _euros(cents: int) -> str:
    return f"{cents / 100:,.0f}".replace("-", "\N{MINUS SIGN}")


def _quadrant() -> Figure:
    words = QuadrantWords(
        across="Earns us", up="Close to us", name="Account",
        fields=("Close, and costs us", "Close, and pays", "Pays without closeness", "Neither"),
    )  # fmt: skip
    drawn = (
        ("Papier Hollerbach", -1.8, 8.1, True), ("Nordlys Mejeri", 3.2, 7.0, False),
        ("Mercer Coatings", 1.1, 5.2, False), ("Scheepswerf De Waal", 2.4, 2.2, False),
        ("Kalkwerk Ahlen", -0.4, 1.5, False), ("Brauerei Tann", 0.6, 3.4, False),
    )  # fmt: skip
    points = [
        Point(name, x, y, "#figures", (f"{x:+.1f} %", f"{y:.1f}"), alarm=alarm)
        for name, x, y, alarm in drawn
    ]
    return quadrant(points, middle=(0.5, 4.0), words=words, says="Six accounts in four fields")
