"""What a sheet's import refused, as a sheet that can be put right and handed in again."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from kith.ledger.imports.models import Batch
from kith.ledger.imports.sheet_readers import RefusedRow, refused_rows
from kith.pipeline.sheets.choices import read
from kith.sources.sheets.open_rows import open_rows
from kith.terms.language import ENGLISH, Language

_FORMULA = re.compile(r"[=+\-@\t\r](?![\d.,]+[-%]?\Z)")  # a spreadsheet's, and no number


def refused_csv(batch: Batch, language: Language = ENGLISH) -> Iterator[str]:
    """The columns of the sheet, with row and reason behind them; a line at a time.

    A cell that a spreadsheet would take for a formula stands behind an apostrophe.
    """
    columns = batch.how["look"]["columns"]
    yield _line([*columns, language.gettext("Row"), language.gettext("Reason")])
    for row, cells in _with_cells(batch):
        filled = [*cells, *[""] * (len(columns) - len(cells))]
        yield _line([*map(_harmless, filled), str(row.row), row.reason.told(language)])


def _with_cells(batch: Batch) -> Iterator[tuple[RefusedRow, Sequence[str]]]:
    """Rows with what stood in them: those that only the ledger refused, from the sheet itself."""
    rows = list(refused_rows(batch))
    bare = {row.row for row in rows if not row.cells}
    found: dict[int, Sequence[str]] = {}
    if bare and Path(batch.path).exists():
        for number, cells, _ in open_rows(Path(batch.path), read(batch.how).look):
            if number in bare:
                found[number] = cells
            if number >= max(bare):
                break
    for row in rows:
        yield row, row.cells or found.get(row.row, ())


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _line(cells: list[str]) -> str:
    text = StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
