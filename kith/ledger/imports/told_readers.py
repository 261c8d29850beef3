"""Who told what of rows, as `told` needs it: by the writers, whoever asks."""

from collections.abc import Collection, Iterator
from typing import Any

from kith.ledger import bulk
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.imports.told import Holding, Told


def told_before(told: Told, batch: Batch, ids: Collection[int]) -> dict[int, tuple[str, bool]]:
    """Those of the rows that the batch has told of: the letters of what, and whether it created
    them."""
    return {
        pk: (letters, how == Arrival.CREATED)
        for pk, letters, how in bulk.select_in(
            f"SELECT object_id, new, how FROM ledger_arrival WHERE kind = {told.kind:d}"  # noqa: S608
            f" AND +batch_id = {batch.pk:d} AND how <> {Arrival.CHANGED:d}"
            " AND object_id IN ({values})",
            ids,
        )
    }


def holdings_of(told: Told, ids: Collection[int]) -> dict[int, list[Holding]]:
    """Who holds each of the rows, in the order in which they came to."""
    changed: dict[tuple[int, int], dict[str, tuple[str, str]]] = {}
    found = {pk: [(batch, "", True)] for pk, batch in _creators(told, ids)}
    for pk, batch, how, field, old, new in bulk.select_in(
        "SELECT object_id, batch_id, how, field, old, new FROM ledger_arrival"  # noqa: S608
        f" WHERE kind = {told.kind:d} AND object_id IN ({{values}}) ORDER BY id",
        ids,
    ):
        if how == Arrival.CHANGED:
            changed.setdefault((pk, batch), {})[field] = (old, new)
        else:
            found.setdefault(pk, []).append((batch, new, how == Arrival.CREATED))
    return {
        pk: [Holding(batch, letters, changed.get((pk, batch), {}), creates)
             for batch, letters, creates in rows]
        for pk, rows in found.items()
    }  # fmt: skip


def _creators(told: Told, ids: Collection[int]) -> Iterator[tuple[Any, ...]]:
    if not told.creator:
        return iter(())
    return bulk.select_in(
        f'SELECT id, "{told.creator}" FROM "{told.table}" WHERE id IN ({{values}})',  # noqa: S608
        ids,
    )


def values_of(told: Told, ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """What the columns of each of the rows hold, by id, as the database gives it."""
    names = [column.name for column in told.columns]
    columns = ", ".join(f'"{name}"' for name in ("id", *names))
    return {
        pk: dict(zip(names, values, strict=True))
        for pk, *values in bulk.select_in(
            f'SELECT {columns} FROM "{told.table}" WHERE id IN ({{values}})',  # noqa: S608
            ids,
        )
    }


def held_rows(told: Told, batch: Batch, most: int, *, after: int) -> list[tuple[int, int]]:
    """The next rows that a batch holds, in the order it came to: (arrival's id, the row's)."""
    rows = Arrival.objects.filter(batch=batch, kind=told.kind, id__gt=after)
    rows = rows.exclude(how=Arrival.CHANGED).order_by("id")
    return list(rows.values_list("id", "object_id")[:most])
