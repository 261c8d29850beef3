"""Three years of invoices: every customer orders in its own rhythm, mostly the same things.

Sums are integers of cents. An invoice goes out a few days after the order; the books have it the
next working day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kith.demo import calendar
from kith.demo.chance import stream
from kith.demo.trade import prices
from kith.demo.trade.buyers import Buyer, buyers
from kith.demo.trade.catalogue import CHARGES, PRODUCTS, Product
from kith.demo.world import DAYS, SEED
from kith.terms.trade_words import WaiverKind

_SHAPE = 4.0
"""Gamma shape of the days between orders."""
_LINES = (1, 2, 2, 3, 4)
_LARGE, _LARGE_OFF = 10, 0.02
"""From so many pieces on so much is taken off."""
_HAGGLED, _HAGGLE = 0.15, 0.012
"""Of so many lines the price was talked over, up to so much either way."""
_RETURNED = 0.012
_POSTAGE = 0.4
_POSTAGE_OF = 60_000
"""Cents of net below which postage may be charged."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an invoice, or of a credit note (`credit`): then quantity and sums are negative.

    `listed`, `price`, `cost`: of one, in cents of the currency, by the list, net, and our cost.
    """

    invoice: str
    place: int
    day: date
    booked: date
    buyer: Buyer
    product: Product
    quantity: int
    listed: int
    price: int
    cost: int
    credit: bool = False

    @property
    def net(self) -> int:
        return self.quantity * self.price

    @property
    def discount(self) -> float:
        """The share taken off the list price."""
        return 1 - self.price / self.listed


@dataclass(frozen=True, slots=True)
class _Order:
    """What was ordered, before its invoice has a number."""

    day: date
    buyer: Buyer
    items: tuple[tuple[Product, int, int, int, int], ...]  # quantity, listed, price, cost
    credit: bool = False


def sold(clock: date, *, seed: str = SEED) -> list[Line]:
    """Every line up to `clock`, by day and invoice; the same arguments give the same lines."""
    orders = [order for buyer in buyers() for order in _orders(buyer, clock, seed)]
    orders.sort(key=lambda one: (one.day, one.buyer.number, one.credit))
    return [
        Line(
            invoice=f"{'GS' if order.credit else 'RE'}{order.day:%y}-{number:05d}",
            place=place, day=order.day, booked=min(clock, calendar.shift(order.day, 1)),
            buyer=order.buyer, product=product, quantity=quantity, listed=listed, price=price,
            cost=cost, credit=order.credit,
        )
        for number, order in enumerate(orders, start=10_001)
        for place, (product, quantity, listed, price, cost) in enumerate(order.items, start=1)
    ]  # fmt: skip


def _orders(buyer: Buyer, clock: date, seed: str) -> Iterator[_Order]:
    """Drawn backwards, as rhythms end in the present."""
    rng = stream(seed, "orders", buyer.account.domain)
    day = clock - timedelta(days=round(rng.uniform(0.1, 0.7) * buyer.every))
    while day >= clock - timedelta(days=DAYS):
        day = calendar.on_or_before(day)
        items = tuple(_items(buyer, day, clock, rng))
        if items:
            yield _Order(day, buyer, items)
            yield from _returned(buyer, day, clock, items, rng)
        day -= timedelta(days=max(2, round(rng.gammavariate(_SHAPE, buyer.every / _SHAPE))))


def _items(
    buyer: Buyer, day: date, clock: date, rng: Random
) -> Iterator[tuple[Product, int, int, int, int]]:
    ago, net = (clock - day).days, 0
    for product in _chosen(buyer, rng):
        quantity = _quantity(buyer, product, ago, rng)
        haggled = rng.uniform(-_HAGGLE, _HAGGLE) if rng.random() < _HAGGLED else 0.0
        if ago <= buyer.deal.stops.get(product.family, -1):
            continue
        listed = prices.list_price(product, buyer.currency, prices.risen(clock, day))
        off = discount(buyer, product.family, ago)
        off += haggled + (_LARGE_OFF if quantity >= _LARGE else 0)
        price = round(listed * (1 - round(off, 3)) * _paid(buyer, day, clock))
        net += quantity * price
        yield product, quantity, listed, price, _cost(buyer, product, day, clock)
    if 0 < net < _POSTAGE_OF and rng.random() < _POSTAGE:
        (postage,) = (one for one in PRODUCTS if one.family == CHARGES)
        listed = prices.list_price(postage, buyer.currency, 0)
        yield postage, 1, listed, listed, _cost(buyer, postage, day, clock)


def _chosen(buyer: Buyer, rng: Random) -> list[Product]:
    """No product twice on one invoice, in the catalogue's order."""
    products, weights = zip(*buyer.basket, strict=True)
    drawn = set(rng.choices(products, weights, k=rng.choice(_LINES)))
    return [one for one in PRODUCTS if one in drawn]


def _quantity(buyer: Buyer, product: Product, ago: int, rng: Random) -> int:
    growth = float(buyer.deal.grows ** (0.5 - ago / DAYS))
    usual = product.usual * buyer.lot * growth * rng.lognormvariate(-0.06, 0.35)
    whole = int(usual)
    return max(1, whole + (rng.random() < usual - whole))


def discount(buyer: Buyer, family: str, ago: int) -> float:
    """The usual discount and what was granted beyond it, for an order so many days ago."""
    beyond = (one.on(ago) for one in buyer.deal.extras if one.family in ("", family))
    return buyer.discount + sum(beyond)


def _paid(buyer: Buyer, day: date, clock: date) -> float:
    """How much of the risen list price is asked, where a rise was waived: a share."""
    paid = 1.0
    for let in buyer.deal.let_off:
        rise = prices.rises(clock)[let.rise - 1]
        over = let.kind == WaiverKind.POSTPONED and day > rise.effective + timedelta(let.days)
        if day >= rise.effective and not over:
            paid *= (1 + rise.share * let.paid) / (1 + rise.share)
    return paid


def _cost(buyer: Buyer, product: Product, day: date, clock: date) -> int:
    euro = prices.cost(product, prices.risen(clock, day))
    if buyer.currency == "EUR":
        return round(euro)
    return round(euro / prices.rate(clock - timedelta(days=DAYS), clock, day))


def _returned(
    buyer: Buyer, day: date, clock: date, items: tuple[tuple[Product, int, int, int, int], ...],
    rng: Random,
) -> Iterator[_Order]:  # fmt: skip
    """Now and then the first item of an order comes back: a credit note some days later."""
    later = calendar.shift(day, rng.randrange(4, 15))
    (product, quantity, listed, price, cost), back = items[0], rng.random() < _RETURNED
    if back and later <= clock and product.usual > 1:
        yield _Order(later, buyer, ((product, -quantity, listed, price, cost),), credit=True)
