"""Ties against sums worked out by hand, and against a plain loop."""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from kith.signals import account_ties, contact_ties, ties
from kith.signals.exchange import Params
from kith.signals.weights import Weights
from tests.signals.asked import asked
from tests.signals.generator import FIRST, Row, tables, touch, touches

AS_OF = date(2000, 3, 1)


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(module, touched: Sequence[Row], **other) -> list[Row]:  # type: ignore[no-untyped-def]
    return asked(module.signal, tables(touched, other.pop("contacts", None)), as_of=AS_OF, **other)


def test_theirs_count_full_and_ours_half_each_halved_every_thirty_days() -> None:
    [row] = rows_of(
        ties, [touch(1, AS_OF, "in"), touch(2, ago(30), "in"), touch(3, ago(60), "out")]
    )
    assert row["in30"] == pytest.approx(1.5)
    assert row["out30"] == pytest.approx(0.25)
    assert row["value"] == pytest.approx(1.625)
    assert (row["n"], row["n_in"], row["n_out"]) == (3, 2, 1)
    assert (row["in90"], row["out90"]) == (2, 1)
    assert (row["first_day"], row["last_day"]) == (ago(60), AS_OF)
    assert (row["last_in_day"], row["last_out_day"]) == (AS_OF, ago(60))
    assert row["two_way"] is True


def test_kinds_weigh_one_three_and_five_and_only_mail_is_divided_by_its_addresses() -> None:
    [row] = rows_of(
        ties,
        [
            touch(1, AS_OF, "in", recipients=4),
            touch(2, AS_OF, "in", kind="call", recipients=4),
            touch(3, AS_OF, "in", kind="meeting", recipients=4),
            touch(4, AS_OF, "out", kind="visit"),
        ],
    )
    assert row["in30"] == pytest.approx(0.5 + 3 + 5)
    assert row["out30"] == pytest.approx(5)
    assert (row["n_email"], row["n_call"], row["n_meeting"]) == (1, 1, 2)
    assert row["recipients"] == 4.0


def test_its_past_is_the_mean_of_its_own_value_at_the_six_points_before() -> None:
    """Six mails of theirs, thirty days apart, the last ninety days ago."""
    mails = [touch(n, ago(30 * n), "in") for n in range(3, 9)]
    at_points = [
        sum(2.0 ** (point - n) for n in range(3, 9) if n >= point) for point in range(1, 7)
    ]
    [row] = rows_of(ties, mails)
    assert at_points[2] == pytest.approx(1.96875)
    assert row["value"] == pytest.approx(at_points[2] / 8)
    assert row["past"] == pytest.approx(sum(at_points) / 6)
    assert row["change"] == pytest.approx(row["value"] / row["past"] - 1)
    assert row["fell"] is True


def test_a_tie_that_goes_on_has_not_fallen() -> None:
    [row] = rows_of(ties, [touch(n, ago(30 * n), "in") for n in range(20)])
    assert row["past"] == pytest.approx(2, rel=1e-3)
    assert row["change"] == pytest.approx(0, abs=1e-3)
    assert row["fell"] is False


@pytest.mark.parametrize(
    ("ages", "has_past"),
    [((179, 10, 0), False), ((180, 10), False), ((180, 400, 0), True)],
    ids=["younger than its past", "below three touches", "faint then"],
)
def test_without_enough_of_a_past_it_says_nothing_of_a_change(
    ages: tuple[int, ...], has_past: bool
) -> None:
    [row] = rows_of(ties, [touch(n, ago(age), "in") for n, age in enumerate(ages)])
    assert (row["past"] is not None) == has_past
    assert (row["change"], row["fell"]) == (None, None)


def test_the_points_of_the_past_can_be_edited() -> None:
    params = Params(points=2, step=10, past_min=0.1, fall=0.9)
    [row] = rows_of(ties, [touch(n, ago(30), "in") for n in range(3)], params=params)
    today, before = 1.5, 3 * (2 ** (-20 / 30) + 2 ** (-10 / 30)) / 2
    assert (row["value"], row["past"]) == (pytest.approx(today), pytest.approx(before))
    assert row["fell"] is False


def test_below_three_touches_it_abstains_and_keeps_the_inputs() -> None:
    [row] = rows_of(ties, [touch(1, AS_OF, "in"), touch(2, AS_OF, "out")])
    assert row["value"] is None
    assert (row["in30"], row["out30"], row["n"]) == (1.0, 1.0, 2)


@pytest.mark.parametrize(
    "left_out",
    [
        {"is_mass": True},
        {"is_automatic": True},
        {"kind": "note"},
        {"part": 4},
        {"known_day": AS_OF + timedelta(days=1)},
    ],
)
def test_what_is_no_touch_leaves_no_trace(left_out: Row) -> None:
    assert rows_of(ties, [touch(1, AS_OF, "in", **left_out)]) == []


