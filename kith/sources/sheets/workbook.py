"""Rows of a workbook's sheet, each cell as a text, as a CSV file would have it.

Numbers are written out in full, days as computers write them. A formula gives the value that was
saved with it; where none was, its cell is empty.
"""

import zipfile
from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

ROWS = 300_000  # a workbook is held as a whole while it is read
_UNPACKED = 1024**3
_WHOLE = 10**15  # below it, a float holds every whole number

_MANY = gettext_noop("The sheet has {n} rows; a workbook is read to {most}.")
_AS_CSV = gettext_noop("Save it as CSV: that may have any number of rows.")
_BROKEN = gettext_noop("The workbook cannot be read: {why}")
_AGAIN = gettext_noop("Open it in the spreadsheet program, and save it again.")
_LOCKED = gettext_noop("The workbook has a password.")
_UNLOCK = gettext_noop("Save it without one.")
_NO_SHEET = gettext_noop("The workbook has no sheet “{sheet}”.")
_SHEETS = gettext_noop("It has: {sheets}.")


class Workbook:
    """A workbook that is open; `sheets` are the names of its sheets. To be closed, by `with`."""

    def __init__(self, path: Path) -> None:
        """Raises BadInput where it is none, has a password, or unpacks to more than fits."""
        # Here, as no CSV file needs it.
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError

        try:
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as packed:
                    size = sum(member.file_size for member in packed.infolist())
                if size > _UNPACKED:
                    raise BadInput(_MANY, cure=_AS_CSV, n="?", most=ROWS)
            self._book = CalamineWorkbook.from_path(path)
        except PasswordError:
            raise BadInput(_LOCKED, cure=_UNLOCK) from None
        except (CalamineError, OSError, zipfile.BadZipFile) as error:
            raise BadInput(_BROKEN, cure=_AGAIN, why=error) from error
        self.sheets: tuple[str, ...] = tuple(self._book.sheet_names)
        self._open: dict[str, Any] = {}

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()

    def rows(self, name: str, *, spread: Collection[int] = ()) -> Iterator[list[Any]]:
        """The values of each row from the first of the sheet; its columns begin where the first
        one begins that is used. `spread`: columns in which a merged cell's value is given to each
        row that it covers."""
        sheet = self._sheet(name)
        last = sheet.end[0] + 1 if sheet.end else 0
        if last > ROWS:
            raise BadInput(_MANY, cure=_AS_CSV, n=last, most=ROWS)
        merged = _merged(sheet, spread)
        held: dict[int, Any] = {}
        for row, values in enumerate(sheet.iter_rows()):
            for column, first in merged.get(row, ()):
                if row == first:
                    held[column] = values[column]
                values[column] = held[column]
            yield values

    def _sheet(self, name: str) -> Any:
        """It is taken apart as a whole, which is done once."""
        from python_calamine import CalamineError

        if name not in self.sheets:
            raise BadInput(_NO_SHEET, cure=_SHEETS, sheet=name, sheets=", ".join(self.sheets))
        if name not in self._open:
            try:
                self._open[name] = self._book.get_sheet_by_name(name)
            except CalamineError as error:
                raise BadInput(_BROKEN, cure=_AGAIN, why=error) from error
        return self._open[name]


def _merged(sheet: Any, spread: Collection[int]) -> dict[int, list[tuple[int, int]]]:
    """Of each row that merged cells cover: the column, and the first row of the cell."""
    found: dict[int, list[tuple[int, int]]] = {}
    left = sheet.start[1] if sheet.start else 0
    for (first, column, *_), (last, *_) in sheet.merged_cell_ranges or ():
        place = column - left
        if first < last and place in spread:
            for row in range(first, min(last, ROWS) + 1):
                found.setdefault(row, []).append((place, first))
    return found


def text_of(value: Any, decimal: str) -> str:
    """A cell's value as a text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if value.is_integer() and abs(value) < _WHOLE:
            return str(int(value))
        return repr(value).replace(".", decimal)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return "" if value is None else str(value)
