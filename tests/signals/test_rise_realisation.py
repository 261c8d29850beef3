"""How much of an announced rise arrived, worked by hand."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.signals import rise_realisation
from kith.signals.interval import Z90
from tests.signals.asked import asked
from tests.signals.generator import Row, tables
from tests.signals.trade import UNIT, condition, line, list_price, rate, rise, waiver

DAY = date(2001, 3, 1)
AS_OF = DAY + timedelta(days=120)
EUR = rate("EUR", date(1900, 1, 1), 1.0)
ids: Iterator[int] = count(1)


def sold(day: int, price: float, pieces: float = 1, **other: Any) -> Row:
    """A line so many days after the rise holds (before: negative)."""
    when = DAY + timedelta(days=day)
    return line(next(ids), when, price * pieces, quantity=pieces, **other)


def both(before: float, after: float, lines: int = 5, **other: Any) -> list[Row]:
    """So many lines of one piece in either quarter."""
    return [
        *(sold(-7 * n - 1, before, **other) for n in range(lines)),
        *(sold(7 * n, after, **other) for n in range(lines)),
    ]


def rows_of(
    lines: Sequence[Row],
    rises: Sequence[Row] = (rise(1, 0.04, DAY),),
    *,
    as_of: date = AS_OF,
    **other: Sequence[Row],
) -> dict[tuple[int, int], Row]:
    trade = {"lines": lines, "rises": rises, "rates": [EUR], **other}
    rows = asked(rise_realisation.signal, tables([], trade=trade), as_of=as_of)
    return {(row["item_id"], row["account_id"]): row for row in rows}


def one(*given_: Any, **other: Any) -> Row:
    [row] = rows_of(*given_, **other).values()
    return row


@pytest.mark.parametrize(
    ("after", "value", "state"),
    [(104.0, 1.0, "arrived"), (103.2, 0.8, "arrived"), (102.0, 0.5, "part"), (100.0, 0.0, "part"),
     (98.0, -0.5, "part")],
)  # fmt: skip
def test_the_share_that_arrived(after: float, value: float, state: str) -> None:
    row = one(both(100.0, after))
    assert row["value"] == pytest.approx(value)
    assert (row["state"], row["n"], row["n_items"]) == (state, 10, 1)
    assert (row["before"], row["after"]) == (1.0, pytest.approx(after / 100))
    assert row["worth"] == 500 * UNIT
    assert row["missed"] == round(max(104.0 - after, 0.0) * 5 * UNIT * 365 / 91)


def test_the_index_weighs_items_by_the_mean_of_both_quantities() -> None:
    """Ten pieces at 10 become five at 11; two at 50 become eight at 50."""
    lines = [sold(-9, 10.0, 10), sold(9, 11.0, 5), sold(-9, 50.0, 2, product_id=2),
             sold(9, 50.0, 8, product_id=2), *both(1.0, 1.0, 3, product_id=3)]  # fmt: skip
    row = one(lines)
    moved, worth = 1.0 * 7.5, 10 * 7.5 + 50 * 5 + 1.0 * 3
    assert row["value"] == pytest.approx(moved / worth / 0.04)
    # Each item left out once.
    without = [0.0, moved / (worth - 250), moved / (worth - 3)]
    spread = (2 / 3 * sum((each - moved / worth) ** 2 for each in without)) ** 0.5 / 0.04
    assert row["low"] == pytest.approx(row["value"] - Z90 * spread)
    assert row["high"] == pytest.approx(row["value"] + Z90 * spread)


def test_two_items_give_no_interval() -> None:
    row = one([*both(10.0, 10.4), *both(20.0, 20.4, product_id=2)])
    assert (row["low"], row["high"], row["n_items"]) == (None, None, 2)
    assert row["value"] is not None


def test_what_is_granted_off_the_line_or_by_a_condition_takes_the_rise_back() -> None:
    lines = [
        *(sold(-n - 1, 100.0) for n in range(5)),
        *(sold(n, 104.0, rebate=4) for n in range(5)),
    ]
    assert one(lines)["value"] == pytest.approx(0.0)
    granted = condition(1, 1, 4 / 104, since=DAY)
    assert one(both(100.0, 104.0), conditions=[granted])["value"] == pytest.approx(0.0)
    elsewhere = condition(1, 1, 0.5, since=DAY, family_id=9)
    assert one(both(100.0, 104.0), conditions=[elsewhere])["value"] == pytest.approx(1.0)


def test_only_items_bought_on_both_sides_are_compared() -> None:
    dearer = [sold(-3, 900.0, product_id=7), sold(3, 9.0, product_id=8)]
    assert one([*both(100.0, 104.0), *dearer])["value"] == pytest.approx(1.0)


def test_below_ten_lines_it_abstains_and_says_no_sales() -> None:
    row = one(both(100.0, 104.0, lines=4))
    assert (row["value"], row["state"], row["n"], row["missed"]) == (None, "no_sales", 8, None)


def test_until_thirteen_weeks_are_over_it_is_early() -> None:
    last = DAY + timedelta(days=91)
    lines = both(100.0, 104.0)
    early = one(lines, as_of=last - timedelta(days=1))
    assert (early["state"], early["value"]) == ("early", None)
    assert one(lines, as_of=last)["state"] == "arrived"


@pytest.mark.parametrize("kind", ["waived", "softened", "postponed"])
def test_what_somebody_granted_is_told_as_they_granted_it(kind: str) -> None:
    let_off = waiver(5, 1, 1, DAY - timedelta(days=20), kind=kind)
    row = one(both(100.0, 104.0), waivers=[let_off])
    assert (row["state"], row["waiver_id"], row["value"]) == (kind, 5, pytest.approx(1.0))


def test_who_was_let_off_and_buys_nothing_has_a_row() -> None:
    rows = rows_of(both(100.0, 104.0), waivers=[waiver(5, 1, 2, DAY)])
    assert rows[1, 2]["state"] == "waived"
    assert rows[1, 2]["value"] is None


@pytest.mark.parametrize(
    ("scope", "met"),
    [
        ({}, {1, 2}),
        ({"family_id": 3}, {2}),
        ({"account_id": 1}, {1}),
        ({"price_list_id": 8}, {2}),
        ({"price_list_id": 8, "account_id": 1}, set()),
    ],
)
def test_a_rise_meets_who_bought_what_it_names(scope: dict[str, int], met: set[int]) -> None:
    lines = [*both(10.0, 10.4), *both(20.0, 20.8, account_id=2, product_id=2, family_id=3)]
    prices = [list_price(1, 2, 20.0, price_list_id=8)]
    rows = rows_of(lines, [rise(1, 0.04, DAY, **scope)], list_prices=prices)
    assert {account for _, account in rows} == met
    assert all(row["value"] == pytest.approx(1.0) for row in rows.values())


def test_two_versions_of_a_list_count_a_line_once() -> None:
    """A rise of a list stands there once for each version of it."""
    prices = [list_price(n, 1, 10.0, price_list_id=n) for n in (1, 2)]
    rises = [rise(1, 0.04, DAY, price_list_id=n) for n in (1, 2)]
    assert one(both(10.0, 10.4), rises, list_prices=prices)["n"] == 10


def test_a_rates_move_is_no_rise() -> None:
    rates = [EUR, rate("USD", date(2000, 1, 1), 0.9, DAY), rate("USD", DAY, 0.5)]
    row = one(both(100.0, 104.0, currency="USD"), rates=rates)
    assert row["value"] == pytest.approx(1.0)
    assert row["worth"] == 250 * UNIT


def test_a_currency_without_a_rate_is_compared_with_nothing() -> None:
    row = one(both(100.0, 104.0, currency="GBP"))
    assert (row["state"], row["n"]) == ("no_sales", 0)


def test_what_was_bought_a_year_before_makes_an_account_one_that_is_met() -> None:
    assert one([sold(-365, 10.0)])["state"] == "no_sales"
    assert rows_of([sold(-366, 10.0)]) == {}


def test_returns_charges_and_free_lines_are_no_prices() -> None:
    odd = [sold(-2, 5.0, sort="charge"), sold(2, 0.0), sold(3, 100.0, -1, sort="return")]
    assert one([*both(100.0, 104.0), *odd])["n"] == 10


@settings(max_examples=20, deadline=None)
@given(
    prices=st.lists(st.integers(100, 10_000), min_size=1, max_size=4),
    share=st.integers(1, 30),
    part=st.sampled_from([0.0, 0.25, 0.5, 1.0, 1.5]),
)
def test_a_rise_of_all_prices_by_a_part_arrives_by_that_part(
    prices: list[int], share: int, part: float
) -> None:
    lines = [
        sold
        for product, price in enumerate(prices, 1)
        for sold in both(float(price), price * (1 + share / 100 * part), product_id=product)
    ]
    row = one(lines, [rise(1, share / 100, DAY)])
    assert row["value"] == pytest.approx(part, abs=1e-3)
    assert row["state"] == ("arrived" if part >= 0.8 else "part")
