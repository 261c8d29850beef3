"""What separates the cells of a CSV text."""

from collections import Counter
from collections.abc import Sequence

from kith.sources.sheets.csv_rows import csv_rows

# The first of equals: a comma is more often part of a number or a text than the others are.
DELIMITERS = ("\t", ";", "|", ",")
_ENOUGH = 500  # lines


def delimiter_of(lines: Sequence[str]) -> str:
    """Which one cuts most rows into one number of cells, and into many; ',' where none does."""
    if said := _said(lines):
        return said
    scores = {delimiter: _score(lines[:_ENOUGH], delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] else ","


def _said(lines: Sequence[str]) -> str:
    """Some spreadsheets write and read a first line that says it: sep=;"""
    first = lines[0].strip('\r\n\ufeff" ') if lines else ""
    return first[4:] if first.lower().startswith("sep=") and len(first) == 5 else ""


def _score(lines: Sequence[str], delimiter: str) -> float:
    widths = Counter(len(cells) for cells, _ in csv_rows(lines, delimiter) if cells)
    if not widths:
        return 0
    width, rows = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    return (rows / widths.total()) ** 2 * (1 - 1 / width)
