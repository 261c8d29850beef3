"""What was chosen for sheets, which rows were refused, and which rules were applied to rows."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from kith.ledger.imports.models import Batch, LeftOut, Remark
from kith.terms.errors import KithError, read_error
from kith.terms.sheets import SheetKind

KINDS = tuple(SheetKind)
LOOKED_AT = 500  # the newest imports of sheets among which the same columns are looked for


class Remembered(NamedTuple):
    """Choices made for a sheet before: its kind, what was chosen, by whom ('': nobody), when."""

    kind: str
    how: Mapping[str, Any]
    by: str
    when: datetime


class RefusedRow(NamedTuple):
    """A row that is not in the ledger: its number, why and what to do, and what stood in it."""

    row: int
    reason: KithError
    cells: Sequence[str]


class Remarked(NamedTuple):
    """A rule that was applied to rows: to how many in all, the first of them, and the reason."""

    code: str
    n: int
    first: int
    reason: KithError


def sheet_under_way() -> bool:
    """Whether a sheet is coming in, or is being taken back: only one at a time can be."""
    states = [Batch.RUNNING, Batch.RECALLED, Batch.UNDOING]
    return Batch.objects.filter(kind__in=KINDS, state__in=states).exists()


def remembered(columns: Collection[str], kind: SheetKind | None) -> Remembered | None:
    """What was chosen last for a sheet with just these columns, of that kind, and not undone."""
    rows = Batch.objects.filter(kind__in=[kind] if kind else KINDS)
    rows = rows.filter(state__in=[Batch.DONE, Batch.RUNNING, Batch.STOPPED])
    for row in rows.select_related("started_by").order_by("-id")[:LOOKED_AT]:
        if row.how and row.how["look"]["columns"] == list(columns):
            by = row.started_by.name if row.started_by else ""
            return Remembered(row.kind, row.how, by, row.started_at)
    return None


def refused_rows(batch: Batch) -> Iterator[RefusedRow]:
    """The rows that a batch refused, in the sheet's order."""
    rows = LeftOut.objects.filter(batch=batch, code=LeftOut.REFUSED).order_by("id")
    for position, reason, cells in rows.values_list("position", "reason", "cells").iterator():
        yield RefusedRow(int(position), read_error(reason), json.loads(cells or "[]"))


def remarks_of(batch: Batch) -> list[Remarked]:
    """The rules that were applied to a batch's rows, the most frequent first."""
    first: dict[str, Remark] = {}
    for row in Remark.objects.filter(batch=batch).order_by("-row"):
        first[row.code] = row
    counted = sorted(batch.remarked.items(), key=lambda item: (-item[1], item[0]))
    return [
        Remarked(code, n, first[code].row, read_error(first[code].reason))
        for code, n in counted
        if code in first
    ]
