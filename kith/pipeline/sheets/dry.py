"""Tries a sheet without keeping anything: what would be new, changed, refused.

It is the import itself, chunk by chunk, each rolled back in the transaction it was recorded in: so
nobody waits for long, and what it counts is what would come of it. What only later chunks could
tell of earlier ones (a customer met again) is put together here.
"""

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from kith.ledger.imports.models import Batch
from kith.ledger.imports.sheet_readers import RefusedRow, Remarked
from kith.ledger.imports.sheet_writers import begin_sheet
from kith.ledger.rights import readers as rights
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.incoming import TradeChunk
from kith.ledger.whole.sheet_writers import Kept, record_rows
from kith.pipeline.sheets.bringing import reading_of
from kith.pipeline.sheets.choices import Choices, written
from kith.pipeline.sheets.decide import Reading
from kith.pipeline.sheets.prepare import prepared
from kith.pipeline.sheets.turns import SHEETS
from kith.pipeline.turn import turn
from kith.terms.errors import read_error
from kith.terms.sheets import ColumnMap, Look, SheetKind

FIRST = 10  # refused rows that are shown
MOST = 50_000  # rows that are tried: of a longer sheet the first ones


@dataclass(slots=True)
class DryRun:
    """What would come of a sheet. `read`: rows that were tried; `whole`: that is all of them.

    `new`, `changed`, `same`: of what the sheet is about (lines of invoices, products, ...).
    `customers_doubtful`: names of new customers that may be an account that is known.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    first_refused: list[RefusedRow] = field(default_factory=list)
    remarks: dict[str, Remarked] = field(default_factory=dict)
    customers_new: int = 0
    customers_doubtful: list[str] = field(default_factory=list)
    whole: bool = True


def dry_run(
    path: Path,
    look: Look,
    column_map: ColumnMap,
    kind: SheetKind,
    *,
    match: str = "number",
    most: int = MOST,
    actor: User | None = None,
) -> DryRun:
    """Tries the first `most` rows. Raises BadInput for a map that does not fit the sheet, NotReady
    where there is no firm yet; waits while another sheet comes in."""
    rights.founded()
    choices = Choices(look, column_map, match)
    found, customers = DryRun(), set[str]()
    reading = reading_of(kind, choices)
    with (
        turn(SHEETS, wait=True),
        closing(prepared(path, look, column_map, reading, 0)) as made,
    ):
        for chunk in made:
            if found.read >= most:
                found.whole = False
                break
            _add(found, _tried(chunk, reading, choices, actor), customers)
    found.customers_new = len(customers)
    return found


def _tried(chunk: TradeChunk, reading: Reading, choices: Choices, actor: User | None) -> Kept:
    with transaction.atomic():
        batch = begin_sheet(reading.kind, Batch.DRY, how=written(choices), actor=actor)
        books = Books(reading.match, reading.currency)
        kept = record_rows(chunk, reading.kind, books, batch, actor=actor)
        transaction.set_rollback(True)
    return kept


def _add(found: DryRun, kept: Kept, customers: set[str]) -> None:
    found.read += kept.read
    found.new += kept.new
    found.changed += kept.changed
    found.same += kept.same
    found.refused += len(kept.refused)
    room = FIRST - len(found.first_refused)
    found.first_refused += [
        RefusedRow(row.row, read_error(row.reason), row.cells) for row in kept.refused[:room]
    ]
    for doubt in kept.doubts:
        known = found.remarks.get(doubt.code)
        n, first = (known.n, known.first) if known else (0, doubt.first)
        reason = known.reason if known else read_error(doubt.reason)
        found.remarks[doubt.code] = Remarked(doubt.code, n + doubt.n, first, reason)
    customers.update(kept.customers_new)
    doubtful = (name for name in kept.customers_doubtful if name not in found.customers_doubtful)
    found.customers_doubtful += dict.fromkeys(doubtful)
