"""From the list to the pocket, worked by hand, and the same integers at every level."""

from datetime import date
from types import ModuleType

import pytest

from kith.signals import (
    account_waterfall,
    trade_months,
    waterfall,
)
from kith.terms.trade_words import ConditionKind, LineSort
from tests.signals.asked import asked
from tests.signals.generator import Row, tables
from tests.signals.trade import (
    UNIT,
    Trade,
    condition,
    giveaway,
    line,
    list_price,
    rate,
)

AS_OF = date(2026, 6, 30)
DAY = date(2026, 3, 31)
EUROS = [rate("EUR", date(1900, 1, 1), 1.0)]


def rows_of(module: ModuleType, trade: Trade, as_of: date = AS_OF) -> list[Row]:
    return asked(module.signal, tables([], trade={"rates": EUROS, **trade}), as_of=as_of)


def one(module: ModuleType, trade: Trade, as_of: date = AS_OF) -> Row:
    [row] = rows_of(module, trade, as_of)
    return row


def units(row: Row, *names: str) -> list[float]:
    return [row[name] / UNIT for name in names]


MARN_AND_ROSIELLO = line(
    1, DAY, 5.78, list_amount=6.00, terms=0.30, rebate=0.37 + 0.35, freight=0.09, promotion=0.20
)


def test_marn_and_rosiellos_case_goes_from_6_00_over_5_78_to_4_47() -> None:
    row = one(account_waterfall, {"lines": [MARN_AND_ROSIELLO]})
    assert units(row, "list", "order_discount", "invoice", "pocket") == [6.0, 0.22, 5.78, 4.47]
    off_invoice = (row["invoice"] - row["pocket"]) / row["invoice"]
    assert round(100 * off_invoice, 1) == 22.7
    assert row["value"] == pytest.approx(1.53 / 6.0)


def test_what_was_given_on_a_line_at_no_price_counts_once() -> None:
    lines = [line(1, DAY, 100.0, list_amount=100.0), line(2, DAY, 0.0, list_amount=40.0)]
    gifts = [giveaway(1, DAY, 40.0, line_id=2), giveaway(2, DAY, 7.0)]
    row = one(account_waterfall, {"lines": lines, "giveaways": gifts})
    assert units(row, "list", "order_discount", "free_work", "pocket") == [140.0, 40.0, 7.0, 93.0]


def test_a_share_is_taken_of_each_line_it_holds_for_and_rounded_there() -> None:
    lines = [
        line(1, DAY, 0.0001),  # 3 % of it are nothing at all
        line(2, DAY, 100.0),
        line(3, DAY, 50.0, family_id=2),
        line(4, date(2026, 5, 1), 70.0),
        line(5, DAY, -10.0, sort=LineSort.RETURN.value),
    ]
    held = [
        condition(1, 1, 0.03, family_id=1, until=date(2026, 4, 30)),
        condition(2, 1, 0.02, kind=ConditionKind.TERMS.value, since=date(2026, 4, 1)),
        condition(3, 9, 0.50),
    ]
    row = one(account_waterfall, {"lines": lines, "conditions": held})
    assert units(row, "rebate", "terms") == [2.7, 1.4]


def test_what_is_account_wide_has_no_family_and_no_colleague() -> None:
    trade = {
        "lines": [line(1, DAY, 80.0, list_amount=100.0)],
        "conditions": [condition(1, 1, None, amount=5 * UNIT, currency="EUR", since=DAY)],
        "giveaways": [
            giveaway(1, DAY, 10.0),
            giveaway(2, DAY, None, value_cost=3.0),
            giveaway(3, DAY, 700.0, after_complaint=True),
        ],
    }
    of_line, wide = sorted(rows_of(waterfall, trade), key=lambda row: -row["family_id"])
    assert units(of_line, "pocket", "rebate", "free_work") == [80.0, 0.0, 0.0]
    assert (wide["family_id"], wide["colleague_id"], wide["n"]) == (0, 0, 0)
    assert units(wide, "rebate", "free_work", "pocket") == [5.0, 13.0, -18.0]
    row = one(account_waterfall, trade)
    assert units(row, "list", "pocket") == [100.0, 62.0]
    assert row["value"] == pytest.approx(0.38)


