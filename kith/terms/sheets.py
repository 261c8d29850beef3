"""Sheets as people send them: what may stand in them, and what is handed on of each row.

A sheet is a CSV file or a sheet of a workbook. Its rows become tuples: the row's number as a
spreadsheet shows it, then a value for each of the kind's `FIELDS`, in their order, None where the
sheet says nothing. docs/sheets.md has the rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from kith.terms.errors import KithError

Value: TypeAlias = str | int | date | bool | None
Row: TypeAlias = tuple[Value, ...]


class SheetKind(StrEnum):
    """What the rows of a sheet are. `ORDERS`: lines of invoices or orders, their heads, or both."""

    ACCOUNTS = "accounts"
    PRODUCTS = "products"
    PRICES = "prices"
    ORDERS = "orders"
    RATES = "rates"
    REBATES = "rebates"


class FieldType(StrEnum):
    """How a cell is read, and what it becomes.

    `TEXT`: str, trimmed. `NUMBER`, `MONEY`: int of ten-thousandths. `SHARE`: int of millionths
    (4 % is 40,000). `RATE`: int of hundred-millionths. `DAY`: date. `CURRENCY`: three capital
    letters. `FLAG`: bool.
    """

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    RATE = "rate"
    DAY = "day"
    CURRENCY = "currency"
    FLAG = "flag"


class Field(NamedTuple):
    """One thing that a row can say. `needed`: without it the row says nothing that can be kept
    (`kith.terms.sheet_fields.lacking` knows the exceptions). `meaning`: in a few words, marked."""

    name: str
    type: FieldType
    meaning: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a file is to be read. All of it was found by looking, and can be corrected.

    - `format`: csv or xlsx. `sheet`, `sheets`: the one that is read, and all of a workbook.
    - `encoding`, `delimiter`: of a CSV file, '' otherwise.
    - `header_row`: the row in which the names of columns stand; 0: nowhere.
    - `decimal`: '.' or ','. `date_order`: 'ymd', 'dmy' or 'mdy', of days in figures.
    - `columns`: their names, each one once; of a sheet without a header 'column 1' and so on.
    - `samples`: the first rows, then some from the middle and the end, as they stand.
    - `size`: bytes. `name`: the file's, without its ending: some layouts are known by it.
    """

    format: str
    sheet: str
    sheets: tuple[str, ...]
    encoding: str
    delimiter: str
    header_row: int
    decimal: str
    date_order: str
    columns: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column says what.

    - `columns`: the column's name for each field that has one.
    - `constants`: what holds for every row, as it would stand in a cell; where a field has both,
      for the rows in which its column is empty.
    - `percent`: fields of shares in which a bare number is one of hundredths: 4 for 4 %.
    """

    columns: Mapping[str, str]
    constants: Mapping[str, str] = field(default_factory=dict)
    percent: tuple[str, ...] = ()


class SheetRefusal(NamedTuple):
    """A row that cannot be kept: its number, why and what to do, and its cells as they stood."""

    row: int
    reason: KithError
    cells: tuple[str, ...]


class Remark(NamedTuple):
    """A rule that was applied to rows of a chunk: `code` is stable for programs.

    `left_out`: the rows are none that could be kept (totals, a header again), so they are neither
    among the chunk's rows nor refused. `n`: how many; `first`: the number of the first one.
    """

    code: str
    reason: KithError
    n: int
    first: int
    left_out: bool


@dataclass(frozen=True, slots=True)
class SheetChunk:
    """Some rows of a sheet. `rows_done`: the number of the last row that was read: `after` it, the
    next chunk begins, whatever was kept of this one."""

    rows_done: int
    rows: list[Row]
    refused: list[SheetRefusal]
    remarks: list[Remark]
