"""Who alone knows somebody at an account, worked by hand and against a plain loop."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from kith.signals import leaving
from tests.signals.asked import asked
from tests.signals.generator import Row, tables, touch, touches

AS_OF = date(2000, 3, 1)


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(touched: Sequence[Row], *given: object) -> dict[tuple[int, int], Row]:
    rows = asked(leaving.signal, tables(touched, *given), as_of=AS_OF)  # type: ignore[arg-type]
    return {(row["colleague_id"], row["account_id"]): row for row in rows}


def both_ways(first: int, day: date, **who: int) -> list[Row]:
    return [touch(first, day, "in", **who), touch(first + 1, day, "out", **who)]


def test_who_alone_writes_both_ways_with_somebody_there_has_no_others() -> None:
    touched = [
        *both_ways(1, ago(100)),
        *both_ways(3, ago(20), contact_id=2),
        touch(5, ago(5), "in", colleague_id=2),
        touch(6, ago(5), "out", colleague_id=3, contact_id=2),
    ]
    assert rows_of(touched) == {
        (1, 1): {
            "colleague_id": 1, "account_id": 1, "value": pytest.approx(4 / 6), "low": None,
            "high": None, "n": 6, "own_in": 2, "own_out": 2, "contacts": 2, "others": 0,
            "first_day": ago(100), "last_day": ago(20),
        }
    }  # fmt: skip


def test_to_know_somebody_is_a_word_each_way_with_one_person() -> None:
    """Anna writes to one and hears from the other: she knows neither."""
    touched = [touch(1, ago(9), "out"), touch(2, ago(8), "in", contact_id=2)]
    assert rows_of(touched) == {}


def test_each_of_two_who_know_somebody_there_has_one_other() -> None:
    touched = [*both_ways(1, ago(9)), *both_ways(3, ago(8), colleague_id=2, contact_id=2)]
    assert {who: row["others"] for who, row in rows_of(touched).items()} == {(1, 1): 1, (2, 1): 1}


def test_one_mail_to_two_colleagues_is_one_of_the_accounts_and_one_of_each() -> None:
    touched = [
        *both_ways(1, ago(9)),
        *both_ways(3, ago(9), colleague_id=2),
        touch(5, ago(3), "in"),
        touch(5, ago(3), "in", colleague_id=2),
    ]
    rows = rows_of(touched)
    assert {row["n"] for row in rows.values()} == {5}
    assert [row["value"] for row in rows.values()] == pytest.approx([3 / 5, 3 / 5])


def test_a_shared_address_and_who_has_left_are_nobody_to_know() -> None:
    assert rows_of(both_ways(1, ago(9)), None, {1}) == {}
    assert rows_of(both_ways(1, ago(9)), {1: 2}) == {}


def test_below_three_touches_the_share_is_null_and_a_year_ago_is_forgotten() -> None:
    [row] = rows_of(both_ways(1, ago(9))).values()
    assert (row["value"], row["n"], row["others"]) == (None, 2, 0)
    assert rows_of([touch(1, ago(365), "in"), touch(2, ago(9), "out")]) == {}


def by_loop(touched: Sequence[Row]) -> dict[tuple[int, int], dict[str, object]]:
    """The definition: pairs of persons first, then colleagues and accounts."""
    counted = [
        row
        for row in touched
        if (row["kind"] != "email" or row["direction"] == "out" or row["part"] == 1)
        and not (row["is_mass"] or row["is_automatic"] or row["kind"] == "task")
        and max(row["day"], row["known_day"]) <= AS_OF
    ]
    ways: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for row in counted:
        ways[row["colleague_id"], row["account_id"], row["contact_id"]].add(row["direction"])
    knows = [pair for pair, way in ways.items() if len(way) == 2]
    found: dict[tuple[int, int], dict[str, object]] = {}
    for colleague, account in {pair[:2] for pair in knows}:
        there = [row for row in counted if row["account_id"] == account]
        own = {
            (row["activity_id"], row["direction"])
            for row in there
            if row["colleague_id"] == colleague
        }
        n = len({(row["activity_id"], row["direction"]) for row in there})
        found[colleague, account] = {
            "n": n,
            "own_in": sum(way == "in" for _, way in own),
            "own_out": sum(way == "out" for _, way in own),
            "contacts": sum(pair[:2] == (colleague, account) for pair in knows),
            "others": len({pair[0] for pair in knows if pair[1] == account}) - 1,
            "value": pytest.approx(len(own) / n) if n >= 3 else None,
        }
    return found


@settings(max_examples=40, deadline=None)
@given(touched=touches())
def test_leaving_agrees_with_a_plain_loop(touched: list[Row]) -> None:
    rows, expected = rows_of(touched), by_loop(touched)
    assert rows.keys() == expected.keys()
    for key, row in expected.items():
        assert {name: rows[key][name] for name in row} == row
