"""Sheets for tests: rows written as CSV, looked at, guessed and imported as a person would."""

import csv
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from django.db import connection

from kith.ledger.imports.models import Batch
from kith.pipeline.sheets.bringing import import_sheet
from kith.pipeline.sheets.looking import look_at, propose
from kith.terms.sheets import SheetKind

_numbers: Iterator[int] = count()
ORDERS = (
    "Invoice No", "Line No", "Date", "Customer No", "Customer", "Article No", "Description",
    "Quantity", "Unit Price", "List Price", "Line Cost", "Currency", "Salesperson",
)  # fmt: skip


def write(folder: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    """A CSV file of its own name."""
    path = folder / f"sheet{next(_numbers)}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def bring(path: Path, kind: SheetKind = SheetKind.ORDERS, match: str = "number") -> Batch:
    """Imported as it is guessed."""
    look = look_at(path)
    told = propose(look, kind).column_map
    return import_sheet(path, kind=kind, look=look, column_map=told, match=match)


def line(
    invoice: str, number: object, article: str = "A1", *, day: str = "2026-01-05",
    customer: str = "100", name: str = "Lindner Brewery GmbH", text: str = "Seal",
    quantity: object = 10, price: object = 12.5, list_price: object = 15, cost: object = 60,
    currency: str = "EUR", seller: str = "Ben Berg",
) -> tuple[object, ...]:  # fmt: skip
    """A row under `ORDERS`."""
    return (invoice, number, day, customer, name, article, text, quantity, price, list_price, cost,
            currency, seller)  # fmt: skip


def ask(statement: str) -> list[tuple[Any, ...]]:
    """Rows of the ledger."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [tuple(row) for row in cursor.fetchall()]
