"""The clock on somebody's wall: their hour and weekday, and the working time that has passed on it.

Built from UTC and the offset their own mail names, as whole seconds, so that all engines agree.
"""

from datetime import date

import ibis

HOUR, DAY, WEEK = 3_600, 86_400, 604_800
OPENS, CLOSES = 8 * HOUR, 18 * HOUR  # of a working day, Monday to Friday: our choice
WORKING_DAY = CLOSES - OPENS
# Seconds are counted from a Monday so early that none is negative: 1970 began on a Thursday.
_EPOCH = date(1970, 1, 1)
_SINCE_A_MONDAY = 30_000 * WEEK + 3 * DAY


def wall(instant: ibis.Value, offset_minutes: ibis.Value) -> ibis.Value:
    """Seconds from that Monday, on a clock so many minutes ahead of UTC."""
    seconds = instant.truncate("s").epoch_seconds().cast("int64")
    return seconds + offset_minutes.cast("int64") * 60 + _SINCE_A_MONDAY


def end_of(day: date) -> int:
    """The same at the end of a day, on whichever clock that is."""
    return ((day - _EPOCH).days + 1) * DAY + _SINCE_A_MONDAY


def minute_of_day(wall: ibis.Value) -> ibis.Value:
    """0 to 1439."""
    return (wall % DAY) // 60


def weekday(wall: ibis.Value) -> ibis.Value:
    """0 (Monday) to 6."""
    return (wall % WEEK) // DAY


def worked(wall: ibis.Value) -> ibis.Value:
    """Seconds of working days passed by then: the difference of two is working time between."""
    days = (wall // WEEK) * 5 + ibis.least(weekday(wall), 5)
    today = ibis.least(ibis.greatest(wall % DAY - OPENS, 0), WORKING_DAY)
    return days * WORKING_DAY + (weekday(wall) < 5).ifelse(today, 0)
