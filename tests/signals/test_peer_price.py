"""What others pay, worked by hand and against a plain look at every pair of lines."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean

import ibis
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.signals import others, peer_price, price_position
from kith.terms.trade_words import LineSort
from tests.signals.asked import asked
from tests.signals.generator import Row, as_ibis, tables
from tests.signals.trade import UNIT, Trade, line, list_price, rate

AS_OF = date(2026, 6, 30)
DAY = date(2026, 3, 31)
UNFITTED = peer_price.Params()
EUROS = [rate("EUR", date(1900, 1, 1), 1.0)]


def rows_of(trade: Trade, params: peer_price.Params = UNFITTED) -> list[Row]:
    return asked(
        peer_price.signal, tables([], trade={"rates": EUROS, **trade}), as_of=AS_OF, params=params
    )


def position_of(trade: Trade) -> dict[int, Row]:
    rows = asked(price_position.signal, tables([], trade={"rates": EUROS, **trade}), as_of=AS_OF)
    return {row["account_id"]: row for row in rows}


def prices(*paid: float, account: int = 10, **other: object) -> list[Row]:
    """A line of ten pieces for each price, to accounts `account`, `account` + 1, ..."""
    return [
        line(100 * account + n, DAY, 10 * p, quantity=10.0, account_id=account + n, **other)
        for n, p in enumerate(paid)
    ]


def test_the_band_is_of_the_others_and_the_expected_price_their_middle_one() -> None:
    lines = [*prices(8.0, account=1), *prices(*range(1, 20))]
    row = next(row for row in rows_of({"lines": lines}) if row["account_id"] == 1)
    assert [row[n] / UNIT for n in ("paid", "low_price", "expected", "high_price")] == [
        8,
        2,
        10,
        18,
    ]
    assert (row["value"], row["n"], row["customers"], row["by"]) == (8 / 10 - 1, 1, 19, "cell")
    assert (row["low"], row["high"]) == (8 / 18 - 1, 8 / 2 - 1)
    assert row["leak"] == 20 * UNIT


def test_leakage_is_counted_line_by_line() -> None:
    """What one line is above, another one's falling short is not made up for."""
    own = [line(n, DAY, net, quantity=10.0) for n, net in ((1, 90.0), (2, 120.0))]
    [row] = [r for r in rows_of({"lines": [*own, *prices(*[10.0] * 6)]}) if r["account_id"] == 1]
    assert (row["leak"], row["n"]) == (10 * UNIT, 2)
    assert row["value"] == pytest.approx(0.05)


def test_only_like_quantities_of_goods_at_a_price_within_the_year_are_compared() -> None:
    odd = [
        *prices(99.0, account=30, sort=LineSort.CHARGE.value),
        *prices(0.0, account=31),
        *prices(99.0, account=32, product_id=2),
        line(9, date(2025, 6, 30), 990.0, quantity=10.0, account_id=33),
        line(10, DAY, 16 * 99.0, quantity=16.0, account_id=34),
        line(11, DAY, 990.0, quantity=10.0, account_id=35, currency="GBP"),
    ]
    lines = [*prices(10.0, account=1), *prices(*[10.0] * 5), *odd]
    [row] = [row for row in rows_of({"lines": lines}) if row["account_id"] == 1]
    assert (row["customers"], row["high_price"]) == (5, 10 * UNIT)


def test_with_too_few_others_nothing_is_expected_and_the_row_stays() -> None:
    four = [*prices(10.0, account=1), *prices(10.0, 10.0, 10.0, 10.0)]
    pair = [*prices(10.0, account=1), *prices(10.0, 10.0), *prices(9.0, 9.0), *prices(9.5)]
    for number, row in enumerate(pair):
        row["line_id"] = number
    for lines in (four, pair):
        [row] = [row for row in rows_of({"lines": lines}) if row["account_id"] == 1]
        assert (row["value"], row["expected"], row["by"], row["n"]) == (None, None, None, 0)
        assert row["revenue"] == 100 * UNIT


def test_where_nobody_bought_as_much_the_regression_says_what_they_would_pay() -> None:
    """Their price falls by a tenth of the logarithm of the quantity, hers alone is of 640."""
    own = line(1, DAY, 640 * 5.0, quantity=640.0)
    lines = [own]
    for number, quantity in enumerate((1.0, 2.0, 4.0, 8.0, 16.0, 32.0) * 3):
        price = 10.0 * quantity**-0.1
        lines.append(
            line(
                2 + number,
                DAY,
                round(quantity * price, 4),
                quantity=quantity,
                account_id=2 + number,
            )
        )
    facts = as_ibis(tables([], trade={"rates": EUROS, "lines": lines}))
    engine = ibis.duckdb.connect()
    params = peer_price.fit(
        engine.to_pyarrow(peer_price.statistics(facts, as_of=AS_OF)).to_pylist()
    )
    [row] = [row for row in rows_of({"lines": lines}, params) if row["account_id"] == 1]
    b = params.slopes[0]
    assert -0.12 < b < -0.09  # her line pulls at it
    level = fmean(math.log(10.0) + (-0.1 - b) * math.log(q) for q in (1, 2, 4, 8, 16, 32))
    assert row["expected"] / UNIT == pytest.approx(math.exp(level + b * math.log(640)), rel=1e-4)
    assert (row["by"], row["customers"], row["low_price"]) == ("model", 18, None)


