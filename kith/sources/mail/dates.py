"""The date of a mail, as its header says it: by RFC 5322, and by those who never read it."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_USUAL = re.compile(
    r"\s*(?:[A-Za-z]{2,9}\.?,?\s*)?(\d{1,2})[ -]\s*([A-Za-z]{3})[a-z]*\.?[ -]\s*(\d{4}|\d{2,3})"
    r",?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(?:([+-]\d{4})|\(?\"?([A-Za-z]{1,5})\b)?"
)
_ISO = re.compile(
    r"\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?\s*(?:Z|[+-]\d\d:?\d\d)?\s*\Z"
)
# Names that mean one zone only; letters of the military and the rest are read as unknown.
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480,
    "hst": -600, "cet": 60, "met": 60, "mez": 60, "wat": 60, "west": 60, "cest": 120, "mest": 120,
    "mesz": 120, "eet": 120, "sast": 120, "eest": 180, "msk": 180, "hkt": 480, "jst": 540,
    "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip
_DAY = 24 * 60

Moment = tuple[datetime, int | None]


def read_date(text: str) -> Moment | None:
    """The instant in UTC, and its zone's offset in minutes; None where no date can be read.

    The offset is None where the header says that it is not known ('-0000', RFC 5322 3.3), gives no
    zone or one nobody knows: the time is then taken as UTC.
    """
    try:
        if usual := _USUAL.match(text):
            return _usual(usual)
        if _ISO.match(text):
            return _iso(text.strip())
        return _lenient(text)
    except (ValueError, OverflowError, IndexError, TypeError, KeyError):
        return None


def _usual(match: re.Match[str]) -> Moment:
    day, month, year, hour, minute, second, digits, name = match.groups()
    offset = _offset(digits) if digits else _ZONES.get(name.lower()) if name else None
    local = datetime(
        _year(year), _MONTHS[month.lower()], int(day), int(hour), int(minute),
        min(int(second), 59) if second else 0, tzinfo=UTC,
    )  # fmt: skip
    return (local - timedelta(minutes=offset) if offset else local), offset


def _iso(text: str) -> Moment:
    said = datetime.fromisoformat(re.sub(r"\s+(?=Z|[+-]\d\d:?\d\d\Z)", "", text))
    zone = said.utcoffset()
    if zone is None:
        return said.replace(tzinfo=UTC, microsecond=0), None
    return said.astimezone(UTC).replace(microsecond=0), int(zone.total_seconds() // 60)


def _lenient(text: str) -> Moment | None:
    """What the standard library reads beyond the usual: asctime, month before day, odd commas."""
    read = parsedate_tz(text[:200])
    if read is None:
        return None
    year, month, day, hour, minute, second = read[:6]
    local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    seconds = read[9]
    known = (
        seconds is not None
        and abs(seconds) < _DAY * 60
        and re.search(r"[+-]\d{4}|[A-Za-z]\s*\Z", text)
    )
    if not known or seconds is None:
        return local, None
    return local - timedelta(seconds=seconds), seconds // 60


def _year(text: str) -> int:
    """RFC 5322 4.3: two digits below 50 are of this century, three count from 1900."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < 50 and len(text) == 2 else 1900)


def _offset(text: str) -> int | None:
    minutes = int(text[1:3]) * 60 + int(text[3:])
    if text == "-0000" or minutes >= _DAY:
        return None
    return -minutes if text[0] == "-" else minutes
