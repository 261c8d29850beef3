"""What Asset or obstacle shows: the picture, and a row for each of its points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_noop

from kith.figures.figure import Figure
from kith.figures.quadrant import Point, QuadrantWords, quadrant
from kith.ledger.insights.quadrant_readers import Stands
from kith.surfaces.money import MINUS
from kith.surfaces.web.standing.reasons import reasons_of

NAMES: Mapping[str, str] = {
    "obstacle": gettext_noop("Obstacle"),
    "asset": gettext_noop("Asset"),
    "earner": gettext_noop("Earns from afar"),
    "usual": gettext_noop("As most"),
    "distant": gettext_noop("Neither"),
}
ORDER = ("obstacle", "asset", "earner", "usual", "distant")  # what one came to see first


@dataclass(frozen=True, slots=True)
class Row:
    """An account behind a point. `earns` and `close` as the picture writes them."""

    account_id: int
    account: str
    field: str
    code: str
    earns: str
    close: str
    reasons: str
    holder: str


def quadrant_of(found: Sequence[Stands]) -> Figure | None:
    """One point an account; None without any."""
    if not found:
        return None
    words = QuadrantWords(
        across=gettext("earns us"),
        up=gettext("close to us"),
        fields=(
            gettext(NAMES["obstacle"]), gettext(NAMES["asset"]), gettext(NAMES["earner"]),
            gettext(NAMES["distant"]),
        ),
        name=gettext("Account"),
    )  # fmt: skip
    points = [
        Point(
            name=row.account.name,
            x=row.earns,
            y=row.close,
            href=reverse("account_trade", args=[row.account.pk]),
            told=(signed(row.earns), signed(row.close)),
            alarm=row.field == "obstacle",
        )
        for row in found
    ]
    says = gettext("{n} accounts by how close they are and what they earn").format(n=len(points))
    return quadrant(points, middle=(0.0, 0.0), words=words, says=says)


def rows_of(found: Sequence[Stands]) -> list[Row]:
    """Obstacles first, and within a field those that earn least."""
    rows = [
        Row(
            account_id=row.account.pk,
            account=row.account.name,
            field=gettext(NAMES[row.field]) if row.field in NAMES else "",
            code=row.field,
            earns=signed(row.earns),
            close=signed(row.close),
            reasons=reasons_of(row.reasons),
            holder=row.holder,
        )
        for row in sorted(found, key=lambda row: row.earns)
    ]
    place = {field: number for number, field in enumerate(ORDER)}
    return sorted(rows, key=lambda row: place.get(row.code, len(ORDER)))


def signed(number: float) -> str:
    """`+0.42`, `−0.42`; nothing has no sign."""
    text = number_format(abs(number), 2)
    if not round(number, 2):
        return text
    return f"{MINUS}{text}" if number < 0 else f"+{text}"
