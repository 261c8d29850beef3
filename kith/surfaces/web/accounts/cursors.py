"""Where the next page of a list starts, as it stands in an address. Junk starts at the top."""

from datetime import date
from math import isfinite


def read_moment(text: str) -> tuple[date, int] | None:
    """`2026-05-01.123`: a day and an id."""
    day, _, number = text.partition(".")
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None


def read_value(text: str) -> tuple[float, int] | None:
    """`3.25~123`: a value and an id."""
    value, _, number = text.rpartition("~")
    try:
        place = float(value)
        return (place, int(number)) if isfinite(place) else None
    except ValueError:
        return None


def read_name(text: str) -> tuple[str, int] | None:
    """`aster pumps~123`: a sort key and an id."""
    key, mark, number = text.rpartition("~")
    return (key, int(number)) if mark and number.isascii() and number.isdigit() else None


def written(after: tuple[date | float | str, int] | None) -> str:
    """What the readers above understand; '' after the last page."""
    if after is None:
        return ""
    place, number = after
    if isinstance(place, date):
        return f"{place.isoformat()}.{number}"
    return f"{place}~{number}"
