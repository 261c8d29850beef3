"""What trade with an account comes to, for whoever may see its prices: gauges as typed rows.

Money is ten-thousandths of the firm's currency. Getting an account's rows is the check.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from kith.ledger.insights import priced
from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.rights.models import User
from kith.ledger.trade.scope import priced_account

MOST = 40  # price rises of one account, newest first
FEW = 10  # products against what others pay: those where most is left
NO_VALUE = -1e300  # below every value that a gauge has
UNIT = 10_000  # ten-thousandths in a whole unit of money


@dataclass(frozen=True, slots=True)
class Sums:
    """Twelve months from list price down to margin, of an account, a product, a colleague.

    A line without a list price counts with its net (`n_no_list` of them), one without a cost has
    none and no margin, one without a rate is left out. `leak_share`: (list - pocket) / list of the
    lines with a list price; null where too few. `charges` (postage and the like) and `bad_debt`
    (claims written off) stand beside it and are in no other sum. `before_…`: the same of the twelve
    months before.
    """

    list: int
    order_discount: int
    invoice: int
    terms: int
    rebate: int
    freight: int
    promotion: int
    free_work: int
    pocket: int
    cost: int
    margin: int
    charges: int
    bad_debt: int
    n: int
    n_no_list: int
    n_no_cost: int
    n_no_rate: int
    before_list: int | None
    before_invoice: int | None
    before_pocket: int | None
    before_margin: int | None
    before_leak_share: float | None
    leak_share: float | None

    @property
    def leak(self) -> int:
        """What is granted on the way from the list to what stays."""
        return self.list - self.pocket

    @property
    def uncosted(self) -> int:
        """What stays of lines whose cost nobody knows: it is in no margin."""
        return self.pocket - self.cost - self.margin

    @property
    def margin_share(self) -> float | None:
        """Of what stays of the lines with a known cost."""
        base = self.cost + self.margin
        return self.margin / base if base > 0 else None


_PARTS = tuple(field.name for field in fields(Sums) if field.name != "leak_share")
_ALWAYS = tuple(name for name in _PARTS if not name.startswith("before_"))
_ADDED = tuple(name for name in _PARTS if not name.endswith("_share"))


@dataclass(frozen=True, slots=True)
class Month:
    """Sums of one month, in ten-thousandths (known to whole units)."""

    month: date
    revenue: int
    margin: int
    list: int


@dataclass(frozen=True, slots=True)
class PeerPrice:
    """What an account pays for a product on average, against what others pay at that quantity.

    `share`: paid / expected - 1. Unit prices in ten-thousandths. `by`: cell (customers who take as
    much) or model (a curve through all of them).
    """

    item_id: int
    share: float
    paid: int
    expected: int
    low_price: int | None
    high_price: int | None
    leak: int
    customers: int
    by: str


_PEER_PARTS = ("paid", "expected", "low_price", "high_price", "leak", "customers", "by")


@dataclass(frozen=True, slots=True)
class AccountTrade:
    """All that is known of trade with one account; null where no run has told it."""

    account_id: int
    sums: Sums | None
    months: tuple[Month, ...]
    position: Gauge | None
    peers: tuple[PeerPrice, ...]
    attention: Gauge | None
    giveaways: Gauge | None
    standing: Gauge | None
    rises: tuple[Gauge, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.sums or self.giveaways or self.rises)


def account_trade(user: User, account_id: int) -> AccountTrade:
    """One account's trade. Raises NotVisible for whoever may not see its prices. Five statements,
    whatever the number of its products."""
    priced_account(user, account_id)
    rows = current_gauges().filter(account_id=account_id)
    of_items = (priced.PEER_PRICE, priced.RISE)
    single = rows.filter(name__in=set(priced.PRICED).difference(of_items))
    found = {gauge.name: gauge for gauge in single}
    rises = rows.filter(name=priced.RISE).order_by("-item_id")[:MOST]
    # An expression, or SQLite walks the index by value through all accounts.
    left = Cast(KT("parts__leak"), BigIntegerField())
    known = rows.filter(name=priced.PEER_PRICE).annotate(place=Coalesce("value", NO_VALUE))
    peers = known.filter(place__gt=NO_VALUE).order_by(left.desc(nulls_last=True), "id")[:FEW]
    return AccountTrade(
        account_id=account_id,
        sums=sums_of(found.get(priced.SUMS)),
        months=_months(found.get(priced.MONTHS)),
        position=found.get(priced.POSITION),
        peers=_peers(peers),
        attention=found.get(priced.ATTENTION),
        giveaways=found.get(priced.GIVEAWAYS),
        standing=found.get(priced.STANDING),
        rises=tuple(rises),
    )


def sums_of(gauge: Gauge | None) -> Sums | None:
    """A gauge's parts as sums."""
    return None if gauge is None else _sums(gauge.parts, gauge.n, gauge.value)


def all_added(gauges: QuerySet[Gauge]) -> Sums | None:
    """The sums of all of them together; None of none."""
    rows = gauges.order_by().values_list("parts", "n", "value")
    return added(_sums(parts, n, value) for parts, n, value in rows)


def _sums(found: Mapping[str, Any], n: int, value: float | None) -> Sums:
    parts: dict[str, Any] = {name: found.get(name) for name in _PARTS}
    for name in _ALWAYS:
        parts[name] = parts[name] or 0
    parts["n"] = n
    return Sums(**parts, leak_share=value)


def added(rows: Iterable[Sums]) -> Sums | None:
    """The sums of several together, to the last ten-thousandth; None of none. What is left of the
    list is no sum: it is of all their lines, those without a list price at their net."""
    found = list(rows)
    if not found:
        return None
    total: dict[str, Any] = {name: sum(getattr(row, name) or 0 for row in found) for name in _ADDED}
    return Sums(
        **total,
        before_leak_share=_share(total["before_list"], total["before_pocket"]),
        leak_share=_share(total["list"], total["pocket"]),
    )


def _share(listed: int, kept: int) -> float | None:
    return (listed - kept) / listed if listed > 0 else None


def _months(gauge: Gauge | None) -> tuple[Month, ...]:
    """Oldest first; () before the first sale."""
    if gauge is None or not gauge.parts.get("month"):
        return ()
    revenue, margin, listed = (
        [UNIT * int(float(n)) for n in gauge.parts[side].split(",")]
        for side in ("revenue", "margin", "list")
    )
    last = date.fromisoformat(gauge.parts["month"][:10])
    return tuple(
        Month(_back(last, len(revenue) - 1 - place), *three)
        for place, three in enumerate(zip(revenue, margin, listed, strict=True))
    )


def _peers(gauges: Iterable[Gauge]) -> tuple[PeerPrice, ...]:
    """Products that can be compared, in the order given."""
    return tuple(
        PeerPrice(
            item_id=gauge.item_id,
            share=gauge.value,
            **{name: gauge.parts.get(name) for name in _PEER_PARTS},
        )
        for gauge in gauges
        if gauge.value is not None
    )


def _back(month: date, steps: int) -> date:
    """The first day of the month so many months earlier."""
    year, place = divmod(month.year * 12 + month.month - 1 - steps, 12)
    return date(year, place + 1, 1)
