"""Every figure on numbers that somebody made up, small enough to be checked by eye."""

from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from kith.figures.band import BandWords, band
from kith.figures.bridge import Part, bridge
from kith.figures.figure import Figure
from kith.figures.quadrant import Point, QuadrantWords, quadrant
from kith.figures.spark import Step, spark
from kith.figures.tie_map import End, Tie, tie_map

MONTHS = (12, *range(1, 12))


class Example(NamedTuple):
    """A figure with its name, and what it is for."""

    name: str
    what_for: str
    figure: Figure


def figures() -> list[Example]:
    """All of them, from the smallest to the largest."""
    return [
        Example(_("Spark"), _("How much passed both ways, month by month."), _spark()),
        Example(_("Band"), _("Is this silence longer than theirs ever were?"), _band()),
        Example(_("Map of contacts"), _("Who knows whom, and does it go both ways?"), _tie_map()),
        Example(_("Bridge"), _("Why are sales down? It adds up to the cent."), _bridge()),
        Example(_("Quadrant"), _("Asset or obstacle: who earns us what?"), _quadrant()),
    ]


def _spark() -> Figure:
    theirs, ours = (6, 7, 5, 8, 6, 4, 3, 3, 1, 0, 0, 0), (4, 5, 5, 5, 4, 4, 3, 4, 3, 3, 2, 2)
    steps = [
        Step(date_format(date(2026, month, 1), "M"), came, went)
        for month, came, went in zip(MONTHS, theirs, ours, strict=True)
    ]
    return spark(
        steps,
        says=_("Mails of twelve months, both ways"),
        head=(_("Month"), _("Theirs"), _("Ours")),
    )


def _band() -> Figure:
    words = BandWords(
        today=_("Quiet today for"), usual=_("Usually"), gap=_("Gap"), days=_("{n} days"),
        head=(_("Between two mails"), _("Days")),
    )  # fmt: skip
    says = _("The last ten gaps lay between 4 and 17 days; this one is 41 days long.")
    return band([9, 8, 12, 4, 9, 17, 10, 7, 9, 11], 41, words=words, says=says)


def _tie_map() -> Figure:
    theirs = [
        End(1, "Mette Ravn", note=_("plant manager")), End(2, "Lars Brogaard"), End(3, "Ida Holm"),
    ]  # fmt: skip
    ours = [End(1, "Femke Dijkstra"), End(2, "Sören Pagel", note=_("service"))]
    ties = [Tie(1, 1, 18, 14), Tie(2, 1, 6, 9), Tie(2, 2, 3, 3), Tie(3, 2, 0, 4)]
    head = (_("At Nordlys"), _("Here"), _("From them"), _("From us"))
    return tie_map(theirs, ours, ties, says=_("Three people there, two here"), head=head)


def _bridge() -> Figure:
    parts = [
        Part(_("Lost customers"), -184_200_00), Part(_("New customers"), 61_500_00),
        Part(_("Volume"), -92_750_00), Part(_("Price"), 38_400_00), Part(_("Mix"), -21_050_00),
        Part(_("Currency"), -4_310_00),
    ]  # fmt: skip
    start, end = Part(_("Second quarter"), 1_740_000_00), Part(_("Third quarter"), 1_537_590_00)
    says = _("From 1,740,000 to 1,537,590 euros by six causes")
    return bridge(start, parts, end, written=_euros, says=says, head=(_("Cause"), _("Euros")))


def _euros(cents: int) -> str:
    whole = number_format(round(cents / 100), force_grouping=True)
    return whole.replace("-", "\N{MINUS SIGN}")


def _quadrant() -> Figure:
    words = QuadrantWords(
        across=_("Earns us"), up=_("Close to us"), name=_("Account"),
        fields=(
            _("Close, and costs us"), _("Close, and pays"), _("Pays without closeness"),
            _("Neither"),
        ),
    )  # fmt: skip
    drawn = (
        ("Papier Hollerbach", -1.8, 8.1, True), ("Nordlys Mejeri", 3.2, 7.0, False),
        ("Mercer Coatings", 1.1, 5.2, False), ("Scheepswerf De Waal", 2.4, 2.2, False),
        ("Kalkwerk Ahlen", -0.4, 1.5, False), ("Brauerei Tann", 0.6, 3.4, False),
    )  # fmt: skip
    points = [
        Point(
            name, x, y, "#figures", (f"{number_format(x, 1)} %", number_format(y, 1)), alarm=alarm
        )
        for name, x, y, alarm in drawn
    ]
    return quadrant(points, middle=(0.5, 4.0), words=words, says=_("Six accounts in four fields"))
