"""Attention against comparable customers, and asset or obstacle, worked by hand."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from kith.signals import attention, comparable, standing
from tests.signals.asked import asked
from tests.signals.generator import Row, copy, tables, touch
from tests.signals.trade import UNIT, giveaway, line, rate

AS_OF = date(2001, 6, 30)
EUR = rate("EUR", date(1900, 1, 1), 1.0)
ids: Iterator[int] = count(1)


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def mails(account: int, ours: int, theirs: int = 0, *, contact: int = 0, **other: Any) -> list[Row]:
    """So many of ours and of theirs, the last of them yesterday."""
    who = {"account_id": account, "contact_id": contact or account, **other}
    return [
        touch(next(ids), ago(1 + n), direction, **who)
        for direction, many in (("out", ours), ("in", theirs))
        for n in range(many)
    ]


def sold(account: int, net: float, lines: int = 1, **other: Any) -> list[Row]:
    return [
        line(next(ids), ago(10), net / lines, account_id=account, **other) for _ in range(lines)
    ]


def rows_of(
    module: Any,
    touches: Sequence[Row],
    copies: Sequence[Row] | None = None,
    **trade: Sequence[Row],
) -> dict[int, Row]:
    rows = asked(
        module.signal, tables(touches, copies=copies, trade={"rates": [EUR], **trade}), as_of=AS_OF
    )
    return {row["account_id"]: row for row in rows}


def eight(revenue: float = 1_000.0) -> list[Row]:
    """Accounts 2 to 9, who buy about as much as each other."""
    return [row for account in range(2, 10) for row in sold(account, revenue + account)]


def test_attention_is_the_weight_of_ours_over_the_median_of_who_buys_as_much() -> None:
    touches = [
        *mails(1, 3, theirs=9),
        *mails(1, 0, theirs=1, kind="call"),
        *mails(1, 2, kind="meeting"),
        *(row for account in range(2, 10) for row in mails(account, account)),
    ]
    row = rows_of(attention, touches, lines=[*eight(), *sold(1, 1_000)])[1]
    assert (row["touches"], row["meetings"], row["hours_weight"]) == (6, 2, 3 + 3 + 10)
    usual = 5.5  # of 2, 3, ... 9
    assert row["value"] == pytest.approx(16 / usual)
    assert (row["low"], row["high"]) == (pytest.approx(2.7 / usual), pytest.approx(8.3 / usual))
    assert (row["peers_touches"], row["n_peers"], row["group"]) == (5.5, 8, "")
    assert row["revenue"] == 1_000 * UNIT


def test_gifts_are_told_beside_it_and_amends_are_none() -> None:
    given = [giveaway(1, ago(20), 70), giveaway(2, ago(20), 70, after_complaint=True),
             giveaway(3, ago(365), 70), *(giveaway(10 + a, ago(9), a, account_id=a)
                                          for a in range(2, 10))]  # fmt: skip
    touches = [row for account in range(1, 10) for row in mails(account, 1)]
    row = rows_of(attention, touches, lines=[*eight(), *sold(1, 1_000)], giveaways=given)[1]
    assert (row["gifts"], row["peers_gifts"]) == (70 * UNIT, 5.5 * UNIT)


def test_seven_are_too_few_to_compare_with() -> None:
    touches = [row for account in range(1, 10) for row in mails(account, 2)]
    lines = [row for row in [*eight(), *sold(1, 1_000)] if row["account_id"] != 9]
    row = rows_of(attention, touches, lines=lines)[1]
    assert (row["value"], row["n_peers"], row["touches"]) == (None, 7, 2)


def test_who_buys_more_than_three_times_as_much_is_not_comparable() -> None:
    touches = [row for account in range(1, 10) for row in mails(account, 2)]
    assert rows_of(attention, touches, lines=[*eight(), *sold(1, 4_000)])[1]["n_peers"] == 0


def test_without_revenue_nobody_is_compared() -> None:
    touches = [row for account in range(1, 10) for row in mails(account, 2)]
    back = sold(1, -50, sort="return", quantity=-1)
    rows = rows_of(attention, touches, lines=[*eight(), *back])
    assert (rows[1]["value"], rows[1]["n_peers"]) == (None, 0)
    assert rows[2]["n_peers"] == 7


def test_a_segment_that_is_large_enough_is_compared_within() -> None:
    """Accounts with even numbers are of one segment (`tests.signals.generator`)."""
    params = attention.Params(compared=comparable.Params(segment=9))
    touches = [row for account in range(1, 20) for row in mails(account, 1 + account % 2)]
    lines = [row for account in range(1, 20) for row in sold(account, 1_000 + account)]
    rows = {
        r["account_id"]: r
        for r in asked(
            attention.signal,
            tables(touches, trade={"rates": [EUR], "lines": lines}),
            as_of=AS_OF,
            params=params,
        )
    }
    assert (rows[2]["group"], rows[2]["n_peers"], rows[2]["value"]) == ("oem", 8, 1.0)
    # Of all nineteen the twelve next above: there is nobody below.
    assert (rows[1]["group"], rows[1]["n_peers"]) == ("", 12)


def firm(**first: Any) -> dict[int, Row]:
    """Nine customers alike, ten lines each at 90 of 100 with cost 60, the first as `first` says;
    each a little closer than the one with the next number."""
    usual = {"list_amount": 10.0, "cost": 6.0}
    lines = [row for account in range(2, 10) for row in sold(account, 90.0, 10, **usual)] + sold(
        1, first.pop("net", 90.0), first.pop("lines", 10), **usual
    )
    touches = [row for account in range(1, 10) for row in mails(account, 20 - account, 5)]
    return rows_of(standing, [*touches, *first.pop("touches", [])], lines=lines, **first)


def test_who_is_as_all_others_earns_neither_more_nor_less() -> None:
    rows = firm()
    assert {row["value"] for row in rows.values()} == {0.0}
    assert {row["field"] for row in rows.values()} == {"usual"}
    assert rows[1]["strength"] == pytest.approx(8 / 9)
    assert rows[5]["strength"] == pytest.approx(0.0)
    assert rows[9]["strength"] == pytest.approx(-8 / 9)
    assert {row["access"] for row in rows.values()} == {0.0}
    assert rows[1]["close"] == pytest.approx(0.7 * 8 / 9)
    assert rows[1]["reasons"] == "near"


def test_the_friend_who_pays_less_is_an_obstacle_and_the_reasons_say_why() -> None:
    given = [giveaway(1, ago(30), 9.0)]
    row = firm(net=75.0, giveaways=given)[1]
    leak, share = 0.25 + 0.09, (75 - 60 - 9) / (75 - 9)
    assert row["leak_share"] == pytest.approx(leak)
    assert row["margin_share"] == pytest.approx(share)
    assert (row["usual_margin"], row["usual_leak"]) == (pytest.approx(1 / 3), pytest.approx(0.1))
    by = {"margin": share - 1 / 3, "leak": 0.1 - leak, "given": -9 / 75}
    half = {"margin": 0.05, "leak": 0.05, "given": 0.01}
    part = {name: d / (abs(d) + half[name]) for name, d in by.items()}
    earns = (0.4 * part["margin"] + 0.25 * part["leak"] + 0.15 * part["given"]) / 0.8
    assert row["value"] == pytest.approx(earns)
    assert (row["field"], row["reasons"]) == ("obstacle", "near,margin_low,leaks,gifts")


def test_who_pays_more_is_an_asset_and_from_afar_an_earner() -> None:
    rows = firm(net=99.0, touches=mails(1, 60, 60))
    assert rows[1]["field"] == "asset"
    assert "margin_high" in rows[1]["reasons"]
    far = firm(net=99.0, touches=[r for a in range(2, 10) for r in mails(a, 60, 60)])
    assert far[1]["field"] == "earner"


def test_knowing_more_people_there_is_access() -> None:
    row = firm(touches=mails(1, 1, 1, contact=77))[1]
    assert (row["contacts"], row["access"]) == (2, pytest.approx(8 / 9))
    assert row["reasons"] == "near,many"


def test_knowing_the_one_most_there_write_to_counts_half_a_person_more() -> None:
    """Three at customer 1 write to contact 1, whom we know; as many at 2 to one whom we do not."""
    inside = [
        copy(next(ids), ago(n), known, account_id=account, sender_account_id=account,
             sender_contact_id=50 * account + n)
        for account, known in ((1, 1), (2, 99)) for n in range(1, 6)
    ]  # fmt: skip
    rows = firm(copies=inside)
    assert [rows[account]["knows_say"] for account in (1, 2, 3)] == [True, False, None]
    assert {row["contacts"] for row in rows.values()} == {1}
    assert (rows[1]["access"], rows[2]["access"]) == (pytest.approx(8 / 9), pytest.approx(-1 / 9))


def test_below_ten_lines_it_abstains() -> None:
    row = firm(lines=9)[1]
    assert (row["value"], row["close"], row["field"], row["n"]) == (None, None, None, 9)


def test_one_way_contact_is_no_closeness() -> None:
    lines = [r for a in range(1, 10) for r in sold(a, 90.0, 10, list_amount=10.0, cost=6.0)]
    touches = [row for account in range(1, 10) for row in mails(account, 20, 5 * (account > 1))]
    row = rows_of(standing, touches, lines=lines)[1]
    assert (row["close"], row["field"], row["strength"], row["n"]) == (None, None, None, 10)


def test_seven_customers_are_too_few_for_places() -> None:
    lines = [r for a in range(1, 8) for r in sold(a, 90.0, 10, list_amount=10.0, cost=6.0)]
    touches = [row for account in range(1, 8) for row in mails(account, 20, 5)]
    assert {r["field"] for r in rows_of(standing, touches, lines=lines).values()} == {None}


def test_margin_that_fell_is_shrinking() -> None:
    usual = {"list_amount": 10.0, "cost": 6.0}
    before = [
        line(next(ids), ago(400), 9.0, account_id=account, **usual)
        for account in range(1, 10) for _ in range(20 if account == 1 else 10)
    ]  # fmt: skip
    lines = [r for a in range(1, 10) for r in sold(a, 90.0, 10, **usual)]
    touches = [row for account in range(1, 10) for row in mails(account, 20, 5)]
    rows = rows_of(standing, touches, lines=[*before, *lines])
    assert rows[1]["margin_trend"] == pytest.approx((30 - 60) / 45)
    assert rows[2]["margin_trend"] == pytest.approx(0.0)
    assert "shrinking" in rows[1]["reasons"]


def test_earning_grows_with_the_price_paid() -> None:
    values = [firm(net=net)[1]["value"] for net in (70.0, 85.0, 90.0, 95.0)]
    assert values == sorted(values)
    assert values[0] < 0 < values[-1]
    assert all(-1 <= value <= 1 for value in values)
