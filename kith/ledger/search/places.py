"""Where an activity stands in the index: newest first is the order of its row ids. Pure.

An index gives its rows by row id, and to sort a frequent word's million hits by date takes seconds.
So the row id begins with the minute it happened in, and ends in the activity's id.
"""

ID_BITS = 35  # activities' ids; 28 bits remain for minutes: until the year 2480
_LAST_MINUTE = (1 << 28) - 1
_IDS = (1 << ID_BITS) - 1
NEWEST = (1 << 63) - 1


def place(seconds: int | None, activity_id: int) -> int:
    """The row id of an activity: `seconds` since 1970 (UTC), None where it is undated."""
    minute = min(max(seconds or 0, 0) // 60, _LAST_MINUTE)
    return minute << ID_BITS | activity_id


def activity_at(place_: int) -> int:
    """The id of the activity that stands there."""
    return place_ & _IDS
