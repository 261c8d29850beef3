"""Working days and hours."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.demo import calendar

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "sunday", [date(2019, 4, 21), date(2024, 3, 31), date(2025, 4, 20), date(2038, 4, 25)]
)
def test_easter_is_where_the_almanac_has_it(sunday: date) -> None:
    assert calendar.easter(sunday.year) == sunday


def test_nobody_works_on_good_friday_whit_monday_or_christmas_eve() -> None:
    for day in (date(2026, 4, 3), date(2026, 5, 25), date(2026, 12, 24)):
        assert not calendar.is_working_day(day)


@given(days, st.integers(1, 60))
def test_so_many_working_days_on_and_back_is_the_same_day(day: date, count: int) -> None:
    day = calendar.on_or_before(day)
    there = calendar.shift(day, count)
    assert calendar.shift(there, -count) == day
    assert calendar.working_days_between(day, there) == count


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - wall clock
    st.floats(0, 40),
    st.integers(7, 9),
)
def test_working_time_ends_within_somebodys_hours(
    moment: datetime, hours: float, opens: int
) -> None:
    done = calendar.after(moment, hours, opens=opens)
    assert done >= moment
    assert calendar.is_working_day(done.date())
    assert opens <= done.hour < 17
    assert done - moment >= timedelta(hours=hours) - timedelta(milliseconds=1)
