"""Verbs on rows of sheets that are refused, or kept with a remark."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from django.db.models import F

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch, LeftOut, Remark
from kith.ledger.rights.models import User

MOST = 100_000  # refused rows of a batch that are kept to be downloaded; all are counted
EACH = 1_000  # remarks of one code that are kept; all are counted


class Refused(Protocol):
    """A row that is not kept: its number, why (as `KithError.written`), what stood in it."""

    @property
    def row(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def cells(self) -> tuple[str, ...]: ...


class Remarked(Protocol):
    """A rule that was applied to `n` rows, first to that one."""

    @property
    def code(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def n(self) -> int: ...
    @property
    def first(self) -> int: ...


@writer
def leave_rows(batch: Batch, rows: Sequence[Refused], *, actor: User | None) -> None:
    """Keeps rows that are refused, to be put right and handed in again; counts them."""
    if not rows:
        return
    here = Batch.objects.filter(pk=batch.pk)
    counted, left_out = here.values_list("refused", "left_out").get()
    bulk.insert(
        LeftOut,
        ["batch_id", "code", "position", "reason", "cells"],
        [
            (batch.pk, LeftOut.REFUSED, str(row.row), row.reason, json.dumps(row.cells))
            for row in rows[: max(MOST - counted, 0)]
        ],
    )
    all_ = Counter(left_out) + Counter({LeftOut.REFUSED: len(rows)})
    here.update(refused=F("refused") + len(rows), left_out=dict(all_))


@writer
def forget_rows(batch: Batch, *, actor: User | None) -> None:
    """Forgets what stood in rows that the batch refused, and its samples: it is undone."""
    LeftOut.objects.filter(batch=batch).delete()
    Remark.objects.filter(batch=batch).delete()
    how = Batch.objects.values_list("how", flat=True).get(pk=batch.pk)
    if "look" in how:
        how["look"]["samples"] = []
    Batch.objects.filter(pk=batch.pk).update(how=how)


@writer
def remark(batch: Batch, remarks: Sequence[Remarked], *, actor: User | None) -> None:
    """Keeps which rules were applied to which rows first, and to how many."""
    if not remarks:
        return
    here = Batch.objects.filter(pk=batch.pk)
    counted = Counter(here.values_list("remarked", flat=True).get())
    rows = []
    for one in remarks:
        if counted[one.code] < EACH:
            rows.append((batch.pk, one.code, one.first, one.reason))
        counted[one.code] += one.n
    bulk.insert(Remark, ["batch_id", "code", "row", "reason"], rows)
    here.update(remarked=dict(counted))
