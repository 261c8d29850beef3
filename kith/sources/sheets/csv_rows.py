"""Rows of a CSV text, each cell as it stands: whatever was done to the file, the rest is read.

Python's own reader splits them (1.4 million rows a second where DuckDB's makes 0.8 million, once
they have become Python's): only so has a row its number, and a bad one what stood in it.
"""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from kith.terms.errors import BadInput, KithError
from kith.terms.language import gettext_noop

# A cell may hold line breaks, but no cell holds as many: its quote was never closed.
MOST_LINES = 200
_OPEN = gettext_noop("a quotation mark is opened and not closed")
_CURE = gettext_noop("Close it, or double each one that belongs to the text.")
_LONG = gettext_noop("a cell is longer than {most} letters")
_SHORTEN = gettext_noop("Shorten it.")


class _StillOpen(Exception):
    pass


def csv_rows(
    lines: Iterable[str], delimiter: str, width: int = 0
) -> Iterator[tuple[list[str], KithError | None]]:
    """Cells of each row, [] of an empty line; with an error, the line that could not be split.

    `width`: how many cells a row has; a row of several lines that has another number comes of an
    open quotation mark. The line that opens it is given up, and reading goes on behind it.
    """
    rest = iter(lines)
    held: list[str] = []

    def fed() -> Iterator[str]:
        for line in rest:
            held.append(line)
            if len(held) > MOST_LINES:
                raise _StillOpen
            yield line.replace("\0", "") if "\0" in line else line

    while True:
        reader = csv.reader(fed(), delimiter=delimiter, quotechar='"')
        try:
            for row in reader:
                if len(held) > 1 and _never_closed(held, delimiter, len(row), width):
                    raise _StillOpen
                held.clear()
                yield row, None
            return
        except (_StillOpen, csv.Error):
            line, *others = held
            rest = chain(others, rest)
            held.clear()
            yield [line.rstrip("\r\n")], _why(line)


def _never_closed(lines: list[str], delimiter: str, cells: int, width: int) -> bool:
    """Whether a row of several lines is none by the letter: another cell's mark has closed it, or
    the end of the file."""
    if width and cells != width:
        return True
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False


def _why(line: str) -> KithError:
    most = csv.field_size_limit()
    if len(line) > most:
        return BadInput(_LONG, cure=_SHORTEN, most=most)
    return BadInput(_OPEN, cure=_CURE)
