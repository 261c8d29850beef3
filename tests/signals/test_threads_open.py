"""Whose is the last word, and who should answer."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings

from kith.signals import threads_open
from tests.signals.asked import asked
from tests.signals.generator import Row, tables, touch, touches

AS_OF = date(2000, 3, 1)


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def open_threads(touched: Sequence[Row]) -> list[Row]:
    return asked(threads_open.signal, tables(touched), as_of=AS_OF)


def test_a_thread_is_open_when_the_last_mail_is_theirs() -> None:
    [row] = open_threads(
        [touch(1, ago(5), "out", thread_id=9), touch(2, ago(3), "in", thread_id=9)]
    )
    assert row == {
        "thread_id": 9,
        "account_id": 1,
        "contact_id": 1,
        "colleague_id": 1,
        "last_activity_id": 2,
        "last_day": ago(3),
        "waiting_days": 3,
        "waiting_counted": 3,
        "contact_two_way": True,
        "answered_elsewhere": False,
        "asks": False,
        "n": 2,
    }


def test_it_is_closed_by_our_answer_and_not_by_a_machines() -> None:
    asked = touch(1, ago(5), "in", thread_id=9)
    assert open_threads([asked, touch(2, ago(4), "out", thread_id=9)]) == []
    assert len(open_threads([asked, touch(2, ago(4), "out", thread_id=9, is_automatic=True)])) == 1


def test_of_two_mails_at_one_instant_the_higher_id_is_the_last() -> None:
    assert (
        open_threads([touch(1, AS_OF, "in", thread_id=9), touch(2, AS_OF, "out", thread_id=9)])
        == []
    )
    assert open_threads([touch(2, AS_OF, "in", thread_id=9), touch(1, AS_OF, "out", thread_id=9)])


def test_an_answer_in_another_thread_is_told_and_a_stranger_is_no_two_way_contact() -> None:
    touched = [touch(1, ago(5), "in", thread_id=9), touch(2, ago(1), "out", colleague_id=2)]
    [row] = open_threads(touched)
    assert (row["answered_elsewhere"], row["contact_two_way"]) == (True, False)


def test_who_had_written_to_them_most_should_answer_else_the_lowest_id() -> None:
    asked = [touch(9, ago(2), "in", thread_id=1, colleague_id=c) for c in (1, 2, 3)]
    [row] = open_threads(asked)
    assert row["colleague_id"] == 1
    before = [touch(n, ago(20 - n), "out", colleague_id=c) for n, c in enumerate((1, 3, 3), 1)]
    after = [touch(n, ago(1), "out", colleague_id=2) for n in (11, 12, 13)]
    [row] = open_threads([*asked, *before, *after])
    assert row["colleague_id"] == 3


def test_each_account_in_a_thread_has_its_own_last_word() -> None:
    other = {"contact_id": 2, "account_id": 2, "thread_id": 9}
    rows = open_threads(
        [
            touch(1, ago(5), "in", thread_id=9),
            touch(2, ago(4), "in", **other),
            touch(3, ago(3), "out", thread_id=9),
        ]
    )
    assert [row["account_id"] for row in rows] == [2]


def by_loop(touched: Sequence[Row]) -> dict[tuple[int, int], Row]:
    """The definition, thread by thread."""
    counted = [
        row
        for row in touched
        if (row["kind"] != "email" or row["direction"] == "out" or row["part"] == 1)
        and not (row["is_mass"] or row["is_automatic"] or row["kind"] == "task")
        and max(row["day"], row["known_day"]) <= AS_OF
    ]
    ours = [row for row in counted if row["direction"] == "out"]
    found = {}
    for thread, account in {(r["thread_id"], r["account_id"]) for r in counted if r["thread_id"]}:
        rows = [r for r in counted if (r["thread_id"], r["account_id"]) == (thread, account)]
        last = max((r["instant"], r["activity_id"]) for r in rows)
        ends = [r for r in rows if r["activity_id"] == last[1] and r["direction"] == "in"]
        if not ends:
            continue
        contact = min(r["contact_id"] for r in ends)
        to_them = [r for r in ours if r["contact_id"] == contact]
        before = [r for r in to_them if (r["instant"], r["activity_id"]) < last]
        reached = {r["colleague_id"] for r in ends if r["contact_id"] == contact}
        found[thread, account] = {
            "contact_id": contact,
            "colleague_id": min(
                reached, key=lambda c: (-sum(r["colleague_id"] == c for r in before), c)
            ),
            "last_activity_id": last[1],
            "contact_two_way": any(r["instant"] < last[0] for r in to_them),
            "answered_elsewhere": any(r["instant"] > last[0] for r in to_them),
            "n": len({r["activity_id"] for r in rows}),
        }
    return found


@settings(max_examples=40, deadline=None)
@given(touched=touches())
def test_open_threads_agree_with_a_plain_loop(touched: list[Row]) -> None:
    rows = {(row["thread_id"], row["account_id"]): row for row in open_threads(touched)}
    expected = by_loop(touched)
    assert rows.keys() == expected.keys()
    for key, row in expected.items():
        assert {name: rows[key][name] for name in row} == row