def test_a_line_without_a_list_price_is_looked_up_else_its_net_stands_for_it() -> None:
    prices = [
        list_price(1, 1, 10.0),
        list_price(2, 1, 8.0, from_quantity=100 * UNIT),
        list_price(3, 1, 900.0, per=100, price_list_id=2, since=date(2026, 4, 1)),
        list_price(4, 2, 1.0, sort="market"),
        list_price(5, 3, 1.0, currency="USD"),
    ]
    lines = [
        line(1, DAY, 15.0, quantity=2.0),
        line(2, DAY, 700.0, quantity=100.0),
        line(3, date(2026, 4, 1), 15.0, quantity=2.0),
        line(4, DAY, 20.0, quantity=2.0, list_amount=30.0),
        line(5, DAY, 5.0, product_id=2),
        line(6, DAY, 5.0, product_id=3),
        line(7, DAY, -15.0, quantity=-2.0, sort=LineSort.RETURN.value),
    ]
    row = one(account_waterfall, {"lines": lines, "list_prices": prices})
    # 20 + 800 + 18 + 30 + 5 + 5 - 20
    assert units(row, "list", "invoice") == [858.0, 745.0]
    assert (row["n"], row["n_no_list"]) == (7, 2)
    assert row["value"] == pytest.approx((848.0 - 735.0) / 848.0)


def test_margin_is_of_the_lines_whose_cost_is_known() -> None:
    lines = [line(1, DAY, 100.0, cost=60.0, freight=5.0), line(2, DAY, 40.0)]
    row = one(account_waterfall, {"lines": lines, "giveaways": [giveaway(1, DAY, 7.0)]})
    assert units(row, "cost", "margin") == [60.0, 28.0]
    assert row["n_no_cost"] == 1


def test_other_money_is_converted_line_by_line_and_without_a_rate_it_is_counted_alone() -> None:
    rates = [*EUROS, rate("USD", date(2026, 1, 1), 0.5, DAY), rate("USD", DAY, 0.33335)]
    lines = [
        line(1, date(2026, 3, 30), 10.0, currency="USD"),
        line(2, DAY, 0.0001, currency="USD"),
        line(3, DAY, 0.0002, currency="USD"),
        line(4, DAY, 99.0, currency="GBP"),
        line(5, date(2025, 12, 31), 99.0, currency="USD"),
    ]
    row = one(account_waterfall, {"lines": lines, "rates": rates})
    assert (row["invoice"], row["n"], row["n_no_rate"]) == (5 * UNIT + 0 + 1, 3, 2)


def test_years_end_with_the_day_asked_for() -> None:
    days = [date(2023, 6, 30), date(2023, 7, 1), date(2025, 6, 30), date(2025, 7, 1), AS_OF]
    lines = [line(n, day, 10.0**n) for n, day in enumerate(days)]
    found = {
        row["years_back"]: row["invoice"] / UNIT for row in rows_of(waterfall, {"lines": lines})
    }
    assert found == {2: 10.0, 1: 100.0, 0: 11_000.0}
    row = one(account_waterfall, {"lines": lines})
    assert units(row, "invoice", "before_invoice") == [11_000.0, 100.0]


def test_charges_and_bad_debt_stand_beside_it() -> None:
    lines = [
        line(1, DAY, 100.0),
        line(2, DAY, 9.0, sort=LineSort.CHARGE.value, cost=2.0),
        line(3, DAY, -50.0, sort=LineSort.BAD_DEBT.value),
    ]
    held = [condition(1, 1, 0.10)]
    row = one(account_waterfall, {"lines": lines, "conditions": held})
    assert units(row, "list", "invoice", "pocket", "margin") == [100.0, 100.0, 90.0, 0.0]
    assert units(row, "charges", "bad_debt") == [9.0, -50.0]
    assert row["n"] == 1


def test_three_years_of_months_end_with_the_one_of_today() -> None:
    lines = [
        line(1, date(2023, 6, 30), 1_000.0),  # a month too old
        line(2, date(2023, 7, 1), 20.4, cost=10.0, list_amount=30.0),
        line(3, AS_OF, 7.5),
        line(4, AS_OF, 7.1),
    ]
    row = one(trade_months, {"lines": lines})
    assert row["revenue"] == ",".join(["20", *["0"] * 34, "15"])
    assert row["margin"] == ",".join(["10", *["0"] * 35])
    assert row["list"] == ",".join(["30", *["0"] * 34, "15"])
    assert (row["month"], row["n"]) == (date(2026, 6, 1), 3)
    assert row["value"] == pytest.approx(35.0 * UNIT / 36)
