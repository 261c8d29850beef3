"""What is known of contacts' addresses: that mail bounces, that their person is away or left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, QuerySet

from kith.ledger.activities.models import Notice, Participant
from kith.ledger.activities.readers import levels_of
from kith.ledger.rights.models import User
from kith.terms.words import Level, Part

GUESSED = timedelta(days=30)  # an absence without a day of return is spoken of no longer
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Noticed:
    """`said_on`: the day of the mail that says it. `successor`: a name, whom to write to, or ''."""

    activity_id: int
    contact_id: int | None
    kind: str
    address: str
    said_on: date | None
    until: date | None
    successor: str

    @property
    def bounced(self) -> bool:
        return self.kind == Notice.BOUNCED

    @property
    def left(self) -> bool:
        return self.kind == Notice.LEFT


def notices_of_contacts(
    user: User, contact_ids: Iterable[int], as_of: date
) -> dict[int, list[Noticed]]:
    """What holds on that day, by contact, newest first; each address once.

    A bounce, and that somebody left, hold until the address writes again; an absence until the day
    of return, else for a month. Only from mails that the reader may see; what was read in a text
    (all but bounces) only where they may read the text.
    """
    rows = (
        _rows()
        .filter(address__contact__in=list(contact_ids))
        .order_by("-activity__happened_at", "-id")[:MOST]
    )
    found: dict[int, list[Noticed]] = {}
    told: set[int] = set()
    for row in _still_true(_readable(user, list(rows)), as_of):
        if row.address_id not in told and row.address is not None:
            told.add(row.address_id or 0)
            found.setdefault(row.address.contact_id or 0, []).append(_noticed(row))
    return found


def notices_in(user: User, activity_id: int) -> list[Noticed]:
    """What one mail says of addresses, as far as the reader may see it."""
    rows = _rows().filter(activity_id=activity_id, address__isnull=False).order_by("id")
    return [_noticed(row) for row in _readable(user, list(rows[:MOST]))]


def _rows() -> QuerySet[Notice]:
    return Notice.objects.select_related(
        "activity", "address", "successor__contact", "successor__colleague"
    )


def _readable(user: User, rows: list[Notice]) -> list[Notice]:
    """Those whose mail the reader may see, or read, as their kind needs."""
    levels = levels_of(user, {row.activity_id for row in rows})
    needed = {
        Notice.BOUNCED: Level.METADATA,
        Notice.AWAY: Level.FULL,
        Notice.LEFT: Level.FULL,
    }
    return [row for row in rows if levels.get(row.activity_id, Level.NOTHING) >= needed[row.kind]]


def _still_true(rows: list[Notice], as_of: date) -> list[Notice]:
    if not rows:
        return []
    gone = {row.address_id for row in rows if row.kind != Notice.AWAY and row.address_id}
    wrote: dict[int, date | None] = dict(
        Participant.objects.filter(address_id__in=gone, part=Part.FROM)
        .values_list("address_id")
        .annotate(last=Max("day"))
    )
    return [row for row in rows if _holds(row, as_of, wrote.get(row.address_id or 0))]


def _holds(row: Notice, as_of: date, wrote: date | None) -> bool:
    said = row.activity.known_day
    if said is None or said > as_of:
        return False
    if row.kind != Notice.AWAY:
        return wrote is None or wrote <= said
    return as_of < (row.until or said + GUESSED)


def _noticed(row: Notice) -> Noticed:
    heir = row.successor
    who = (heir.contact or heir.colleague) if heir else None
    return Noticed(
        activity_id=row.activity_id,
        contact_id=row.address.contact_id if row.address else None,
        kind=row.kind,
        address=row.address.address if row.address else "",
        said_on=row.activity.known_day,
        until=row.until,
        successor=(who.name if who else heir.address) if heir else "",
    )
