"""Days on which the firm's mail stands still, and what they do to a silence and a wait."""

import math
from datetime import date, timedelta

import ibis
import pytest

from kith.signals import absences, days_off, rhythm, silence, threads_open
from kith.signals.output import last_days
from tests.signals.asked import asked
from tests.signals.generator import Row, as_ibis, notice, tables, touch

MONDAY = date(2024, 1, 1)
WEEKS = 30
END = MONDAY + timedelta(days=7 * WEEKS - 1)  # a Sunday
HOLIDAY = END - timedelta(days=9)  # a Friday


def firm(*, a_day: int = 20, holidays: tuple[date, ...] = (), until: date = END) -> list[Row]:
    """Mail of contact 99 on every working day, none at weekends and on holidays."""
    days = [MONDAY + timedelta(days=n) for n in range((until - MONDAY).days + 1)]
    working = [day for day in days if day.weekday() < 5 and day not in holidays]
    return [
        touch(10_000 + place * 100 + n, day, "in", contact_id=99)
        for place, day in enumerate(working)
        for n in range(a_day)
    ]


def days(touched: list[Row], as_of: date = END) -> dict[date, Row]:
    found = asked(days_off.signal, tables(touched), as_of=as_of)
    return {row["day"]: row for row in found}


def of_contact(contact: int, touched: list[Row], as_of: date, notices: list[Row]) -> Row:
    found = asked(silence.signal, tables(touched, notices=notices), as_of=as_of)
    [row] = [row for row in found if row["contact_id"] == contact]
    return dict(row)


def test_weekends_and_a_holiday_are_off_and_working_days_are_not() -> None:
    found = days(firm(holidays=(HOLIDAY,)))
    known = [row for row in found.values() if row["usual"] is not None]
    off = {row["day"] for row in known if row["off"]}
    assert off == {row["day"] for row in known if row["day"].weekday() > 4} | {HOLIDAY}
    assert {row["day"] for row in known if row["is_rest"]} == off - {HOLIDAY}


def test_every_day_has_its_row_and_counting_numbers_those_that_count() -> None:
    found = days(firm(holidays=(HOLIDAY,)))
    assert sorted(found) == [MONDAY + timedelta(days=n) for n in range(7 * WEEKS)]
    counting = 0
    for day in sorted(found):
        counting += not found[day]["off"]
        assert found[day]["counting"] == counting


@pytest.mark.parametrize(("came", "off"), [(5, True), (6, False)])
def test_a_day_is_off_at_a_quarter_of_its_usual(came: int, off: bool) -> None:
    some = [touch(n, HOLIDAY, "in", contact_id=98) for n in range(1, came + 1)]
    assert days([*firm(holidays=(HOLIDAY,)), *some])[HOLIDAY]["off"] is off


@pytest.mark.parametrize(("a_day", "off"), [(10, True), (9, False)])
def test_where_little_comes_no_single_day_is_judged(a_day: int, off: bool) -> None:
    assert days(firm(a_day=a_day, holidays=(HOLIDAY,)))[HOLIDAY]["off"] is off


def test_in_a_week_of_three_mails_no_weekday_rests() -> None:
    few = [touch(n, MONDAY + timedelta(days=7 * n), "in") for n in range(WEEKS)]
    assert not any(row["off"] for row in days(few).values())


def test_newsletters_make_no_working_day() -> None:
    mass = [touch(n, HOLIDAY, "in", is_mass=True) for n in range(1, 60)]
    assert days([*firm(holidays=(HOLIDAY,)), *mass])[HOLIDAY]["off"]


def test_a_day_stays_what_it_was_whatever_follows() -> None:
    touched = firm(holidays=(HOLIDAY,))
    early = days(touched, as_of=HOLIDAY + timedelta(days=2))
    late = days(touched)
    assert {day: late[day] for day in early} == early


def weekly(until: date, contact: int = 1) -> list[Row]:
    """Eight Mondays in a row, the last on or before `until`."""
    last = until - timedelta(days=until.weekday())
    return [
        touch(n, last - timedelta(days=7 * (8 - n)), "in", contact_id=contact) for n in range(1, 9)
    ]


def test_gaps_and_the_present_silence_are_counted_alike() -> None:
    touched = [*firm(), *weekly(END - timedelta(days=14))]
    row = of_contact(1, touched, END, [])
    assert (row["typical_gap"], row["longest_gap"], row["elapsed"]) == (7.0, 7, 20)
    assert (row["counted"], row["off_now"], row["beyond_own"]) == (14, 2, True)
    # Five working days a gap, exactly: with the pull of two gaps of 14 days, k = 1.
    log_mean = (7 * math.log(5) + 2 * math.log(14)) / 9
    mean = math.exp(log_mean + rhythm.EULER)
    assert row["mean_gap"] == pytest.approx(mean)
    assert row["value"] == pytest.approx(1 - math.exp(-14 / mean))


