"""When a mail was sent: its Date where that can be believed, else what the last server noted."""

from dataclasses import dataclass
from datetime import UTC, datetime

from kith.sources.mail.dates import Moment, read_date

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class When:
    """`sent_at` and `offset_minutes` as in MailRecord, or None and why there is none.

    `said`: the Date header's instant or its text: it is the same in every copy of a mail, which
    the servers' notes are not.
    """

    sent_at: datetime | None
    offset_minutes: int | None
    undated_because: str
    said: str
    dated_by: str


def when(date: str, received: list[str], latest: datetime) -> When:
    """Believable is from 1990 to `latest` (UTC)."""
    moment = read_date(date) if date.strip() else None
    doubt = _doubt(date, moment, latest)
    if moment and not doubt:
        return When(moment[0], moment[1], "", str(moment[0].timestamp()), "date")
    noted = read_date(received[0].rpartition(";")[2]) if received else None
    if noted and not _doubt("noted", noted, latest):
        return When(noted[0], noted[1], "", date.strip(), "received")
    return When(None, None, doubt, date.strip(), "")


def _doubt(date: str, moment: Moment | None, latest: datetime) -> str:
    if moment is None:
        return "unreadable date" if date.strip() else "no date"
    if moment[0] < EARLIEST:
        return "date before 1990"
    return "date in the future" if moment[0] > latest else ""
