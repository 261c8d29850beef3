"""Verbs on what a batch brought: mark what it changed, take its arrivals back, close it as undone.

An undo goes in steps, and the arrivals are its list of what is left to do: each step deletes those
it dealt with in the transaction that dealt with them. So a killed undo goes on by itself.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note

Trace = tuple[int, str, str, str]  # object id, field, old, new


@writer
def arrive_as(
    batch: Batch,
    kind: int,
    how: int,
    rows: Iterable[Trace],
    *,
    actor: User | None,
) -> None:
    """Notes how the batch held rows: which field of them it changed or brought, old and new."""
    bulk.insert(
        Arrival,
        ["batch_id", "mailbox_id", "kind", "object_id", "how", "field", "old", "new"],
        [
            (batch.pk, batch.mailbox_id, kind, pk, how, field, old, new)
            for pk, field, old, new in rows
        ],
    )


@writer
def begin_undo(batch: Batch, stays: Sequence[Mapping[str, object]], *, actor: User | None) -> None:
    """Marks the batch as being undone, and notes in the audit which of its mails will stay."""
    old, batch.state = batch.state, Batch.UNDOING
    batch.touched_at = timezone.now()
    batch.save(update_fields=["state", "touched_at"])
    new = {"path": batch.path, "stays": list(stays)}
    note("begin_undo", "batch", batch.pk, actor=actor, old={"state": old}, new=new)


@writer
def forget_arrivals(
    batch: Batch,
    kind: int,
    object_ids: Iterable[int],
    *,
    actor: User | None,
) -> None:
    """The batch holds these rows no longer."""
    # The plus keeps SQLite from looking through all that the batch holds for a few of it.
    bulk.change_in(
        f"DELETE FROM ledger_arrival WHERE kind = {kind:d} AND +batch_id = {batch.pk:d}"  # noqa: S608
        " AND object_id IN ({values})",
        object_ids,
    )


@writer
def forget_all_arrivals(batch: Batch, most: int, *, actor: User | None) -> int:
    """The batch holds nothing of what it held: so many arrivals at a time, their number."""
    ids = list(
        Arrival.objects.filter(batch=batch).order_by("id").values_list("id", flat=True)[:most]
    )
    bulk.change_in("DELETE FROM ledger_arrival WHERE id IN ({values})", ids)
    return len(ids)


@writer
def note_stays(batch: Batch, stays: Sequence[Mapping[str, object]], *, actor: User | None) -> None:
    """Keeps in the audit which people stay, before the arrivals that tell so are forgotten."""
    note("undo_people", "batch", batch.pk, actor=actor, new={"stays": list(stays)})


@writer
def finish_undo(batch: Batch, *, actor: User | None) -> None:
    """Closes the batch as undone."""
    batch.state = Batch.UNDONE
    batch.finished_at = batch.touched_at = timezone.now()
    batch.save(update_fields=["state", "finished_at", "touched_at"])
    note("undo", "batch", batch.pk, actor=actor)
