"""Verbs on what sheets tell of rows: note whom a batch brought, change what it tells otherwise, and
take a batch's word back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.imports.told import Column, Told, Without, without, written
from kith.ledger.imports.told_readers import holdings_of, values_of
from kith.ledger.rights.models import User

Values = Mapping[str, Any]  # a row's columns by name
_ARRIVAL = ["batch_id", "mailbox_id", "kind", "object_id", "how", "field", "old", "new"]


@writer
def brought(
    told: Told,
    batch: Batch,
    rows: Iterable[tuple[int, str]],
    *,
    actor: User | None,
) -> None:
    """The batch created these rows: their ids, and the letters of what it told of them."""
    _arrive(batch, told.kind, Arrival.CREATED, rows)


@writer
def tell(
    told: Told,
    batch: Batch,
    said: Mapping[int, Values],
    now: Mapping[int, Values],
    before: Mapping[int, tuple[str, bool]],
    *,
    actor: User | None,
) -> set[int]:
    """The batch tells of rows that are there: what it tells otherwise is changed, once a column.

    `said`, `now`: what it says of each row and what it holds, by id; `before`: the letters of what
    the batch has told of them so far, and whether it created them. Returns the ids of changed rows.
    """
    seen, more = [], []
    changed: dict[str, list[tuple[Any, int]]] = {}
    traces: list[tuple[int, str, str, str]] = []
    for pk, values in said.items():
        letters, creates = before.get(pk, (None, False))
        for column in told.columns:
            if column.name not in values or (letters and column.letter in letters):
                continue
            old, new = now[pk][column.name], values[column.name]
            if old != new and written(old) != written(new):
                changed.setdefault(column.name, []).append((new, pk))
                if not creates:
                    traces.append((pk, column.name, written(old), written(new)))
        told_now = told.letters(values)
        if letters is None:
            seen.append((pk, told_now))
        elif not set(told_now) <= set(letters):
            more.append((letters + "".join(x for x in told_now if x not in letters), pk))
    for column in told.columns:
        _set(told, column, changed.get(column.name, ()))
    _arrive(batch, told.kind, Arrival.SEEN, seen)
    _change(batch.pk, told.kind, traces, batch.mailbox_id)
    bulk.update(
        f"UPDATE ledger_arrival SET new = %s WHERE kind = {told.kind:d} AND object_id = %s"  # noqa: S608
        f" AND batch_id = {batch.pk:d} AND how <> {Arrival.CHANGED:d}",
        more,
    )
    return {pk for rows in changed.values() for _, pk in rows}


@writer
def untell(
    told: Told,
    batch: Batch,
    ids: Collection[int],
    *,
    actor: User | None,
) -> Sequence[int]:
    """The batch tells of these rows no longer: they are as if only the others had come. Returns the
    ids of those that nobody holds, which the caller deletes; the batch's arrivals go with it."""
    held = holdings_of(told, ids)
    now = values_of(told, ids)
    results = {
        pk: without(told, held[pk], batch.pk, now[pk])
        for pk in ids
        if pk in now and any(h.batch == batch.pk for h in held.get(pk, ()))
    }
    stay = {pk: result for pk, result in results.items() if not result.is_gone}
    for column in told.columns:
        rows = [(r.values[column.name], pk) for pk, r in stay.items() if column.name in r.values]
        _set(told, column, rows)
    _hold_anew(told, {pk: r for pk, r in stay.items() if len(held[pk]) > 1})
    bulk.change_in(
        f"DELETE FROM ledger_arrival WHERE kind = {told.kind:d} AND +batch_id = {batch.pk:d}"  # noqa: S608
        " AND object_id IN ({values})",
        ids,
    )
    return sorted(pk for pk, result in results.items() if result.is_gone)


def _hold_anew(told: Told, rows: Mapping[int, Without]) -> None:
    """What the others changed starts from what is left; the first of them created the row, where
    the batch had."""
    kind = told.kind
    bulk.change_in(
        f"DELETE FROM ledger_arrival WHERE kind = {kind:d} AND how = {Arrival.CHANGED:d}"  # noqa: S608
        " AND object_id IN ({values})",
        rows,
    )
    for pk, row in rows.items():
        for holding in row.holdings:
            traces = [(pk, column, old, new) for column, (old, new) in holding.changed.items()]
            _change(holding.batch, kind, traces, None)
    heirs = [(h.batch, pk) for pk, row in rows.items() for h in row.holdings if h.creates]
    of_seen = f"WHERE kind = {kind:d} AND how = {Arrival.SEEN:d} AND batch_id = %s"
    if told.creator:
        bulk.update(f'UPDATE "{told.table}" SET "{told.creator}" = %s WHERE id = %s', heirs)  # noqa: S608
        bulk.update(f"DELETE FROM ledger_arrival {of_seen} AND object_id = %s", heirs)  # noqa: S608
    else:
        created = f"UPDATE ledger_arrival SET how = {Arrival.CREATED:d}"  # noqa: S608
        bulk.update(f"{created} {of_seen} AND object_id = %s", heirs)


def _set(told: Told, column: Column, rows: Sequence[tuple[Any, int]]) -> None:
    also = column.also
    follows = f', "{also[0]}" = %s' if also else ""
    bulk.update(
        f'UPDATE "{told.table}" SET "{column.name}" = %s{follows} WHERE id = %s',  # noqa: S608
        [(v, also[1](v), pk) if also else (v, pk) for v, pk in rows],
    )


def _arrive(batch: Batch, kind: int, how: int, rows: Iterable[tuple[int, str]]) -> None:
    bulk.insert(
        Arrival,
        _ARRIVAL,
        [(batch.pk, batch.mailbox_id, kind, pk, how, "", "", letters) for pk, letters in rows],
    )


def _change(
    batch_id: int, kind: int, rows: Iterable[tuple[int, str, str, str]], mailbox: int | None
) -> None:
    bulk.insert(
        Arrival,
        _ARRIVAL,
        [(batch_id, mailbox, kind, pk, Arrival.CHANGED, *trace) for pk, *trace in rows],
    )
