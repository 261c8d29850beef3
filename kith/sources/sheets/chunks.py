"""A sheet's rows, typed and judged, in chunks."""

from collections.abc import Iterator
from pathlib import Path

from kith.sources.sheets.block import Block
from kith.sources.sheets.credit import is_signed
from kith.sources.sheets.open_rows import open_rows
from kith.sources.sheets.typist import ROWS, Typist
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop
from kith.terms.sheet_fields import FIELDS, lacking
from kith.terms.sheets import ColumnMap, FieldType, Look, SheetChunk, SheetKind

AT_ONCE = 4 * ROWS  # to ask the engine costs as much as a thousand rows do

_NO_COLUMN = gettext_noop("The sheet has no column “{column}”, which is to hold: {field}.")
_PICK = gettext_noop("Choose another column for it: {columns}.")
_LACKING = gettext_noop("No column holds: {fields}.")
_CHOOSE = gettext_noop("Say which one does, or what holds for all rows.")


def chunks(
    path: Path, look: Look, column_map: ColumnMap, kind: SheetKind, *, after: int = 0
) -> Iterator[SheetChunk]:
    """The rows behind the header, or behind row `after`, in their order; empty ones passed over.

    Raises BadInput where the map names a column that is not there, or does not tell enough.
    """
    _check(look, column_map, kind)
    return _read(path, look, column_map, kind, max(after, look.header_row))


def _check(look: Look, column_map: ColumnMap, kind: SheetKind) -> None:
    for field, column in column_map.columns.items():
        if column not in look.columns:
            listed = ", ".join(look.columns)
            raise BadInput(_NO_COLUMN, cure=_PICK, column=column, field=field, columns=listed)
    if missing := lacking(kind, {*column_map.columns, *column_map.constants}):
        fields = ", ".join("/".join(names) for names in missing)
        raise BadInput(_LACKING, cure=_CHOOSE, fields=fields)


def _read(
    path: Path, look: Look, column_map: ColumnMap, kind: SheetKind, after: int
) -> Iterator[SheetChunk]:
    width = len(look.columns)
    signed = is_signed(look, column_map)
    with Typist(look, column_map, kind, signed=signed) as typist:
        block, number = Block(width), after
        for number, cells, wrong in open_rows(path, look, spread=_spread(look, column_map, kind)):
            if number <= after:
                continue
            if wrong:
                block.refuse(number, cells, wrong)
            elif len(cells) == width and cells[0]:  # nearly all
                block.numbers.append(number)
                block.cells.append(cells)
            elif any(cells):
                block.add(number, cells)
            if len(block.numbers) == AT_ONCE or len(block.refused) == ROWS:
                yield from typist.chunks(number, block)
                block = Block(width)
        if block.numbers or block.refused:
            yield from typist.chunks(number, block)


def _spread(look: Look, column_map: ColumnMap, kind: SheetKind) -> set[int]:
    """Columns of what a merged cell says of all its rows; a sum in one is said once."""
    types = {field.name: field.type for field in FIELDS[kind]}
    return {
        look.columns.index(column)
        for field, column in column_map.columns.items()
        if types[field] in (FieldType.TEXT, FieldType.DAY, FieldType.CURRENCY, FieldType.FLAG)
    }
