"""Brings a sheet into the ledger: read, typed, decided, recorded, in chunks that may be cut off.

1. A batch begins with the choices made for the sheet, or goes on from its cursor if it was cut off.
2. Chunks come decided from a process beside this one; each is recorded in one transaction.
3. Whoever was invoiced becomes a customer in who-is-who.
4. The batch is closed as done; an error or Ctrl-C closes it as stopped, to be gone on with.
"""

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

from kith.ledger.imports.models import Batch
from kith.ledger.imports.sheet_writers import begin_sheet
from kith.ledger.imports.writers import close, expect
from kith.ledger.rights import readers as rights
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.incoming import TradeChunk
from kith.ledger.whole.customer_writers import say_some
from kith.ledger.whole.sheet_writers import record_rows
from kith.pipeline.beside import beside
from kith.pipeline.ingest import Progress, few_collections
from kith.pipeline.sheets.choices import Choices, written
from kith.pipeline.sheets.decide import Reading
from kith.pipeline.sheets.prepare import prepared
from kith.pipeline.sheets.turns import SHEETS
from kith.pipeline.turn import of_import, turn
from kith.terms.sheets import ColumnMap, Look, SheetKind

SMALL = 256 * 1024  # bytes below which a second process costs more than it gives


def import_sheet(
    path: Path,
    *,
    kind: SheetKind,
    look: Look,
    column_map: ColumnMap,
    match: str = "number",
    actor: User | None = None,
    report: Callable[[Progress], None] | None = None,
) -> Batch:
    """Imports a sheet; the same again changes nothing, a cut-off one goes on.

    Raises BadInput for a map that does not fit the sheet, NotReady where there is no firm yet,
    Refused while another sheet comes in, or where one of this path was begun with other choices.
    """
    choices = Choices(look, column_map, match)
    rights.founded()
    with turn(of_import(path), wait=False), turn(SHEETS, wait=False):
        next(prepared(path, look, column_map, reading_of(kind, choices), 0), None)  # raises
        batch = begin_sheet(kind, str(path.resolve()), how=written(choices), actor=actor)
        try:
            _record(path, batch, kind, choices, actor, report)
            while say_some(actor=None):  # the invoices say so, not who brought them
                pass
        except BaseException:
            close(batch, Batch.STOPPED, actor=actor)
            raise
        return close(batch, Batch.DONE, actor=actor)


def _record(
    path: Path,
    batch: Batch,
    kind: SheetKind,
    choices: Choices,
    actor: User | None,
    report: Callable[[Progress], None] | None,
) -> None:
    total = expect(batch, choices.look.size, actor=actor)
    done = Progress(batch.bytes_done, total, batch.read, batch.kept, batch.refused)
    after = int(batch.cursor or 0)
    reading = reading_of(kind, choices)
    books = Books(choices.match, reading.currency)
    with closing(_chunks(path, choices, reading, after)) as made, few_collections():
        for chunk in made:
            kept = record_rows(chunk, kind, books, batch, actor=actor)
            done = Progress(
                min(done.bytes_done + chunk.bytes_done, total), total, done.read + kept.read,
                done.kept + kept.new, done.refused + len(kept.refused),
            )  # fmt: skip
            if report:
                report(done)


def _chunks(
    path: Path, choices: Choices, reading: Reading, after: int
) -> Generator[TradeChunk, None, None]:
    args = (path, choices.look, choices.column_map, reading, after)
    return beside(prepared, *args) if choices.look.size > SMALL else prepared(*args)


def reading_of(kind: SheetKind, choices: Choices) -> Reading:
    """What holds for all rows of a sheet."""
    told = choices.column_map
    samples = choices.look.samples
    size = sum(len(cell) + 1 for row in samples for cell in row) / len(samples) if samples else 0.0
    says = frozenset((*told.columns, *told.constants))
    return Reading(kind, choices.match, rights.founded().currency, says, size)
