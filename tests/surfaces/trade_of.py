"""The trade of Hart Pumps: three products, three years of invoices to three accounts, their gauges.

- Aster Dairy (Ada's): the friend. A quarter off every list price, a rebate, gifts, a rise waived.
- Brook & Vane (Ada's): the fair one. Two per cent off, nothing given.
- Corvid Paper Mill (Ben's): in pounds, from afar.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.insights import priced
from tests.surfaces.ledger_of import DAY, Ledger

UNIT = 10_000
MONTHS = 36
GOODS = (
    ("P-200", "Cellar pump 200", "Pumps", 1_000, 620),
    ("S-40", "Mechanical seal 40 mm", "Seals", 120, 70),
    ("V-1", "Service visit", "Service", 90, 60),
)
MONEY = ("list", "order_discount", "invoice", "terms", "rebate", "freight", "promotion",
         "free_work", "pocket", "cost", "margin")  # fmt: skip


@dataclass
class Trade:
    """What the tests of trade name."""

    ledger: Ledger
    products: dict[str, m.Product] = field(default_factory=dict)
    invoices: list[m.Invoice] = field(default_factory=list)

    def product(self, number: str, name: str, family: str) -> m.Product:
        of, _ = m.Family.objects.get_or_create(key=family.lower(), defaults={"name": family})
        row = m.Product.objects.create(
            number=number, number_key=number.lower(), name=name, sort_key=name.lower(),
            family=of, unit="pcs",
        )  # fmt: skip
        self.products[number] = row
        return row

    def invoice(
        self, account: m.Account, day: date, by: m.User | None, currency: str = "EUR"
    ) -> m.Invoice:
        number = m.Invoice.objects.count() + 1
        row = _invoice(self.customer(account), number, day, _colleague(by), currency)
        row.save()
        self.invoices.append(row)
        return row

    def customer(self, account: m.Account) -> m.Customer:
        row, _ = m.Customer.objects.get_or_create(
            number_key=f"c{account.pk}",
            defaults={"number": f"C{account.pk}", "name": account.name,
                      "name_key": account.sort_key, "account": account},
        )  # fmt: skip
        return row

    def line(
        self, invoice: m.Invoice, number: str, quantity: float, listed: float | None, net: float,
        cost: float | None, **other: Any,
    ) -> m.InvoiceLine:  # fmt: skip
        place = m.InvoiceLine.objects.filter(invoice=invoice).count() + 1
        row = self._line(invoice, place, number, quantity, listed, net, cost, **other)
        row.save()
        return row

    def sell(
        self, account: m.Account, by: m.User, discount: float, currency: str = "EUR", **off: float
    ) -> None:
        """An invoice a month, of one pump, some seals and a visit now and then; all at once, as
        nearly every test of pages has them."""
        customer, us, count = self.customer(account), _colleague(by), m.Invoice.objects.count()
        days = [DAY - timedelta(days=11 + 30 * back) for back in range(MONTHS)]
        invoices = m.Invoice.objects.bulk_create(
            _invoice(customer, number, day, us, currency)
            for number, day in enumerate(days, count + 1)
        )
        self.invoices += invoices
        m.InvoiceLine.objects.bulk_create(
            line
            for back, invoice in enumerate(invoices)
            for line in self._month(invoice, back, discount, off)
        )

    def _month(
        self, invoice: m.Invoice, back: int, discount: float, off: Mapping[str, float]
    ) -> Iterator[m.InvoiceLine]:
        bought = zip(GOODS, (1, 4 + back % 5, back % 3), strict=True)
        sold = [(goods, quantity) for goods, quantity in bought if quantity]
        for place, ((number, _, _, price, cost), quantity) in enumerate(sold, 1):
            listed = price * quantity
            net = listed * (1 - discount)
            shares = {name: net * share for name, share in off.items()}
            yield self._line(
                invoice, place, number, quantity, listed, net, cost * quantity, **shares
            )

    def _line(
        self, invoice: m.Invoice, place: int, number: str, quantity: float, listed: float | None,
        net: float, cost: float | None, **other: Any,
    ) -> m.InvoiceLine:  # fmt: skip
        return m.InvoiceLine(
            invoice=invoice, line=str(place), sort=other.pop("sort", "goods"),
            product=self.products[number], quantity=round(quantity * UNIT),
            list_amount=None if listed is None else round(listed * UNIT), net=round(net * UNIT),
            cost=None if cost is None else round(cost * UNIT), batch_id=self.ledger.batch.pk,
            **{name: round(value * UNIT) for name, value in other.items()},
        )  # fmt: skip


def _invoice(
    customer: m.Customer, number: int, day: date, by: m.Colleague | None, currency: str
) -> m.Invoice:
    named = f"R{day:%y%m}-{number}"
    return m.Invoice(
        number=named, number_key=named.lower(), customer=customer, day=day, known_day=day,
        salesperson=by, currency=currency,
    )  # fmt: skip


def _colleague(user: m.User | None) -> m.Colleague | None:
    return m.Colleague.objects.filter(user=user).first() if user else None


def trade_of(ledger: Ledger, run: m.Run, ada: m.User, ben: m.User) -> Trade:
    """The rows, and the gauges that a refresh would leave of them."""
    trade = Trade(ledger)
    for number, name, family, _, _ in GOODS:
        trade.product(number, name, family)
    aster, brook, corvid = (
        m.Account.objects.get(name=name)
        for name in ("Aster Dairy", "Brook & Vane", "Corvid Paper Mill")
    )
    m.Rate.objects.create(base="GBP", quote="EUR", day=date(2020, 1, 2), rate=120_000_000)
    trade.sell(aster, ada, 0.25, rebate=0.02, freight=0.01)
    trade.sell(brook, ada, 0.02)
    trade.sell(corvid, ben, 0.1, "GBP")
    us, now = m.Colleague.objects.get(user=ada), timezone.now()
    for back in range(3):
        m.Giveaway.objects.create(
            account=aster, kind="work", what=f"Commissioning, line {back + 1}", currency="EUR",
            day=DAY - timedelta(days=40 + 60 * back), known_day=DAY, value_list=900 * UNIT,
            value_cost=500 * UNIT, agreed_by=us, recorded_by=ada, recorded_at=now,
        )  # fmt: skip
    rise = m.PriceRise.objects.create(
        name="Spring list", share=40_000, announced_on=DAY - timedelta(days=200),
        effective_on=DAY - timedelta(days=140), known_day=DAY - timedelta(days=200),
        recorded_at=now,
    )  # fmt: skip
    m.Waiver.objects.create(
        rise=rise, account=aster, kind="waived", granted_by=us, day=DAY,
        known_day=DAY, why="They asked", recorded_by=ada, recorded_at=now,
    )  # fmt: skip
    m.Gauge.objects.bulk_create(_gauges(trade, run, rise, {aster.pk: 2_700 * UNIT}))
    return trade


def _gauges(
    trade: Trade, run: m.Run, rise: m.PriceRise, given: Mapping[int, int]
) -> Iterator[m.Gauge]:
    lines = list(
        m.InvoiceLine.objects.select_related("invoice__customer__account", "product__family")
    )
    groups: dict[tuple[str, int, int, int], list[m.InvoiceLine]] = {}
    for line in lines:
        assert line.invoice.customer is not None
        assert line.product is not None
        account = line.invoice.customer.account_id
        seller = line.invoice.salesperson_id or 0
        for key in (
            (priced.SUMS, account, 0, 0),
            (priced.OF_FAMILY, 0, 0, line.product.family_id or 0),
            (priced.OF_PRODUCT, 0, 0, line.product_id or 0),
            (priced.OF_COLLEAGUE, 0, seller, 0),
        ):
            groups.setdefault(key, []).append(line)
    for (name, account, colleague, item), found in groups.items():
        free = given.get(account, 0) if name == priced.SUMS else 0
        now, before = _sums(found, 0, free), _sums(found, 1, 0)
        earlier = {f"before_{n}": before[n] for n in ("list", "invoice", "pocket", "margin")}
        n = now.pop("n")
        parts = {**now, **earlier, "before_leak_share": _leak(before)}
        yield gauge(run, name, account, colleague, item, value=_leak(now), n=n, parts=parts)
    for account in {key[1] for key in groups if key[0] == priced.SUMS}:
        yield from _of_account(run, account, groups[(priced.SUMS, account, 0, 0)])
    yield from _of_the_friend(trade, run, rise)


def gauge(
    run: m.Run, name: str, account: int, colleague: int = 0, item: int = 0, *,
    value: float | None, n: int, parts: Mapping[str, object], low: float | None = None,
    high: float | None = None,
) -> m.Gauge:  # fmt: skip
    return m.Gauge(
        series="live", run=run, name=name, account_id=account, colleague_id=colleague,
        item_id=item, value=value, low=low, high=high, n=n, parts=dict(parts),
    )  # fmt: skip


def _euros(line: m.InvoiceLine, name: str) -> int:
    amount = getattr(line, name) or 0
    return round(amount * 1.2) if line.invoice.currency == "GBP" else amount


def _sums(lines: list[m.InvoiceLine], year: int, free: int) -> dict[str, int]:
    until = DAY.replace(year=DAY.year - year)
    since = DAY.replace(year=DAY.year - year - 1)
    shown = [line for line in lines if since < line.invoice.day <= until]
    kinds = ("terms", "rebate", "freight", "promotion")
    total = {name: sum(_euros(line, name) for line in shown) for name in (*kinds, "net", "cost")}
    listed = sum(_euros(line, "list_amount") for line in shown)
    pocket = total["net"] - free - sum(total[kind] for kind in kinds)
    return {
        "list": listed, "order_discount": listed - total["net"], "invoice": total["net"],
        **{kind: total[kind] for kind in kinds}, "free_work": free, "pocket": pocket,
        "cost": total["cost"], "margin": pocket - total["cost"], "n": len(shown), "n_no_list": 0,
        "n_no_cost": 0, "n_no_rate": 0,
    }  # fmt: skip


def _leak(sums: Mapping[str, int]) -> float:
    return round((sums["list"] - sums["pocket"]) / sums["list"], 4)


def _of_account(run: m.Run, account: int, lines: list[m.InvoiceLine]) -> Iterator[m.Gauge]:
    months = [0] * MONTHS, [0] * MONTHS, [0] * MONTHS
    for line in lines:
        back = (DAY.year - line.invoice.day.year) * 12 + DAY.month - line.invoice.day.month
        if back < MONTHS:
            for place, name in enumerate(("net", "cost", "list_amount")):
                months[place][MONTHS - 1 - back] += _euros(line, name) // UNIT
    revenue, cost, listed = months
    margin = [r - c for r, c in zip(revenue, cost, strict=True)]
    yield gauge(
        run, priced.MONTHS, account, value=sum(revenue) / MONTHS, n=len(lines),
        parts={"month": DAY.replace(day=1).isoformat(), "revenue": _joined(revenue),
               "margin": _joined(margin), "list": _joined(listed)},
    )  # fmt: skip


def _joined(numbers: list[int]) -> str:
    return ",".join(map(str, numbers))


def _of_the_friend(trade: Trade, run: m.Run, rise: m.PriceRise) -> Iterator[m.Gauge]:
    """What the signals say of Aster Dairy, and where the three stand."""
    aster, brook, corvid = (invoice.customer for invoice in trade.invoices[::MONTHS])
    assert aster is not None
    assert brook is not None
    assert corvid is not None
    friend = aster.account_id
    for number, share, left in (("P-200", -0.18, 1_900), ("S-40", -0.02, 60), ("V-1", 0.04, 0)):
        expected = 900 * UNIT if number == "P-200" else 100 * UNIT
        yield gauge(
            run, priced.PEER_PRICE, friend, item=trade.products[number].pk, value=share, n=24,
            parts={"paid": round(expected * (1 + share)), "expected": expected,
                   "low_price": round(expected * 0.94), "high_price": round(expected * 1.05),
                   "quantity": 12 * UNIT, "leak": left * UNIT, "customers": 7, "by": "cell"},
        )  # fmt: skip
    yield gauge(
        run, priced.POSITION, friend, value=-0.11, low=-0.15, high=-0.07, n=3,
        parts={"n_items": 3, "revenue_compared": 21_000 * UNIT, "revenue": 22_000 * UNIT,
               "leak": 1_960 * UNIT, "market": -0.06, "n_market": 2},
    )  # fmt: skip
    yield gauge(
        run, priced.RISE, friend, item=rise.pk, value=0.0, n=3,
        parts={"announced": 0.04, "state": "waived", "missed": 640 * UNIT, "tie": 6.1,
               "before": 1.0, "after": 1.0},
    )  # fmt: skip
    yield gauge(
        run, priced.GIVEAWAYS, friend, value=1.0, n=3,
        parts={"value_list": 2_700 * UNIT, "value_cost": 1_500 * UNIT, "n_no_return": 3,
               "n_all": 3, "n_complaint": 0, "last_day": (DAY - timedelta(days=40)).isoformat(),
               "revenue_share": 0.12, "in_row": 3, "cascade": True},
    )  # fmt: skip
    yield gauge(
        run, priced.HABIT, friend, value=3, n=3,
        parts={"value_list": 2_700 * UNIT, "value_cost": 1_500 * UNIT},
    )  # fmt: skip
    yield gauge(
        run, priced.ATTENTION, friend, value=2.6, low=0.6, high=1.7, n=12,
        parts={"touches": 48, "meetings": 2, "hours_weight": 61.0, "gifts": 3,
               "peers_touches": 18.0, "peers_gifts": 0.5, "revenue": 22_000 * UNIT, "group": "",
               "n_peers": 12},
    )  # fmt: skip
    for customer, earns, close, name, reasons in (
        (aster, -0.62, 0.71, "obstacle", "near,margin_low,leaks,gifts"),
        (brook, 0.38, 0.44, "asset", "near,holds_price"),
        (corvid, 0.21, -0.35, "earner", "far"),
    ):
        yield gauge(
            run, priced.STANDING, customer.account_id, value=earns, n=40,
            parts={"close": close, "field": name, "strength": 0.8, "access": 0.5,
                   "margin_share": 0.1, "margin_trend": -0.02, "leak_share": 0.3,
                   "given_share": 0.1, "reasons": reasons},
        )  # fmt: skip
