"""How many hold an account, against shares worked out by hand and a plain loop."""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from kith.signals import breadth
from kith.signals.breadth import Params
from tests.signals.asked import asked
from tests.signals.generator import Row, tables, touch, touches

AS_OF = date(2000, 3, 1)
HILL = 2.8001  # Hill's number of order 1 of the shares .5, .3 and .2


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(touched: Sequence[Row], *given: object, **other: object) -> list[Row]:
    return asked(breadth.signal, tables(touched, *given), as_of=AS_OF, **other)  # type: ignore[arg-type]


def mails(*counts: int, day: date = AS_OF, **other: object) -> list[Row]:
    """So many of theirs from contact 1, contact 2, ..."""
    return [
        touch(100 * who + n, day, "in", contact_id=who, **other)
        for who, count in enumerate(counts, 1)
        for n in range(count)
    ]


def test_shares_of_a_half_three_tenths_and_a_fifth_are_two_point_eight_people() -> None:
    [row] = rows_of(mails(5, 3, 2))
    assert row["value"] == pytest.approx(HILL, abs=1e-4)
    assert (row["top_contact_id"], row["top_contact_share"]) == (1, pytest.approx(0.5))
    assert (row["n"], row["colleagues_effective"], row["holder_share"]) == (10, 1.0, 1.0)


def test_who_share_evenly_are_as_many_as_they_are_and_the_lowest_id_leads() -> None:
    [row] = rows_of(mails(2, 2, 2, 2))
    assert row["value"] == pytest.approx(4.0)
    assert (row["top_contact_id"], row["top_contact_share"]) == (1, pytest.approx(0.25))


def test_old_mail_weighs_half_after_thirty_days() -> None:
    """Two of a month ago against one of today: even."""
    [row] = rows_of([*mails(2, day=ago(30)), *mails(0, 1)])
    assert row["value"] == pytest.approx(2.0)


def test_shares_stand_still_while_nothing_happens() -> None:
    touched = [*mails(3, day=ago(40)), *mails(0, 1, day=ago(10))]
    [row] = rows_of(touched)
    [then] = asked(breadth.signal, tables(touched), as_of=AS_OF + timedelta(days=100))
    for name in ("value", "top_contact_share", "colleagues_effective", "holder_share"):
        assert then[name] == pytest.approx(row[name], rel=1e-9)


def test_below_three_touches_of_theirs_shares_are_null_and_counts_stay() -> None:
    [row] = rows_of([*mails(1, 1), touch(9, AS_OF, "out")])
    assert (row["value"], row["top_contact_id"], row["top_contact_share"]) == (None, None, None)
    assert (row["colleagues_effective"], row["holder_id"], row["holder_share"]) == (None,) * 3
    assert (row["n"], row["contacts_two_way_90"], row["colleagues_two_way_90"]) == (2, 1, 1)
    [row] = rows_of(mails(1, 1), params=Params(n_min=2))
    assert row["value"] == pytest.approx(2.0)


def test_people_both_ways_within_90_and_365_days_who_are_there_today() -> None:
    touched = [
        *(touch(10 + way, ago(80), d) for way, d in enumerate(("in", "out"))),
        *(touch(20 + way, ago(300), d, contact_id=2) for way, d in enumerate(("in", "out"))),
        touch(30, ago(10), "in", contact_id=3),
        *(touch(40 + way, ago(10), d, contact_id=4) for way, d in enumerate(("in", "out"))),
        *(touch(50 + way, ago(400 * way), d, contact_id=5) for way, d in enumerate(("in", "out"))),
    ]
    [row] = rows_of(touched, {1: 1, 2: 1, 3: 1, 4: 99, 5: 1})
    assert (row["contacts_two_way_90"], row["contacts_two_way_365"]) == (1, 2)
    assert (row["colleagues_two_way_90"], row["colleagues_two_way_365"]) == (1, 1)