def test_a_mail_of_ours_is_a_touch_of_everyone_it_names() -> None:
    rows = rows_of(ties, [touch(1, AS_OF, "out"), touch(1, AS_OF, "out", contact_id=2, part=4)])
    assert [row["n_out"] for row in rows] == [1, 1]


def test_the_account_is_todays_and_null_where_the_contact_has_none() -> None:
    touched = [touch(1, AS_OF, "in"), touch(2, AS_OF, "in", contact_id=2)]
    rows = rows_of(ties, touched, contacts={1: 7})
    assert {row["contact_id"]: row["account_id"] for row in rows} == {1: 7, 2: None}


def test_the_numbers_behind_the_weight_can_be_edited() -> None:
    params = Params(weights=Weights(half_life=10, kinds={"email": 2.0}), out_share=1.0, n_min=1)
    touched = [touch(1, ago(10), "in"), touch(2, AS_OF, "out"), touch(3, AS_OF, "in", kind="call")]
    [row] = rows_of(ties, touched, params=params)
    assert (row["value"], row["n"]) == (pytest.approx(3.0), 2)


def test_two_colleagues_on_one_mail_are_one_touch_of_the_team() -> None:
    touched = [touch(1, AS_OF, "in"), touch(1, AS_OF, "in", colleague_id=2)]
    assert len(rows_of(ties, touched)) == 2
    [row] = rows_of(contact_ties, touched)
    assert (row["n"], row["in30"]) == (1, 1.0)


def test_one_mail_to_four_contacts_is_one_touch_of_the_account() -> None:
    touched = [
        touch(1, AS_OF, "out", contact_id=contact, colleague_id=colleague, recipients=4)
        for contact in (1, 2, 3, 4)
        for colleague in (1, 2)
    ]
    [row] = rows_of(account_ties, touched)
    assert (row["n"], row["out30"]) == (1, 0.5)


def by_loop(
    touched: Sequence[Row], ids: tuple[str, ...]
) -> dict[tuple[int, ...], dict[str, float]]:
    """The definition, row by row; once per activity and `ids`, dated by its first day."""
    seen: dict[tuple[int, ...], Row] = {}
    for row in touched:
        wrote = row["kind"] != "email" or row["direction"] == "out" or row["part"] == 1
        plain = not row["is_mass"] and not row["is_automatic"] and row["kind"] != "task"
        if wrote and plain and max(row["day"], row["known_day"]) <= AS_OF:
            key = (*(row[name] for name in ids), row["activity_id"])
            if key not in seen or row["day"] < seen[key]["day"]:
                seen[key] = row
    sums: dict[tuple[int, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for key, row in seen.items():
        kind = {"email": 1 / math.sqrt(row["recipients"]), "call": 3, "meeting": 5, "visit": 5}
        weight = kind[row["kind"]] * 2 ** (-(AS_OF - row["day"]).days / 30)
        sums[key[:-1]][f"{row['direction']}30"] += weight
        sums[key[:-1]][f"n_{row['direction']}"] += 1
        sums[key[:-1]]["first"] = min(sums[key[:-1]].get("first", 1e9), row["day"].toordinal())
        for point in range(1, 7):  # the same sum as of each of the six points before
            age = (AS_OF - row["day"]).days - 30 * point
            share = 1.0 if row["direction"] == "in" else 0.5
            if age >= 0:
                sums[key[:-1]]["past"] += kind[row["kind"]] * share * 2 ** (-age / 30) / 6
    return sums


@pytest.mark.parametrize(
    ("module", "ids"),
    [
        (ties, ("colleague_id", "contact_id")),
        (contact_ties, ("contact_id",)),
        (account_ties, ("account_id",)),
    ],
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(touched=touches())
def test_ties_agree_with_a_plain_loop(module, ids, touched: list[Row]) -> None:  # type: ignore[no-untyped-def]
    assert FIRST <= AS_OF
    rows = rows_of(module, touched)
    expected = by_loop(touched, ids)
    assert {tuple(row[name] for name in ids) for row in rows} == set(expected)
    for row in rows:
        sums = expected[tuple(row[name] for name in ids)]
        for name in ("in30", "out30", "n_in", "n_out"):
            assert row[name] == pytest.approx(sums[name], rel=1e-9, abs=1e-12), name
        value = sums["in30"] + sums["out30"] / 2
        assert row["value"] == (pytest.approx(value) if row["n"] >= 3 else None)
        old = row["n"] >= 3 and sums["first"] <= ago(180).toordinal()
        assert row["past"] == (pytest.approx(sums["past"]) if old else None)
