"""What a product costs by the list: two currencies, and a rise every autumn or whenever it falls.

Prices are in cents of their currency. The firm raises them once a year, on the first of a month;
the last rise is five to six months old on the demo's last day, so that three months after it are
over.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kith.demo.chance import stream
from kith.demo.trade.catalogue import Product

LIST = "Preisliste Wendmark"
MARKET = "Marktpreise"
SHARES = (0.035, 0.04, 0.042)
"""Of the price, each on top of the last."""
_MONTHS_AGO = (29, 17, 5)
_TOLD = timedelta(days=60)
_PASSED_ON = 0.8
"""Our costs rise by so much of what we raise."""
_POUNDS = 0.86
"""Pounds of the British list for a euro of the other one, whatever the day's rate."""


@dataclass(frozen=True, slots=True)
class Rise:
    """The `number`th rise: by `share`, told to customers on `announced`, holds from `effective`."""

    number: int
    share: float
    announced: date
    effective: date


@cache
def rises(clock: date) -> tuple[Rise, ...]:
    """The three rises of the years up to `clock`, oldest first."""
    days = [month_before(clock, months) for months in _MONTHS_AGO]
    return tuple(
        Rise(number, share, day - _TOLD, day)
        for number, (share, day) in enumerate(zip(SHARES, days, strict=True), start=1)
    )


def month_before(day: date, months: int) -> date:
    """The first of the month so many months before that of `day`."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, 1)


def risen(clock: date, day: date) -> int:
    """How many of the rises hold on `day`."""
    return bisect_right([one.effective for one in rises(clock)], day)


def list_price(product: Product, currency: str, steps: int) -> int:
    """After so many rises, in cents of `currency`."""
    return _rounded(product.price * _level(steps) * (1 if currency == "EUR" else _POUNDS))


def cost(product: Product, steps: int) -> float:
    """What one costs us after so many rises, in cents of a euro."""
    raised = 1 + (_level(steps) - 1) * _PASSED_ON
    return product.price * product.cost * raised


def _level(steps: int) -> float:
    level = 1.0
    for share in SHARES[:steps]:
        level *= 1 + share
    return level


def _rounded(cents: float) -> int:
    """Lists round to ten cents, from a hundred on to half a unit."""
    step = 10 if cents < 10_000 else 50
    return round(cents / step) * step


@cache
def rates(first: date, clock: date) -> tuple[tuple[date, float], ...]:
    """Euros for a pound from the first of each month on; from the month before `first`."""
    found, value, months = [], 1.168, range((clock - first).days // 28 + 2, -1, -1)
    for months_ago in months:
        day = month_before(clock, months_ago)
        value += stream("rates", day).uniform(-0.006, 0.006) + (1.168 - value) * 0.2
        if day >= month_before(first, 1):
            found.append((day, round(value, 4)))
    return tuple(found)


def rate(first: date, clock: date, day: date) -> float:
    """Euros for a pound on that day."""
    known = rates(first, clock)
    return known[bisect_right([since for since, _ in known], day) - 1][1]


def market_price(product: Product) -> int:
    """What others ask for the like today: our own list less 2 to 12 per cent, in cents."""
    below = stream("market", product.number).uniform(0.02, 0.12)
    return _rounded(list_price(product, "EUR", len(SHARES)) * (1 - below))
