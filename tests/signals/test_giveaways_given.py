"""What was given away and what came back, worked by hand and against a plain loop."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.signals import giveaways_given
from tests.signals.asked import asked
from tests.signals.generator import Row, tables
from tests.signals.trade import UNIT, giveaway, line, rate

AS_OF = date(2001, 6, 30)
RATES = [
    rate("EUR", date(1900, 1, 1), 1.0),
    rate("USD", date(2001, 1, 1), 0.8, date(2001, 4, 1)),
    rate("USD", date(2001, 4, 1), 0.9),
]


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(given_: Sequence[Row], lines: Sequence[Row] = ()) -> dict[int, Row]:
    trade = {"giveaways": given_, "lines": lines, "rates": RATES}
    rows = asked(giveaways_given.signal, tables([], trade=trade), as_of=AS_OF)
    return {row["account_id"]: row for row in rows}


def test_the_share_without_return_is_by_list_value_and_of_what_is_due() -> None:
    [row] = rows_of(
        [
            giveaway(1, ago(300), 100, value_cost=60, returned_day=ago(10)),
            giveaway(2, ago(200), 300, value_cost=90),
            giveaway(3, ago(150), 100),
            giveaway(4, ago(90), 100),
            giveaway(5, ago(89), 5_000),
        ]
    ).values()
    assert row["value"] == pytest.approx(500 / 600)
    assert (row["n"], row["n_no_return"], row["n_open"]) == (5, 3, 1)
    assert (row["value_list"], row["value_cost"]) == (5_600 * UNIT, 150 * UNIT)
    assert (row["low"], row["high"], row["last_day"]) == (None, None, ago(89))


def test_amends_for_a_fault_of_ours_are_no_gift() -> None:
    amends = giveaway(2, ago(20), 900, after_complaint=True)
    [row] = rows_of([giveaway(1, ago(30), 100), amends]).values()
    assert (row["n"], row["n_all"], row["n_complaint"]) == (1, 1, 1)
    assert (row["value_list"], row["last_day"], row["in_row"]) == (100 * UNIT, ago(30), 1)


def test_below_five_gifts_the_share_is_null_and_the_counts_stay() -> None:
    [row] = rows_of([giveaway(n, ago(100 + n), 100) for n in range(4)]).values()
    assert (row["value"], row["n"], row["n_no_return"]) == (None, 4, 4)


def test_a_gift_in_another_currency_is_told_by_the_rate_of_its_day() -> None:
    [row] = rows_of(
        [
            giveaway(1, date(2001, 3, 31), 100.0, currency="USD"),
            giveaway(2, date(2001, 4, 1), 100.0, currency="USD"),
            giveaway(3, date(2000, 12, 31), 100.0, currency="USD"),
            giveaway(4, date(2001, 5, 1), None),
        ]
    ).values()
    assert (row["value_list"], row["n_no_value"], row["n"]) == (170 * UNIT, 2, 4)


def test_gifts_are_set_against_what_was_bought_within_the_year() -> None:
    sold = [line(1, ago(20), 4_000), line(2, ago(10), -1_000, sort="return", quantity=-1)]
    [row] = rows_of([giveaway(1, ago(30), 150)], [*sold, line(3, ago(400), 9_000)]).values()
    assert row["revenue_share"] == pytest.approx(0.05)
    assert rows_of([giveaway(1, ago(30), 150)])[1]["revenue_share"] is None


def test_a_row_begins_anew_after_a_return_and_other_kinds_do_not_break_it() -> None:
    gifts = [
        giveaway(1, ago(500), 10),
        giveaway(2, ago(400), 10, returned_day=ago(390)),
        giveaway(3, ago(300), 10),
        giveaway(4, ago(250), 10, kind="sample", returned_day=ago(249)),
        giveaway(5, ago(200), 10, after_complaint=True, returned_day=ago(199)),
        giveaway(6, ago(20), 10),
    ]
    [row] = rows_of(gifts).values()
    assert (row["in_row"], row["kind"], row["cascade"]) == (2, "work", False)
    [row] = rows_of([*gifts, giveaway(7, ago(3), 10)]).values()
    assert (row["in_row"], row["cascade"], row["habit"]) == (3, True, 3)


def test_what_is_longer_ago_than_two_years_is_no_part_of_a_row() -> None:
    gifts = [giveaway(n, ago(730 + n), 10) for n in range(5)]
    [row] = rows_of([*gifts, giveaway(9, ago(3), 10)]).values()
    assert (row["in_row"], row["n_all"]) == (1, 6)


def test_a_return_of_a_later_day_is_not_known_yet() -> None:
    [row] = rows_of([giveaway(1, ago(100), 10, returned_day=AS_OF + timedelta(days=1))]).values()
    assert (row["n_no_return"], row["in_row"]) == (1, 1)


def by_loop(given_: Sequence[Row]) -> dict[int, dict[str, Any]]:
    """The definition, in a plain loop."""
    found = {}
    known = [row for row in given_ if max(row["day"], row["known_day"]) <= AS_OF]
    for account in {row["account_id"] for row in known}:
        theirs = [r for r in known if r["account_id"] == account and not r["after_complaint"]]
        back = {r["giveaway_id"]: bool(r["returned_day"] and r["returned_day"] <= AS_OF)
                for r in theirs}  # fmt: skip
        year = [r for r in theirs if r["day"] > ago(365)]
        due = [r for r in year if back[r["giveaway_id"]] or r["day"] <= ago(90)]
        lost = sum(r["value_list"] for r in due if not back[r["giveaway_id"]])
        whole = sum(r["value_list"] for r in due)
        longest = 0
        for kind in {r["kind"] for r in theirs}:
            row = 0
            for r in sorted(theirs, key=lambda r: (r["day"], r["giveaway_id"])):
                if r["kind"] == kind and r["day"] > ago(730):
                    row = 0 if back[r["giveaway_id"]] else row + 1
            longest = max(longest, row)
        found[account] = {
            "n": len(year),
            "n_all": len(theirs),
            "in_row": longest,
            "value": pytest.approx(lost / whole) if len(year) >= 5 and whole else None,
        }
    return found


@st.composite
def gifts_given(draw: st.DrawFn) -> list[Row]:
    return [
        giveaway(
            number,
            ago(draw(st.sampled_from([0, 30, 89, 90, 91, 200, 365, 400, 729, 730, 800]))),
            draw(st.integers(1, 50)),
            account_id=draw(st.integers(1, 2)),
            kind=draw(st.sampled_from(["work", "gift"])),
            after_complaint=draw(st.integers(0, 5)) == 0,
            returned_day=draw(st.sampled_from([None, None, ago(5), AS_OF + timedelta(days=9)])),
            known_day=draw(st.sampled_from([ago(0), ago(-1)])),
        )
        for number in range(draw(st.integers(0, 14)))
    ]


@settings(max_examples=10, deadline=None)
@given(given_=gifts_given())
def test_it_agrees_with_a_plain_loop(given_: list[Row]) -> None:
    rows, expected = rows_of(given_), by_loop(given_)
    assert rows.keys() == expected.keys()
    for key, row in expected.items():
        assert {name: rows[key][name] for name in row} == row
