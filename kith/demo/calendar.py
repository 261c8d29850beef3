"""Working days and working time, as the firm and its customers keep them (Berlin's wall clock)."""

from datetime import date, datetime, time, timedelta
from functools import cache

_DAY = timedelta(days=1)
_CLOSES = 17
_FIXED = ((1, 1), (5, 1), (10, 3), *((12, day) for day in range(24, 32)))
"""From Christmas Eve to New Year everybody's works are shut."""


@cache
def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """Days on which nobody in the demo writes business mail."""
    moving = (easter(year) + timedelta(days=offset) for offset in (-2, 1, 39, 50))
    return frozenset([*moving, *(date(year, month, day) for month, day in _FIXED)])


@cache
def hushes(year: int) -> tuple[tuple[date, date], ...]:
    """When business mail stands still: Easter, and between the years; first day and first after."""
    sunday = easter(year)
    return (
        (sunday - timedelta(days=2), sunday + timedelta(days=2)),
        (date(year, 12, 24), date(year + 1, 1, 2)),
    )


def days_open(first: date, last: date) -> int:
    """Days after `first` up to and with `last`, without those of a hush."""
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(not _is_hushed(day) for day in days)


def _is_hushed(day: date) -> bool:
    spans = (*hushes(day.year - 1), *hushes(day.year))
    return any(begins <= day < after for begins, after in spans)


@cache
def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in holidays(day.year)


def on_or_before(day: date) -> date:
    """The day itself if people work on it, else the last working day before it."""
    while not is_working_day(day):
        day -= _DAY
    return day


@cache
def shift(day: date, working_days: int) -> date:
    """So many working days later (earlier if negative); 0 is the day, or the next working one."""
    step = _DAY if working_days >= 0 else -_DAY
    while not is_working_day(day):
        day += step
    for _ in range(abs(working_days)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days_between(first: date, last: date) -> int:
    """Working days after `first` up to and with `last`."""
    days = (last - first).days
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))


def after(moment: datetime, hours: float, *, opens: int) -> datetime:
    """`moment` plus so many working hours of somebody who starts at `opens` and stops at 17."""
    left = timedelta(hours=hours)
    while True:
        begin = datetime.combine(moment.date(), time(opens))
        end = datetime.combine(moment.date(), time(_CLOSES))
        here = max(moment, begin)
        if is_working_day(moment.date()) and here + left < end:
            return here + left
        if is_working_day(moment.date()) and here < end:
            left -= end - here
        moment = datetime.combine(moment.date() + _DAY, time())