def test_a_holiday_is_no_silence() -> None:
    stood_still = tuple(END - timedelta(days=n) for n in range(14))
    touched = weekly(END - timedelta(days=14))
    plain = of_contact(1, [*firm(), *touched], END, [])
    quiet = of_contact(1, [*firm(holidays=stood_still), *touched], END, [])
    assert (plain["elapsed"], plain["counted"]) == (20, 14)
    assert (quiet["elapsed"], quiet["counted"], quiet["beyond_own"]) == (20, 4, False)
    assert quiet["value"] < plain["value"]
    assert quiet["off_now"] == 16  # the weekend before as well


def test_no_silence_becomes_longer_than_ever_on_a_day_off() -> None:
    touched = [*firm(holidays=(HOLIDAY,)), *weekly(END - timedelta(days=14))]
    calendar = days(touched)
    said = {
        day: of_contact(1, touched, day, [])["beyond_own"]
        for day in (END - timedelta(days=n) for n in range(16))
    }
    for day, beyond in said.items():
        if calendar[day]["off"] and day - timedelta(days=1) in said:
            assert beyond == said[day - timedelta(days=1)], day
    assert set(said.values()) == {True, False}


def test_who_is_away_is_not_silent_and_an_absence_in_the_past_is_no_gap() -> None:
    touched = weekly(END - timedelta(days=28))
    last = touched[-1]["day"]
    away = notice(1, 1, "away", last + timedelta(days=3), until_day=END + timedelta(days=4))
    row = of_contact(1, touched, END, [away])
    assert (row["away_until"], row["counted"]) == (END + timedelta(days=4), 2)
    assert row["elapsed"] == 34
    over = of_contact(1, touched, END + timedelta(days=10), [away])
    assert (over["away_until"], over["counted"]) == (None, 9)
    # Earlier: five weeks away between two of the Mondays, back as announced.
    moved = [{**row, "day": row["day"] - timedelta(days=35)} for row in touched[:4]]
    moved = [{**row, "known_day": row["day"]} for row in moved]
    gone = notice(2, 1, "away", moved[-1]["day"] + timedelta(days=1), until_day=touched[4]["day"])
    row = of_contact(1, [*moved, *touched[4:]], END, [gone])
    assert row["longest_gap"] == 42
    without = of_contact(1, [*moved, *touched[4:]], END, [])
    assert row["mean_gap"] < without["mean_gap"]
    assert row["value"] > without["value"]


def test_an_absence_ends_when_they_write_and_overlapping_notes_are_one() -> None:
    day = MONDAY + timedelta(days=100)
    notes = [
        notice(1, 1, "away", day, until_day=day + timedelta(days=10)),
        notice(2, 1, "away", day + timedelta(days=2), until_day=day + timedelta(days=10)),
        notice(3, 2, "away", day),
        notice(4, 3, "away", day, until_day=day + timedelta(days=20)),
        notice(5, 4, "bounced", day),
    ]
    wrote = [touch(n, day - timedelta(days=n), "in", contact_id=c) for n, c in ((1, 1), (2, 2))]
    wrote.append(touch(3, day + timedelta(days=5), "in", contact_id=3))
    facts = as_ibis(tables(wrote, notices=notes))
    end = day + timedelta(days=60)
    away = absences.away(facts["notices"], facts["touches"], as_of=end)
    calendar = days_off.signal(facts, as_of=end)
    missed = absences.missed(away, calendar, as_of=end)
    counts = missed.group_by("contact_id").agg(n=missed.count())
    found = ibis.duckdb.connect().to_pyarrow(counts).to_pylist()
    assert {row["contact_id"]: row["n"] for row in found} == {1: 10, 2: absences.GUESSED, 3: 5}


def test_a_question_of_friday_has_waited_one_day_on_monday() -> None:
    friday, monday = END - timedelta(days=9), END - timedelta(days=6)
    question = touch(1, friday, "in", thread_id=7, asks=True)
    [row] = asked(threads_open.signal, tables([*firm(), question]), as_of=monday)
    assert (row["waiting_days"], row["waiting_counted"]) == (3, 1)


def test_the_last_days_are_days_across_a_leap_day() -> None:
    table = last_days(date(2024, 3, 1), 3)
    found = ibis.duckdb.connect().to_pyarrow(table)["day"].to_pylist()
    assert sorted(found) == [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]
