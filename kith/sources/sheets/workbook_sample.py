"""Some rows of a workbook's sheet, before it is known how to read them all."""

from pathlib import Path
from typing import Any

from kith.sources.sheets.sample import Sample
from kith.sources.sheets.styles import decimal_of
from kith.sources.sheets.workbook import Workbook, text_of

_HEAD = 1_000
_EVERY = 1_000  # rows behind the head, one of which is looked at


def workbook_sample(path: Path, sheet: str, decimal: str) -> Sample:
    """`sheet`: '' for the first one that has more than one row."""
    with Workbook(path) as book:
        name = sheet or next((name for name in book.sheets if _holds_rows(book, name)), "")
        name = name or next(iter(book.sheets), "")
        head: list[tuple[int, list[Any]]] = []
        rest: list[list[Any]] = []
        for number, values in enumerate(book.rows(name), 1):
            if number <= _HEAD:
                head.append((number, values))
            elif number % _EVERY == 0:
                rest.append(values)
        # Cells that hold numbers leave no doubt; those that hold texts are written in some way.
        texts = (v for _, values in head for v in values if isinstance(v, str))
        decimal = decimal or decimal_of(texts, "")
        return Sample(
            [(number, [text_of(value, decimal) for value in values]) for number, values in head],
            [[text_of(value, decimal) for value in values] for values in rest],
            decimal=decimal,
            sheet=name,
            sheets=book.sheets,
        )


def _holds_rows(book: Workbook, name: str) -> bool:
    filled = (values for values in book.rows(name) if any(value != "" for value in values))
    return len(list(zip(filled, range(2), strict=False))) == 2