def test_the_position_is_weighted_by_revenue_and_set_against_the_market_too() -> None:
    dear = [line(n, DAY, 120.0, quantity=10.0) for n in range(4)]
    cheap = [line(10 + n, DAY, 30.0, quantity=10.0, product_id=2) for n in range(4)]
    peers = [*prices(*[10.0] * 6), *prices(*[4.0] * 6, account=20, product_id=2)]
    alone = [line(50, DAY, 500.0, product_id=3)]
    market = [list_price(1, 1, 15.0, sort="market")]
    found = position_of({"lines": [*dear, *cheap, *peers, *alone], "list_prices": market})
    row = found[1]
    assert row["value"] == pytest.approx((480 + 120) / (400 + 160) - 1)
    assert (row["n"], row["n_items"], row["leak"]) == (8, 2, 40 * UNIT)
    assert (row["revenue_compared"], row["revenue"]) == (600 * UNIT, 1_100 * UNIT)
    assert (row["market"], row["n_market"]) == (pytest.approx(480 / 600 - 1), 4)
    ratio, (r, e) = 600 / 560, ((480, 120), (400, 160))
    squares = sum((a - ratio * b) ** 2 for a, b in zip(r, e, strict=True))
    half = 1.6448536 * math.sqrt(2.0 * squares) / 560
    assert row["high"] - row["value"] == pytest.approx(half)
    assert found[20]["value"] is None  # one line is too few


@st.composite
def cells(draw: st.DrawFn) -> list[Row]:
    few = st.sampled_from([1.0, 1.0, 2.0, 3.5])
    return [
        {
            "line_id": number, "cell": draw(st.integers(1, 2)),
            "account_id": draw(st.integers(1, 4)), "price": draw(few),
        }
        for number in range(draw(st.integers(1, 30)))
    ]  # fmt: skip


def looked_at(rows: Sequence[Row], cell: int, account: int) -> list[float] | None:
    """Low, middle and high of the others' prices, by sorting them anew for each customer."""
    theirs = [row for row in rows if row["cell"] == cell and row["account_id"] != account]
    if len(theirs) < 5 or len({row["account_id"] for row in theirs}) < 3:
        return None
    paid, n = sorted(row["price"] for row in theirs), len(theirs)
    low = max(1, math.floor(0.1 * (n + 1) + 0.5))
    return [paid[low - 1], paid[(n + 1) // 2 - 1], paid[n - low]]


@settings(max_examples=25, deadline=None)
@given(cells())
def test_ranking_once_finds_what_sorting_for_each_customer_finds(rows: list[Row]) -> None:
    table = others.bands(ibis.memtable(rows), lines_min=5, customers_min=3)
    found = {
        (row["cell"], row["account_id"]): [row[name] for name in ("low", "middle", "high")]
        for row in ibis.duckdb.connect().to_pyarrow(table).to_pylist()
    }
    pairs = {(row["cell"], row["account_id"]) for row in rows}
    expected = {pair: looked_at(rows, *pair) for pair in pairs}
    assert found == {pair: band for pair, band in expected.items() if band}


def test_of_prices_that_differ_four_in_five_hidden_ones_lie_in_the_band() -> None:
    random = np.random.default_rng(11)
    lines = []
    for number in range(6_000):
        account, product = int(random.integers(1, 60)), int(random.integers(1, 12))
        price = 10.0 * product * float(np.exp(random.normal(0.0, 0.2)))
        day = AS_OF - timedelta(days=int(random.integers(0, 360)))
        lines.append(
            line(number, day, 10 * price, quantity=10.0, account_id=account, product_id=product)
        )
    hidden = lines[::5]
    kept = rows_of({"lines": [row for place, row in enumerate(lines) if place % 5]})
    bands = {(row["account_id"], row["item_id"]): row for row in kept}
    inside = [
        band["low_price"] <= row["net"] / 10 <= band["high_price"]
        for row in hidden
        if (band := bands.get((row["account_id"], row["product_id"]))) and band["low_price"]
    ]
    assert len(inside) > 800
    assert 0.77 <= fmean(inside) <= 0.83