def test_a_shared_address_is_nobody_there_and_its_mail_still_reaches_us() -> None:
    touched = [
        touch(10 * who + way, ago(10), direction, contact_id=who)
        for who in (1, 2)
        for way, direction in enumerate(("in", "out", "in", "in"))
    ]
    [row] = rows_of(touched, None, {2})
    assert (row["contacts_two_way_90"], row["contacts_two_way_365"], row["n"]) == (1, 1, 3)
    assert row["value"] == pytest.approx(1.0)
    [row] = rows_of(touched, None, {1, 2})
    assert (row["value"], row["n"], row["contacts_two_way_365"]) == (None, 0, 0)
    assert (row["colleagues_effective"], row["colleagues_two_way_365"]) == (1.0, 1)


def test_the_holder_is_the_colleague_with_most_of_it_whatever_their_role() -> None:
    to_ben = [touch(n, AS_OF, "in", colleague_id=2, contact_id=n) for n in range(1, 4)]
    [row] = rows_of([*to_ben, touch(4, AS_OF, "in")])
    assert (row["holder_id"], row["holder_share"]) == (2, pytest.approx(0.75))
    entropy = -(0.75 * math.log(0.75) + 0.25 * math.log(0.25))
    assert row["colleagues_effective"] == pytest.approx(math.exp(entropy))


def test_an_account_without_a_touch_in_the_year_has_no_row() -> None:
    assert rows_of(mails(9, day=ago(365))) == []
    assert len(rows_of(mails(9, day=ago(364)))) == 1


def by_loop(touched: Sequence[Row]) -> dict[int, dict[str, object]]:
    """The definition, person by person."""
    weight: dict[tuple[int, str, int], float] = defaultdict(float)
    seen: dict[tuple[int, str, int], set[tuple[int, str]]] = defaultdict(set)
    for row in sorted(touched, key=lambda row: row["day"]):
        wrote = row["kind"] != "email" or row["direction"] == "out" or row["part"] == 1
        plain = not row["is_mass"] and not row["is_automatic"] and row["kind"] != "task"
        if not (wrote and plain) or max(row["day"], row["known_day"]) > AS_OF:
            continue
        for side in ("contact_id", "colleague_id"):
            who = (row["account_id"], side, row[side])
            if (row["activity_id"], row["direction"]) in seen[who]:
                continue
            seen[who].add((row["activity_id"], row["direction"]))
            kind = {"email": 1 / math.sqrt(row["recipients"]), "call": 3, "meeting": 5, "visit": 5}
            if row["direction"] == "in":
                weight[who] += kind[row["kind"]] * 2 ** (-(AS_OF - row["day"]).days / 30)
    found: dict[int, dict[str, object]] = {}
    for account in {key[0] for key in seen}:
        row = found[account] = {}
        for side in ("contact_id", "colleague_id"):
            people = [who for who in seen if who[:2] == (account, side)]
            n = sum(d == "in" for who in people for _, d in seen[who])
            total = sum(weight[who] for who in people)
            shares = [weight[who] / total for who in people if weight[who]]
            entropy = -sum(share * math.log(share) for share in shares)
            row[side] = math.exp(entropy) if n >= 3 else None
            row[f"{side}s"] = sum(len({d for _, d in seen[who]}) == 2 for who in people)
    return found


@settings(max_examples=40, deadline=None)
@given(touched=touches())
def test_breadth_agrees_with_a_plain_loop(touched: list[Row]) -> None:
    rows = {row["account_id"]: row for row in rows_of(touched)}
    expected = by_loop(touched)
    assert rows.keys() == expected.keys()
    names = {
        "contact_id": "value",
        "colleague_id": "colleagues_effective",
        "contact_ids": "contacts_two_way_90",
        "colleague_ids": "colleagues_two_way_90",
    }
    for account, row in expected.items():
        for name, column in names.items():
            value = row[name]
            assert rows[account][column] == (value if value is None else pytest.approx(value))
