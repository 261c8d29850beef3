"""Months of touches, and the last two-way contact, worked by hand."""

from collections.abc import Sequence
from datetime import date, timedelta
from types import ModuleType

from kith.signals import last_two_way, months, silence
from tests.signals.asked import asked
from tests.signals.generator import Row, tables, touch

AS_OF = date(2026, 3, 31)


def rows_of(module: ModuleType, touched: Sequence[Row], as_of: date = AS_OF) -> list[Row]:
    return asked(module.signal, tables(touched), as_of=as_of)


def test_two_years_of_months_end_with_the_one_of_today() -> None:
    touched = [
        touch(1, date(2024, 3, 31), "in"),  # a month too old
        touch(2, date(2024, 4, 1), "in"),
        touch(3, date(2026, 2, 28), "out"),
        touch(4, AS_OF, "in"),
        touch(5, AS_OF, "in"),
    ]
    [row] = rows_of(months, touched)
    assert row["theirs"] == ",".join(["1", *["0"] * 22, "2"])
    assert row["ours"] == ",".join([*["0"] * 22, "1", "0"])
    assert (row["month"], row["n"], row["value"]) == (date(2026, 3, 1), 4, 4 / 24)


def test_a_mail_to_many_of_theirs_counts_once_a_month() -> None:
    touched = [touch(1, AS_OF, "out", contact_id=c, recipients=3) for c in (1, 2, 3)]
    [row] = rows_of(months, touched)
    assert row["ours"].endswith(",1")


def test_the_last_two_way_contact_is_of_the_side_that_is_silent_for_longer() -> None:
    touched = [
        touch(1, date(2026, 1, 5), "in", contact_id=7, colleague_id=2),
        touch(2, date(2026, 1, 9), "out", contact_id=8, colleague_id=3),
        touch(3, date(2026, 3, 1), "in", contact_id=9, colleague_id=2),
    ]
    [row] = rows_of(last_two_way, touched)
    assert (row["day"], row["activity_id"]) == (date(2026, 1, 9), 2)
    assert (row["theirs_id"], row["ours_id"], row["by_them"]) == (8, 3, False)
    assert row["value"] == (date(2026, 1, 9) - date(1970, 1, 1)).days


def test_on_one_day_theirs_tells_it_and_one_sided_accounts_have_no_row() -> None:
    both = [touch(1, AS_OF, "out"), touch(2, AS_OF, "in")]
    [row] = rows_of(last_two_way, [*both, touch(3, AS_OF, "out", account_id=5, contact_id=50)])
    assert (row["activity_id"], row["by_them"]) == (2, True)


def test_of_several_on_the_last_day_the_newest_one_and_the_first_of_its_people_are_named() -> None:
    touched = [
        touch(1, AS_OF - timedelta(days=4), "in", contact_id=4),
        *(touch(2, AS_OF, "out", contact_id=c, recipients=2) for c in (6, 5)),
        touch(3, AS_OF - timedelta(days=4), "in", contact_id=5),
    ]
    [row] = rows_of(last_two_way, touched)
    assert (row["activity_id"], row["theirs_id"]) == (3, 5)


def test_silence_lists_the_last_ten_gaps_oldest_first() -> None:
    gaps = [40, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11]
    day, touched = date(2025, 6, 1), []
    for number, gap in enumerate([0, *gaps]):
        day += timedelta(days=gap)
        touched.append(touch(number + 1, day, "in"))
    [row] = rows_of(silence, touched)
    assert row["gaps"] == "1,2,3,4,5,6,7,8,9,11"
    [row] = rows_of(silence, touched[:1])
    assert row["gaps"] is None
