"""When people write and by which way, worked by hand and by trying every stretch of the day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.signals import hours_and_channel
from tests.signals.asked import asked
from tests.signals.generator import Row, mirrored, tables, touch
from tests.signals.test_rules import assert_same

AS_OF = date(2024, 3, 29)  # a Friday
MONDAY = date(2024, 3, 4)


def habits(touched: Sequence[Row]) -> list[Row]:
    return asked(hours_and_channel.signal, tables(touched), as_of=AS_OF)


def wrote(minutes: Sequence[int], **other: object) -> list[Row]:
    """A mail of theirs at each of these minutes of the day, on one workday after the other."""
    rows = []
    for number, minute in enumerate(minutes):
        day = MONDAY + timedelta(days=7 * (number // 5 % 3) + number % 5)
        row = touch(number + 1, day, "in", **{"offset_minutes": 0, **other})
        instant = datetime.combine(day, time(minute // 60, minute % 60), UTC)
        rows.append(row | {"instant": instant})
    return rows


def test_the_shortest_stretch_that_holds_four_in_five() -> None:
    morning = [8 * 60 + 5 * n for n in range(16)]  # 8:00 to 9:15
    [row] = habits(wrote([*morning, 23 * 60, 3 * 60, 14 * 60, 17 * 60]))
    assert (row["n"], row["from_hour"], row["until_hour"]) == (20, 8, 10)
    assert row["value"] == 1.25


def test_midnight_is_no_wall() -> None:
    [row] = habits(wrote([23 * 60, 23 * 60 + 30, 0, 30, 60, 15, 23 * 60 + 45, 45, 50, 12 * 60]))
    assert (row["from_hour"], row["until_hour"]) == (23, 1)
    assert row["value"] == 1.5  # from 23:30 to 1:00


def test_the_hour_is_that_of_their_own_clock_and_unknown_ones_are_left_out() -> None:
    [row] = habits(wrote([13 * 60] * 9, offset_minutes=-300))
    assert (row["from_hour"], row["until_hour"], row["value"]) == (8, 9, 0.0)
    [row] = habits(wrote([13 * 60] * 9, offset_minutes=None))
    assert (row["n"], row["n_all"], row["value"], row["from_hour"]) == (0, 9, None, None)


def test_weekdays_by_their_clock() -> None:
    rows = wrote([12 * 60] * 8)
    late = [touch(90 + n, date(2024, 3, 3), "in", hour=23, offset_minutes=60) for n in range(8)]
    sunday = [touch(80 + n, date(2024, 3, 3), "in", offset_minutes=60) for n in range(4)]
    [row] = habits([*rows, *late, *sunday])  # 23:00 of a Sunday in UTC is Monday there
    assert row["workday_share"] == 16 / 20
    assert (row["busiest_day"], row["busiest_share"]) == (1, 10 / 20)


def test_channels_count_both_sides_and_each_activity_once() -> None:
    mails = [touch(n, MONDAY, "out", colleague_id=c) for n in range(1, 6) for c in (1, 2)]
    calls = [touch(10 + n, MONDAY, "in", kind="call") for n in range(3)]
    visits = [touch(20, MONDAY, "out", kind="visit"), touch(21, MONDAY, "in", kind="meeting")]
    [row] = habits([*mails, *calls, *visits])
    shares = (row["mail_share"], row["call_share"], row["meeting_share"])
    assert (row["n_all"], *shares) == (10, 0.5, 0.3, 0.2)


def test_below_eight_nothing_is_said_and_the_counts_stay() -> None:
    [row] = habits(wrote([8 * 60] * 7))
    assert (row["n"], row["n_all"]) == (7, 7)
    told = ("value", "from_hour", "until_hour", "workday_share", "busiest_day", "mail_share")
    assert [row[name] for name in told] == [None] * len(told)


def by_trying(minutes: Sequence[int]) -> int:
    """Every stretch from one mail, round the clock."""
    enough = -(-len(minutes) * 80 // 100)
    return min(sorted((m - start) % 1440 for m in minutes)[enough - 1] for start in minutes)


clocks = st.lists(st.integers(0, 1439), min_size=8, max_size=25)


@settings(max_examples=8)
@given(people=st.lists(clocks, min_size=1, max_size=15))
def test_the_stretch_agrees_with_trying_all_of_them(people: list[list[int]]) -> None:
    rows = [
        row | {"contact_id": contact, "activity_id": 100 * contact + row["activity_id"]}
        for contact, minutes in enumerate(people)
        for row in wrote(minutes)
    ]
    found = {row["contact_id"]: row["value"] for row in habits(rows)}
    assert found == {c: pytest.approx(by_trying(m) / 60) for c, m in enumerate(people)}


@pytest.mark.spark
def test_spark_and_duckdb_agree_where_there_is_something_to_say(
    duckdb: ibis.BaseBackend, spark: ibis.BaseBackend, tmp_path: Path
) -> None:
    rows: list[Row] = []
    for contact in range(1, 8):
        minutes = [(contact * 97 + n * n * 13) % 1440 for n in range(12)]
        for row in wrote(minutes, contact_id=contact, offset_minutes=60 * contact - 180):
            rows.append(row | {"activity_id": 1_000 * contact + row["activity_id"]})  # noqa: PERF401
    facts = tables(rows)

    def found(engine: ibis.BaseBackend) -> dict[int, Row]:
        signal = hours_and_channel.signal(mirrored(facts, tmp_path, engine), as_of=AS_OF)
        return {row["contact_id"]: row for row in engine.to_pyarrow(signal).to_pylist()}

    expected = found(duckdb)
    assert all(row["value"] is not None for row in expected.values())
    assert_same(found(spark), expected)
