"""Verbs on batches: begin or go on, advance, finish; and the stamps facts are rebuilt by."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC

from django.db.models import F
from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.keys import address_key
from kith.ledger.imports.left_out import LeftOutMail
from kith.ledger.imports.message_keys import message_key
from kith.ledger.imports.models import Arrival, Batch, LeftOut, LeftOutAddress, Stamp
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.rights.writers import note
from kith.terms.records import Refusal

ArrivalRow = tuple[int, int, int]  # kind, object id, how


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a chunk brought its batch."""

    cursor: str
    read: int
    kept: int
    seen: int
    bytes_done: int


@writer
def begin(kind: str, path: str, *, mailbox: Mailbox | None, actor: User | None) -> Batch:
    """A new batch, or the one that waits or was cut off on this very path, to go on with."""
    now = timezone.now()
    cut_off = (
        Batch.objects.filter(kind=kind, path=path, mailbox=mailbox)
        .filter(state__in=[Batch.WAITING, Batch.RUNNING, Batch.STOPPED])
        .order_by("-id")
        .first()
    )
    if cut_off:
        cut_off.state, cut_off.touched_at, cut_off.trouble = Batch.RUNNING, now, ""
        cut_off.save(update_fields=["state", "touched_at", "trouble"])
        return cut_off
    batch = Batch.objects.create(
        kind=kind,
        path=path,
        mailbox=mailbox,
        started_by=actor,
        started_at=now,
        touched_at=now,
    )
    note("begin_import", "batch", batch.pk, actor=actor, new={"kind": kind, "path": path})
    return batch


@writer
def expect(batch: Batch, bytes_total: int, *, actor: User | None) -> int:
    """How much there is to read, for its progress."""
    Batch.objects.filter(pk=batch.pk).update(bytes_total=bytes_total)
    return bytes_total


@writer
def advance(
    batch: Batch,
    step: Advance,
    left_out: Sequence[Refusal],
    *,
    actor: User | None,
) -> None:
    """Moves the cursor, adds the counts, keeps what does not enter: refused, blocked, deleted."""
    leave_out(batch, map(_left_out, left_out), actor=actor)
    Batch.objects.filter(pk=batch.pk).update(
        cursor=step.cursor,
        read=F("read") + step.read,
        kept=F("kept") + step.kept,
        seen=F("seen") + step.seen,
        refused=F("refused") + sum(item.code == LeftOut.REFUSED for item in left_out),
        bytes_done=F("bytes_done") + step.bytes_done,
        touched_at=timezone.now(),
    )


def _left_out(item: Refusal) -> LeftOutMail:
    return LeftOutMail(
        item.code,
        item.position,
        item.reason,
        message_key(item.message_id) if item.message_id else None,
        item.sent_at.astimezone(UTC).date() if item.sent_at else None,
        item.addresses,
    )


@writer
def leave_out(batch: Batch, rows: Iterable[LeftOutMail], *, actor: User | None) -> None:
    """Keeps where these items lie and why they are not in the ledger; adds the batch's counts.

    Addresses are counted by keyed digests, once a mail, and stand beside no mail.
    """
    rows = list(rows)
    if not rows:
        return
    bulk.insert(
        LeftOut,
        ["batch_id", "code", "position", "reason", "message_key", "day"],
        [(batch.pk, r.code, r.position, r.reason, r.message_key, r.day) for r in rows],
    )
    keys = {address: address_key(address) for row in rows for address in row.addresses}
    met = Counter((row.code, key) for row in rows for key in {keys[a] for a in row.addresses})
    bulk.insert(
        LeftOutAddress,
        ["batch_id", "code", "key", "count"],
        [(batch.pk, code, key, count) for (code, key), count in met.items()],
    )
    counted = Batch.objects.values_list("left_out", flat=True).get(pk=batch.pk)
    Batch.objects.filter(pk=batch.pk).update(
        left_out=dict(Counter(counted) + Counter(row.code for row in rows))
    )


@writer
def arrive(
    batch: Batch,
    rows: Iterable[ArrivalRow],
    *,
    actor: User | None,
) -> None:
    """Notes that the batch created or saw these rows, in its mailbox."""
    bulk.insert(
        Arrival,
        ["batch_id", "mailbox_id", "kind", "object_id", "how", "field", "old", "new"],
        [(batch.pk, batch.mailbox_id, kind, pk, how, "", "", "") for kind, pk, how in rows],
    )


@writer
def close(batch: Batch, state: str, *, actor: User | None) -> Batch:
    """Ends a batch as done or stopped, with its counts in the audit."""
    batch.refresh_from_db()
    batch.state = state
    batch.finished_at = batch.touched_at = timezone.now()
    batch.save(update_fields=["state", "finished_at", "touched_at"])
    counts = {"read": batch.read, "kept": batch.kept, "refused": batch.refused}
    note("close_import", "batch", batch.pk, actor=actor, new={"state": state, **counts})
    return batch


@writer
def restamp_all(shape: str, *, actor: User | None) -> None:
    """Raises the versions of all parts of a fact table: who its rows speak of has changed."""
    Stamp.objects.filter(shape=shape).update(version=F("version") + 1)


@writer
def restamp_years(shape: str, years: Iterable[int], *, actor: User | None) -> None:
    """Raises the versions of those of the years that the fact table has."""
    Stamp.objects.filter(shape=shape, year__in=set(years)).update(version=F("version") + 1)


@writer
def restamp(parts: Iterable[tuple[str, int]], *, actor: User | None) -> None:
    """Raises the version of parts of fact tables whose rows changed: (shape, year or 0)."""
    bulk.update(
        "INSERT INTO ledger_stamp (shape, year, version) VALUES (%s, %s, 1)"
        " ON CONFLICT (shape, year) DO UPDATE SET version = ledger_stamp.version + 1",
        sorted(set(parts)),
    )
