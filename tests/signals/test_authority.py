"""Who is written to by how many, worked by hand and against a plain loop."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.signals import authority
from tests.signals.asked import asked
from tests.signals.generator import Row, copy, tables, touch, touches

AS_OF = date(2000, 3, 1)


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(
    touched: Sequence[Row],
    copies: Sequence[Row] = (),
    contacts: Mapping[int, int] | None = None,
    shared: Collection[int] = (),
) -> dict[int, Row]:
    found = asked(authority.signal, tables(touched, contacts, shared, copies=copies), as_of=AS_OF)
    rows = {row["contact_id"]: row for row in found}
    assert len(rows) == len(found)
    return rows


def written(contact: int, *senders: int, days_ago: int = 5, **other: Any) -> list[Row]:
    """A mail of each of these to the contact as well."""
    return [
        copy(1000 * contact + n, ago(days_ago), contact, sender_contact_id=sender, **other)
        for n, sender in enumerate(senders)
    ]


def test_people_count_and_not_their_mails() -> None:
    rows = rows_of([], [*written(8, 1, 1, 1, 1, 1, 1), *written(9, 1, 2, 3, 4, 5)])
    assert {who: (row["value"], row["n"]) for who, row in rows.items()} == {8: (1, 6), 9: (5, 5)}


def test_ours_count_beside_theirs_and_a_mail_of_theirs_to_us_says_nothing() -> None:
    ours = [touch(n, ago(n), "out", colleague_id=1 + n % 2, contact_id=9) for n in range(4)]
    rows = rows_of([*ours, touch(7, ago(1), "in", contact_id=9)], written(9, 1))
    assert rows.keys() == {9}
    assert [rows[9][name] for name in ("value", "senders_theirs", "senders_ours", "n")] == [
        3, 1, 2, 5,
    ]  # fmt: skip


def test_writers_from_elsewhere_do_not_count() -> None:
    assert rows_of([], written(9, 1, 2, sender_account_id=7)) == {}


@pytest.mark.parametrize(
    "lost",
    [{"days_ago": 365}, {"days_ago": -1}, {"known_day": AS_OF + timedelta(days=1)}],
)
def test_what_is_a_year_old_or_not_yet_known_does_not_count(lost: dict[str, Any]) -> None:
    assert rows_of([], written(9, 1, 2, 3, 4, 5, **lost)) == {}


def test_below_five_mails_there_is_no_value() -> None:
    assert rows_of([], written(9, 1, 2, 3, 4))[9]["value"] is None


def test_a_shared_address_and_who_has_left_have_no_say() -> None:
    copies = written(9, 1, 2, 3, 4, 5)
    assert rows_of([], copies, {9: 1}, {9}) == {}
    assert rows_of([], copies, {9: 2}) == {}


@st.composite
def copies(draw: st.DrawFn) -> list[Row]:
    few = st.integers(1, 4)
    return [
        copy(
            number,
            day := date(2000, 1, 1) + timedelta(days=draw(st.integers(0, 70))),
            draw(few),
            account_id=draw(st.integers(1, 2)),
            sender_contact_id=draw(few),
            sender_account_id=draw(st.integers(1, 2)),
            known_day=day + timedelta(days=draw(st.sampled_from([0, 0, 5]))),
        )
        for number in range(draw(st.integers(0, 25)))
    ]


@settings(max_examples=40, deadline=None)
@given(touched=touches(), copied=copies())
def test_authority_agrees_with_a_plain_loop(touched: list[Row], copied: list[Row]) -> None:
    at = {1: 1, 2: 1, 3: 2, 4: 1}
    pairs: dict[int, list[tuple[str, int]]] = {}
    for row in touched:
        plain = not (row["is_mass"] or row["is_automatic"] or row["kind"] == "task")
        if row["direction"] == "out" and plain and max(row["day"], row["known_day"]) <= AS_OF:
            pairs.setdefault(row["contact_id"], []).append(("ours", row["colleague_id"]))
    for row in copied:
        inside = row["sender_account_id"] == row["account_id"] == at[row["contact_id"]]
        if inside and max(row["day"], row["known_day"]) <= AS_OF:
            pairs.setdefault(row["contact_id"], []).append(("theirs", row["sender_contact_id"]))
    for row in touched:
        assert at[row["contact_id"]] == row["account_id"]
    rows = rows_of(touched, copied, at)
    assert {who: (row["n"], row["value"]) for who, row in rows.items()} == {
        who: (len(found), len(set(found)) if len(found) >= 5 else None)
        for who, found in pairs.items()
    }
