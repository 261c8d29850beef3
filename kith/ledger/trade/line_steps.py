"""What one invoice line is worth on its way from the list to what stays, to the ten-thousandth.

The same steps as `docs/signals/waterfall.md` counts over millions, for the few lines that a page
shows: each converted to the firm's currency and rounded by itself, so that lines add up to sums.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import Protocol

from kith.terms.trade_words import ConditionKind

RATE = 100_000_000  # a rate of exchange is one of hundred-millionths
SHARE = 1_000_000  # a share one of millionths
_KINDS = tuple(kind.value for kind in ConditionKind)


@dataclass(frozen=True, slots=True)
class Rated:
    """A rate of exchange to the firm's currency, and the day on which it was told."""

    since: date
    rate: float


@dataclass(frozen=True, slots=True)
class Steps:
    """A line's sums in ten-thousandths of the firm's currency. `list` null: nobody knows it."""

    list: int | None
    net: int
    rebate: int
    terms: int
    freight: int
    promotion: int
    cost: int | None

    @property
    def order_discount(self) -> int:
        """What was granted on the invoice itself; 0 where nobody knows the list."""
        return 0 if self.list is None else self.list - self.net

    @property
    def pocket(self) -> int:
        return self.net - self.rebate - self.terms - self.freight - self.promotion

    @property
    def margin(self) -> int | None:
        return None if self.cost is None else self.pocket - self.cost


class Granted(Protocol):
    """What of a condition counts here."""

    kind: str
    family_id: int | None
    product_id: int | None
    share: int | None
    since: date
    until: date | None


class Sold(Protocol):
    """What of a line counts here."""

    list_amount: int | None
    net: int
    cost: int | None
    rebate: int
    terms: int
    freight: int
    promotion: int
    product_id: int | None


def rated(rates: Sequence[Rated], day: date) -> Rated | None:
    """The newest rate by that day; None before the first. `rates`: by their days."""
    place = bisect_right([rate.since for rate in rates], day)
    return rates[place - 1] if place else None


def steps(
    line: Sold, *, day: date, family_id: int | None, listed: int | None, rate: float,
    granted: Iterable[Granted],
) -> Steps:  # fmt: skip
    """`listed`: what its product's list price makes of its quantity, where the line tells none."""
    net = converted(line.net, rate)
    own = {kind: converted(getattr(line, kind), rate) for kind in _KINDS}
    for one in granted:
        if one.share is not None and _holds(one, day, line.product_id, family_id):
            own[one.kind] += _rounded(net * (one.share / SHARE))
    known = line.list_amount if line.list_amount is not None else listed
    return Steps(
        list=None if known is None else converted(known, rate),
        net=net,
        cost=None if line.cost is None else converted(line.cost, rate),
        **own,
    )


def converted(amount: int, rate: float) -> int:
    """In the firm's currency, rounded to ten-thousandths."""
    return _rounded(amount * rate)


def _rounded(number: float) -> int:
    """A half is rounded away from zero, as the engines do that count the sums."""
    whole = floor(abs(number) + 0.5)
    return whole if number >= 0 else -whole


def _holds(one: Granted, day: date, product_id: int | None, family_id: int | None) -> bool:
    """Whether the condition holds for a line of that day, product and family."""
    if day < one.since or (one.until is not None and day > one.until):
        return False
    if one.product_id is not None and one.product_id != product_id:
        return False
    return one.family_id is None or one.family_id == family_id
