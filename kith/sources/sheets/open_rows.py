"""The rows of a file as a look says they are to be read, whatever its format."""

from collections.abc import Collection, Iterator
from pathlib import Path

from kith.sources.sheets.csv_rows import csv_rows
from kith.sources.sheets.workbook import Workbook, text_of
from kith.terms.sheets import Look


def open_rows(
    path: Path, look: Look, *, spread: Collection[int] = ()
) -> Iterator[tuple[int, list[str], str]]:
    """Number and cells of every row in order, the header's among them, and what is wrong with it:
    '', or a code of `wording.PROBLEMS`.

    `spread`: columns in which each row that a merged cell covers gets its text.
    """
    if look.format == "csv":
        with path.open(encoding=look.encoding, errors="replace", newline="") as lines:
            rows = csv_rows(lines, look.delimiter, len(look.columns))
            for number, (cells, wrong) in enumerate(rows, 1):
                yield number, cells, wrong
        return
    with Workbook(path) as book:
        for number, values in enumerate(book.rows(look.sheet, spread=spread), 1):
            yield number, [text_of(value, look.decimal) for value in values], ""
