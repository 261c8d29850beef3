"""The lines behind a sum: each worth what the signals count, none twice, for whom prices are."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger import models as m
from kith.ledger.insights.trade_readers import account_trade
from kith.ledger.trade.line_readers import (
    LIMIT,
    ON_LINES,
    LineSeen,
    account_lines,
    granted_once,
    twelve_months,
)
from kith.ledger.trade.line_steps import Rated, converted, rated
from kith.terms.errors import NotVisible
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY
from tests.surfaces.trade_of import UNIT, Trade

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(kept_cast: Cast) -> Cast:
    return kept_cast


@pytest.fixture
def trade(cast: Cast) -> Trade:
    """Aster's, to go on with."""
    made = Trade(cast.ledger)
    made.products = {row.number: row for row in m.Product.objects.all()}
    return made


def named(name: str) -> m.Account:
    return m.Account.objects.get(name=name)


def walked(cast: Cast, account: m.Account, step: str = "") -> Iterator[LineSeen]:
    """Every line of the twelve months, page after page."""
    after = None
    while True:
        page = account_lines(
            cast.mia, account.pk, twelve_months(DAY, step=step), currency="EUR", after=after
        )
        yield from page.rows
        after = page.after
        if after is None:
            return


@pytest.mark.parametrize("name", ["Aster Dairy", "Corvid Paper Mill"])
def test_the_lines_of_a_step_add_up_to_it(cast: Cast, name: str) -> None:
    account = named(name)
    sums = account_trade(cast.mia, account.pk).sums
    assert sums is not None
    for step in ON_LINES:
        assert sum(row.amount for row in walked(cast, account, step)) == getattr(sums, step), step
    every = list(walked(cast, account))
    assert sum(row.steps.net for row in every) == sums.invoice
    assert len(every) == sums.n


def test_pages_follow_each_other_without_a_line_twice_or_left_out(cast: Cast, trade: Trade) -> None:
    with setting_up():
        for number in range(3 * LIMIT):
            invoice = trade.invoice(cast.account, DAY - timedelta(days=number % 4), cast.ada)
            trade.line(invoice, "S-40", 1, 120, 120, 70)
    found = [row.line.pk for row in walked(cast, cast.account)]
    assert len(found) == len(set(found)) > 3 * LIMIT
    days = [row.line.invoice.day for row in walked(cast, cast.account)]
    assert days == sorted(days, reverse=True)


