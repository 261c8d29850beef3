"""When a mail was sent: its Date where that can be believed, else what the last server noted."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from kith.sources.mail.dates import Moment, read_date

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=2)  # a clock so far ahead of the receiving server's is wrong
NOTES = 50  # Received headers looked at; a mail that passed through more went in circles


class When(NamedTuple):
    """`sent_at`, `offset_minutes` and `dated_by` as in MailRecord; why there is no date, if none.

    `said`: the Date header's instant or its text: it is the same in every copy of a mail, which
    the servers' notes are not.
    """

    sent_at: datetime | None
    offset_minutes: int | None
    undated_because: str
    said: str
    dated_by: str


def when(dates: list[str], received: list[str], latest: datetime) -> When:
    """The first Date that can be believed, else the topmost Received that can.

    Believable is from 1990 to `latest` (UTC), and not days after a server had the mail: no mail
    arrives before it is sent. A date long before that stays: mails are moved to other servers.
    """
    doubt, said = "no date", ""
    noted = _noted(received, latest) if received else None
    for date in dates:
        moment = read_date(date) if date.strip() else None
        why = _doubt(date, moment, latest, noted)
        if moment and not why:
            return When(moment[0], moment[1], "", str(moment[0].timestamp()), "date")
        if not said:
            doubt, said = why, date.strip()
    if noted:
        return When(noted[0], noted[1], "", said, "received")
    return When(None, None, doubt, said, "")


def _noted(received: list[str], latest: datetime) -> Moment | None:
    for note in received[:NOTES]:
        moment = read_date(note.rpartition(";")[2])
        if moment and EARLIEST <= moment[0] <= latest:
            return moment
    return None


def _doubt(date: str, moment: Moment | None, latest: datetime, noted: Moment | None) -> str:
    if moment is None:
        return "unreadable date" if date.strip() else "no date"
    if moment[0] < EARLIEST:
        return "date before 1990"
    if moment[0] > latest:
        return "date in the future"
    return "date after its receipt" if noted and moment[0] > noted[0] + AHEAD else ""
