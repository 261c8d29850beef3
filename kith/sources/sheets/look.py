"""Looks at a file: how it is to be read. Everything found can be corrected."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from kith.sources.sheets.forms import form_of
from kith.sources.sheets.header import column_names, find_header, usual_width
from kith.sources.sheets.sample import text_sample
from kith.sources.sheets.styles import date_order_of, decimal_of
from kith.sources.sheets.workbook_sample import workbook_sample
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop
from kith.terms.sheets import Look

SAMPLES = 200  # rows of the head; as many again of the rest at most

DATE_ORDERS = ("ymd", "dmy", "mdy")
_NO_DELIMITERS = ('"', "\r", "\n", " ")

_DELIMITER = gettext_noop("“{delimiter}” cannot part cells.")
_ONE_SIGN = gettext_noop("Name one sign: a comma, a semicolon, a tab, a bar.")
_DECIMAL = gettext_noop("“{decimal}” is no decimal sign.")
_POINT = gettext_noop("It is a point or a comma.")
_ORDER = gettext_noop("“{order}” is no order of day, month and year.")
_ORDERS = gettext_noop("Say ymd, dmy or mdy.")
_EMPTY = gettext_noop("Nothing stands in {name}.")
_FILL = gettext_noop("Choose a file, or a sheet of it, that has rows.")


def look(
    path: Path,
    *,
    sheet: str = "",
    encoding: str = "",
    delimiter: str = "",
    header_row: int | None = None,
    decimal: str = "",
    date_order: str = "",
) -> Look:
    """What is given stands, the rest is found. `header_row`: 0 says that there is none.

    Raises BadInput where the file is no sheet, is empty, or has more rows than can be read.
    """
    _known(delimiter, decimal, date_order)
    form = form_of(path)
    if form == "csv":
        sample = text_sample(path, encoding, delimiter)
    else:
        sample = workbook_sample(path, sheet, decimal)
    if not any(any(map(str.strip, cells)) for _, cells in sample.head):
        raise BadInput(_EMPTY, cure=_FILL, name=path.name)
    header = find_header(sample.head) if header_row is None else header_row
    names = next((cells for number, cells in sample.head if number == header), [])
    body = [
        cells for number, cells in sample.head if number > header and any(cells) and cells != names
    ]
    width = max(usual_width([names]), usual_width(body))
    shown = list(_shown(body, sample.rest, width))
    columns = list(zip(*shown, strict=True))
    return Look(
        format=form,
        sheet=sample.sheet,
        sheets=sample.sheets,
        encoding=sample.encoding,
        delimiter=sample.delimiter,
        header_row=header,
        decimal=decimal or sample.decimal or _decimal(shown, sample.delimiter),
        date_order=date_order or date_order_of(columns),
        columns=column_names(names, width),
        samples=tuple(shown[: 2 * SAMPLES]),
        size=path.stat().st_size,
        name=path.stem,
    )


def _known(delimiter: str, decimal: str, date_order: str) -> None:
    """Raises BadInput for what no sheet can be read by."""
    if len(delimiter) > 1 or delimiter in _NO_DELIMITERS:
        raise BadInput(_DELIMITER, cure=_ONE_SIGN, delimiter=delimiter)
    if decimal not in ("", ".", ","):
        raise BadInput(_DECIMAL, cure=_POINT, decimal=decimal)
    if date_order not in ("", *DATE_ORDERS):
        raise BadInput(_ORDER, cure=_ORDERS, order=date_order)


def _shown(
    body: Sequence[Sequence[str]], rest: Sequence[Sequence[str]], width: int
) -> Iterable[tuple[str, ...]]:
    """Rows as wide as the sheet: the first of the head, and of the rest one of several."""
    every = max(1, len(rest) // SAMPLES)
    for cells in [*body[:SAMPLES], *islice(rest, 0, None, every)]:
        if len(cells) <= width or not any(cells[width:]):
            full = [*cells[:width], *[""] * (width - len(cells))]
            yield tuple(cell.strip() for cell in full)


def _decimal(rows: Sequence[Sequence[str]], delimiter: str) -> str:
    return decimal_of((cell for row in rows for cell in row), delimiter)