def test_a_step_at_which_few_lines_lose_anything_looks_further_on_the_next_page(
    cast: Cast, trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.ledger.trade.line_readers.LOOKED_AT", 10)
    with setting_up():
        old = trade.invoice(cast.account, DAY - timedelta(days=300), cast.ada)
        trade.line(old, "S-40", 1, 120, 120, 70, promotion=7)
    first = account_lines(
        cast.ada, cast.account.pk, twelve_months(DAY, step="promotion"), currency="EUR"
    )
    assert (first.rows, first.looked) == ((), 10)
    assert first.after is not None
    assert [row.amount for row in walked(cast, cast.account, "promotion")] == [7 * UNIT]


def test_what_is_later_older_unbooked_or_no_goods_is_no_line_of_the_year(
    cast: Cast, trade: Trade
) -> None:
    before = len(list(walked(cast, cast.account)))
    with setting_up():
        for day in (DAY + timedelta(days=1), DAY.replace(year=DAY.year - 1)):
            trade.line(trade.invoice(cast.account, day, cast.ada), "S-40", 1, 1, 1, 1)
        late = trade.invoice(cast.account, DAY - timedelta(days=3), cast.ada)
        m.Invoice.objects.filter(pk=late.pk).update(known_day=DAY + timedelta(days=2))
        trade.line(late, "S-40", 1, 1, 1, 1)
        today = trade.invoice(cast.account, DAY, cast.ada)
        trade.line(today, "S-40", 1, 1, 1, 1, sort="charge")
        trade.line(today, "S-40", -1, -1, -1, -1, sort="return")
    assert len(list(walked(cast, cast.account))) == before + 1  # the return


def test_a_line_without_a_list_price_takes_ours_of_its_day_and_quantity(
    cast: Cast, trade: Trade
) -> None:
    seal = trade.products["S-40"]
    with setting_up():
        for name, since, until in (("old", None, None), ("new", DAY - timedelta(days=60), None)):
            price_list = m.PriceList.objects.create(
                name=name, name_key=name, key=name, sort="ours", currency="EUR", since=since,
                until=until,
            )  # fmt: skip
            for place, (least, price) in enumerate(((0, 130), (10, 11_000))):
                m.ListPrice.objects.create(
                    price_list=price_list, product=seal, from_quantity=least * UNIT,
                    price=(price + (name == "new") * 10) * UNIT, per=(1, 100)[place],
                )  # fmt: skip
        made = [
            trade.line(trade.invoice(cast.account, day, None), "S-40", quantity, None, 100, None)
            for day, quantity in ((DAY, 2), (DAY, 10), (DAY - timedelta(days=90), 2))
        ]
    lists = {row.line.pk: row.steps.list for row in walked(cast, cast.account)}
    assert [lists[line.pk] for line in made] == [280 * UNIT, 1_101 * UNIT, 260 * UNIT]


def test_what_was_agreed_is_taken_off_each_line_it_holds_for(cast: Cast, trade: Trade) -> None:
    family = trade.products["P-200"].family
    with setting_up():
        for kind, share, of in (("terms", 20_000, None), ("promotion", 50_000, family)):
            m.Condition.objects.create(
                key=kind.encode(), account=cast.account, kind=kind, family=of, share=share,
                since=DAY - timedelta(days=100), known_day=DAY,
            )  # fmt: skip
        m.Condition.objects.create(
            key=b"once", account=cast.account, kind="promotion", amount=500 * UNIT, currency="EUR",
            since=DAY - timedelta(days=30), known_day=DAY,
        )  # fmt: skip
    rows = list(walked(cast, cast.account, "promotion"))
    assert {row.line.product_id for row in rows} == {trade.products["P-200"].pk}
    assert [row.amount for row in rows] == [round(750 * 0.05 * UNIT)] * 3  # of three months
    assert {row.steps.terms for row in rows} == {15 * UNIT}
    asked = twelve_months(DAY, step="promotion")
    assert [row.amount for row in granted_once(cast.account.pk, asked)] == [500 * UNIT]


def test_a_line_in_a_currency_without_a_rate_is_counted_and_left_out(
    cast: Cast, trade: Trade
) -> None:
    with setting_up():
        trade.line(trade.invoice(cast.account, DAY, None, "CHF"), "S-40", 1, 120, 120, 70)
    page = account_lines(cast.ada, cast.account.pk, twelve_months(DAY), currency="EUR")
    assert page.no_rate == 1
    assert all(row.line.invoice.currency == "EUR" for row in page.rows)


def test_a_rate_told_the_other_way_round_is_turned(cast: Cast, trade: Trade) -> None:
    with setting_up():
        m.Rate.objects.create(base="EUR", quote="CHF", day=date(2026, 1, 2), rate=80_000_000)
        line = trade.line(trade.invoice(cast.account, DAY, None, "CHF"), "S-40", 1, 120, 120, 70)
    [row] = [row for row in walked(cast, cast.account) if row.line.pk == line.pk]
    assert row.steps.net == 150 * UNIT
    assert row.rate == Rated(date(2026, 1, 2), 1.25)


def test_lines_are_for_whom_prices_are(cast: Cast) -> None:
    asked = twelve_months(DAY)
    for reader in (cast.ada, cast.mia):
        assert account_lines(reader, cast.account.pk, asked, currency="EUR").rows
    with pytest.raises(NotVisible):
        account_lines(cast.ben, cast.account.pk, asked, currency="EUR")


def test_the_year_before_the_29th_of_february_begins_on_the_28th() -> None:
    asked = twelve_months(date(2028, 2, 29))
    assert (asked.since, asked.until) == (date(2027, 2, 28), date(2028, 2, 29))


def test_the_rate_of_a_day_is_the_newest_by_then() -> None:
    rates = [Rated(date(2026, 1, 1), 1.1), Rated(date(2026, 2, 1), 1.2)]
    assert rated(rates, date(2025, 12, 31)) is None
    assert rated(rates, date(2026, 1, 31)) == rates[0]
    assert rated(rates, date(2026, 2, 1)) == rates[1]


@given(st.integers(-(10**14), 10**14))
def test_a_sum_in_the_firms_own_currency_stays_as_it_is(amount: int) -> None:
    assert converted(amount, 1) == amount


@pytest.mark.parametrize(("amount", "rounded"), [(1, 1), (3, 2), (-1, -1), (-3, -2)])
def test_a_half_is_rounded_away_from_nothing(amount: int, rounded: int) -> None:
    assert converted(amount, 0.5) == rounded
