"""Sheets written and read back, whole, as small as a test needs them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kith.sources.sheets.chunks import chunks
from kith.sources.sheets.guess import guess
from kith.sources.sheets.look import look
from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import ColumnMap, Look, Remark, SheetKind, SheetRefusal, Value


@dataclass(frozen=True)
class Reading:
    """All that came out of a sheet: rows by field, without what is empty."""

    look: Look
    column_map: ColumnMap
    rows: list[dict[str, Value]]
    refused: list[SheetRefusal]
    remarks: dict[str, Remark]

    @property
    def reasons(self) -> list[str]:
        return [refusal.reason.message for refusal in self.refused]

    def column(self, field: str) -> list[Value]:
        return [row.get(field) for row in self.rows]


def read(
    path: Path,
    kind: SheetKind = SheetKind.ORDERS,
    column_map: ColumnMap | None = None,
    *,
    after: int = 0,
    **corrections: Any,
) -> Reading:
    looked = look(path, **corrections)
    column_map = column_map or guess(looked, kind)
    names = ("row", *(field.name for field in FIELDS[kind]))
    rows: list[dict[str, Value]] = []
    refused: list[SheetRefusal] = []
    remarks: dict[str, Remark] = {}
    for chunk in chunks(path, looked, column_map, kind, after=after):
        for row in chunk.rows:
            found = dict(zip(names, row, strict=True))
            rows.append({name: value for name, value in found.items() if value is not None})
        refused += chunk.refused
        remarks |= {remark.code: remark for remark in chunk.remarks}
    return Reading(looked, column_map, rows, refused, remarks)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "sheet.csv"
    path.write_bytes(text.encode(encoding))
    return path


HEAD = "Invoice,Date,Customer,Article,Quantity,Price,Net\n"
DAY = date(2024, 3, 5)


def line(invoice: str = "R1", **cells: str) -> str:
    """One line of an invoice below `HEAD`."""
    said = {
        "date": "2024-03-05", "customer": "Example Pumps", "article": "Seal", "quantity": "2",
        "price": "10", "net": "20",
    } | cells  # fmt: skip
    return ",".join([invoice, *said.values()]) + "\n"
