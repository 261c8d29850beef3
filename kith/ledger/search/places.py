"""Where an activity stands in the index: newest first is the order of its row ids. Pure.

An index gives its rows by row id, and to sort a frequent word's million hits by date takes seconds.
So a row id begins with the hour in which it happened; then comes a number of its own within that
hour. Small numbers, as an index keeps the steps from one row to the next: a minute and the
activity's id instead made it three quarters larger (measured). The last bit tells two rows of one
activity apart: with its text, or its subject alone, where that is open to more people.
"""

from collections.abc import Iterable, Iterator, Mapping

NEWEST = (1 << 63) - 1
HOUR = 18  # bits below the hour
UNDATED = 0  # the hour of what bears no believable date; its numbers may run into those before 1985
FIRST = 131_072  # hours from 1970 to the end of 1984
_LAST = (1 << 22) - 1


def hour_of(seconds: int | None) -> int:
    """The hour of an instant: `seconds` since 1970 (UTC), None where there is none."""
    hour = (seconds or 0) // 3600
    return min(hour, _LAST) if hour >= FIRST else UNDATED


def hour_ends(hour: int) -> int:
    """The first place after all those of the hour."""
    return FIRST << HOUR if hour == UNDATED else hour + 1 << HOUR


def free(hours: Iterable[int], taken: Mapping[int, int]) -> Iterator[int]:
    """A place for each of the hours; `taken`: the last place of an hour that is taken already.

    What an hour has no room for (131,072) stands with the undated.
    """
    last = dict(taken)
    for hour in hours:
        step = last.get(hour, (hour << HOUR) - 2) + 2
        if step >= hour_ends(hour):
            hour = UNDATED
            step = last.get(hour, -2) + 2
        last[hour] = step
        yield step


def by_subject(place: int) -> int:
    """The row of the same activity that holds its subject alone."""
    return place | 1


def place_of(row: int) -> int:
    """The place to which a row belongs."""
    return row & ~1


def hours_before(row: int, hours: int) -> int:
    """A place so much earlier; 0, before everything, where there is none."""
    return max((row >> HOUR) - hours, 0) << HOUR
