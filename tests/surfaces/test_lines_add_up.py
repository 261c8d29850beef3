"""Every euro opens to its lines: what a refresh counts, pages list, to the last digit."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kith.ledger import models as m
from kith.ledger.imports.writers import restamp
from kith.ledger.insights.trade_readers import account_trade
from kith.ledger.insights.waterfall_readers import all_sums
from kith.ledger.trade.line_readers import ON_LINES, account_lines, granted_once, twelve_months
from kith.pipeline.refresh import refresh
from tests.surfaces.cast import Cast, build
from tests.surfaces.ledger_of import DAY
from tests.surfaces.trade_of import UNIT, Trade

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def counted(home: Path, settings: pytest.FixtureRequest) -> Cast:
    """The cast's trade with everything that makes adding up hard, as a refresh leaves it."""
    settings.KITH_FACTS = home / "facts"  # type: ignore[attr-defined]
    cast = build()
    trade = Trade(cast.ledger)
    trade.products = {row.number: row for row in m.Product.objects.all()}
    seal = trade.products["S-40"]
    for name, since in (("old", None), ("new", DAY - timedelta(days=60))):
        price_list = m.PriceList.objects.create(
            name=name, name_key=name, key=name, sort="ours", currency="EUR", since=since
        )
        for least, price, per in ((0, 1_234_567, 1), (10, 100_000_003, 100)):
            m.ListPrice.objects.create(
                price_list=price_list, product=seal, from_quantity=least * UNIT, price=price,
                per=per,
            )  # fmt: skip
    m.Rate.objects.create(base="EUR", quote="CHF", day=date(2026, 1, 2), rate=93_777_777)
    for back, currency, quantity in (
        (3, "EUR", 7), (30, "EUR", 12), (90, "EUR", 3), (5, "CHF", 2), (200, "CHF", 2),
        (9, "USD", 1),
    ):  # fmt: skip
        invoice = trade.invoice(cast.account, DAY - timedelta(days=back), cast.ada, currency)
        trade.line(invoice, "S-40", quantity, None, 100.3333 * quantity, None, terms=1.2345)
        trade.line(invoice, "P-200", -1, -1_000, -777.7777, -620, sort="return")
        trade.line(invoice, "V-1", 1, None, 5, None, sort="charge")
    for kind, share, family in (
        ("terms", 33_333, None), ("promotion", 12_345, seal.family), ("rebate", 7_777, None),
    ):  # fmt: skip
        m.Condition.objects.create(
            key=kind.encode(), account=cast.account, kind=kind, family=family, share=share,
            since=DAY - timedelta(days=150), until=DAY - timedelta(days=4), known_day=DAY,
        )  # fmt: skip
    m.Condition.objects.create(
        key=b"once", account=cast.account, kind="promotion", amount=500 * UNIT, currency="EUR",
        since=DAY - timedelta(days=30), known_day=DAY,
    )  # fmt: skip
    m.Gauge.objects.all().delete()
    parts = [("lines", year) for year in range(2022, DAY.year + 1)]
    single = ("accounts", "rates", "list_prices", "conditions", "giveaways", "rises", "waivers")
    restamp([*parts, *((name, 0) for name in single)], actor=None)
    refresh()
    return cast


def test_the_lines_of_each_step_add_up_to_what_a_refresh_counts(counted: Cast) -> None:
    for name in ("Aster Dairy", "Brook & Vane", "Corvid Paper Mill"):
        account = m.Account.objects.get(name=name)
        sums = account_trade(counted.mia, account.pk).sums
        assert sums is not None
        for step in ON_LINES:
            assert listed(counted, account, step) == getattr(sums, step), (name, step)
        # Of two invoices the goods, what came back, and a charge.
        assert sums.n_no_rate == (6 if name == "Aster Dairy" else 0)
    whole = all_sums(counted.mia)
    for name in ("list", "invoice", "pocket", "margin", "free_work", "n"):
        each = [
            getattr(account_trade(counted.mia, pk).sums, name)
            for pk in m.Gauge.objects.filter(name="waterfall").values_list("account_id", flat=True)
        ]
        assert getattr(whole, name) == sum(each), name


def listed(counted: Cast, account: m.Account, step: str) -> int:
    """What the lines of all pages lose there, and what was granted once."""
    asked = twelve_months(DAY, step=step)
    total, after = sum(row.amount or 0 for row in granted_once(account.pk, asked)), None
    while True:
        page = account_lines(counted.mia, account.pk, asked, currency="EUR", after=after)
        total += sum(row.amount for row in page.rows)
        after = page.after
        if after is None:
            return total
