"""Who holds what: the arrivals of a batch, and those of others on the same rows."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db import connection

from kith.ledger import bulk
from kith.ledger.imports.models import Arrival, Batch

# Fields of a mail's arrival. It lay in the owner's sent folder; it came under another Message-ID
# than the first, `new` being its digest in hex.
SENT, KEY = "sent", "key"

# Lines that a sheet created and others saw; lines that others created and it saw. 13: LINE.
_SHARED_LINES = (
    "SELECT r.batch_id, COUNT(DISTINCT r.object_id) FROM ledger_arrival r"
    " JOIN ledger_invoiceline l ON l.id = r.object_id AND l.batch_id = %s"
    " WHERE r.kind = 13 AND r.batch_id <> %s GROUP BY r.batch_id",
    "SELECT l.batch_id, COUNT(DISTINCT l.id) FROM ledger_arrival r"
    " JOIN ledger_invoiceline l ON l.id = r.object_id"
    " WHERE r.kind = 13 AND r.batch_id = %s AND l.batch_id <> %s GROUP BY l.batch_id",
)


class Held(NamedTuple):
    """The mailboxes that hold a mail; `sent`: those in whose sent folder another's mail lies."""

    mailboxes: frozenset[int]
    sent: frozenset[int]


def some_of(batch: Batch, most: int, *, after: int) -> list[tuple[int, int]]:
    """The next arrivals of a batch's mails in the order they came: (arrival's id, activity's)."""
    rows = Arrival.objects.filter(batch=batch, kind=Arrival.ACTIVITY, id__gt=after).order_by("id")
    return list(rows.values_list("id", "object_id")[:most])


def holders(activity_ids: Iterable[int], batch: Batch) -> tuple[Mapping[int, Held], ...]:
    """For each mail, who holds it without the batch, and who does by the batch; none: left out."""
    theirs: dict[int, tuple[set[int], set[int]]] = {}
    ours: dict[int, tuple[set[int], set[int]]] = {}
    for pk, batch_id, mailbox_id, field in bulk.select_in(
        "SELECT object_id, batch_id, mailbox_id, field FROM ledger_arrival"
        " WHERE kind = 1 AND object_id IN ({values})",  # Arrival.ACTIVITY
        activity_ids,
    ):
        held, sent = (ours if batch_id == batch.pk else theirs).setdefault(pk, (set(), set()))
        if mailbox_id is not None:
            held.add(mailbox_id)
            if field == SENT:
                sent.add(mailbox_id)
    return tuple(
        {pk: Held(frozenset(held), frozenset(sent)) for pk, (held, sent) in of.items()}
        for of in (theirs, ours)
    )


def shared_with(batch: Batch) -> list[tuple[int, int]]:
    """Which other batches hold mails of this one: (the other's id, how many), by id."""
    theirs = (
        "SELECT other.batch_id, COUNT(DISTINCT other.object_id) FROM ledger_arrival mine"
        " JOIN ledger_arrival other ON other.kind = mine.kind AND other.object_id = mine.object_id"
        " WHERE mine.kind = 1 AND mine.batch_id IN ({values}) AND other.batch_id <> mine.batch_id"
        " GROUP BY other.batch_id ORDER BY other.batch_id"
    )
    return [(pk, count) for pk, count in bulk.select_in(theirs, [batch.pk])]


def lines_shared_with(batch: Batch) -> list[tuple[int, int]]:
    """Which other sheets tell of invoice lines of this one: (the batch's id, how many), by id."""
    found: dict[int, int] = {}
    with connection.cursor() as cursor:
        for statement in _SHARED_LINES:
            cursor.execute(statement, [batch.pk, batch.pk])
            found.update(cursor.fetchall())
    return sorted(found.items())


def held_after(mailbox_id: int, activity_id: int, most: int) -> list[int]:
    """The next mails that a mailbox holds, in the order of their ids."""
    rows = Arrival.objects.filter(
        kind=Arrival.ACTIVITY, mailbox_id=mailbox_id, object_id__gt=activity_id
    )
    return list(rows.order_by("object_id").values_list("object_id", flat=True).distinct()[:most])


def held_by_all(activity_ids: Iterable[int]) -> dict[int, Held]:
    """For each mail, who holds it, by whichever batches."""
    nobody = Batch(pk=0)
    theirs, _ = holders(activity_ids, nobody)
    return dict(theirs)
