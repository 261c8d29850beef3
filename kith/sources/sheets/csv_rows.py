"""Rows of a CSV text, each cell as it stands: whatever was done to the file, the rest is read.

Python's own reader splits them (1.4 million rows a second where DuckDB's makes 0.8 million, once
they have become Python's): only so has a row its number, and a bad one what stood in it.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

# A cell may hold line breaks, but no cell holds as many: its quote was never closed.
MOST_LINES = 200
_AT_ONCE = 1_000  # lines


class _StillOpen(Exception):
    pass


def csv_rows(
    lines: Iterable[str], delimiter: str, width: int = 0
) -> Iterator[tuple[list[str], str]]:
    """Cells of each row, [] of an empty line, and ''; or a line that could not be split, and why:
    a code of `wording.PROBLEMS`.

    `width`: how many cells a row has; a row of several lines that has another number comes of an
    open quotation mark. The line that opens it is given up, and reading goes on behind it.
    """
    waiting: deque[str] = deque()
    source = iter(lines)
    while True:
        some = [waiting.popleft() for _ in range(min(len(waiting), _AT_ONCE))]
        some += islice(source, _AT_ONCE - len(some))
        if not some:
            return
        if (rows := _at_once(some, delimiter)) is not None:
            for row in rows:
                yield row, ""
        else:
            waiting.extendleft(reversed(some))
            yield from _carefully(waiting, source, len(some), delimiter, width)


def _at_once(lines: list[str], delimiter: str) -> list[list[str]] | None:
    """The rows of lines of which each is one row, as nearly all are; None where they are not."""
    if any("\0" in line for line in lines) or lines[-1].count('"') % 2:
        return None
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


def _carefully(
    waiting: deque[str], source: Iterator[str], n: int, delimiter: str, width: int
) -> Iterator[tuple[list[str], str]]:
    """The rows of the next `n` lines, of those `waiting` first, row by row."""
    held: list[str] = []
    taken = 0

    def fed() -> Iterator[str]:
        nonlocal taken
        while line := waiting.popleft() if waiting else next(source, ""):
            held.append(line)
            taken += 1
            if len(held) > MOST_LINES:
                raise _StillOpen
            yield line.replace("\0", "")

    while taken < n:
        reader = csv.reader(fed(), delimiter=delimiter)
        try:
            for row in reader:
                if len(held) > 1 and _never_closed(held, delimiter, len(row), width):
                    raise _StillOpen
                held.clear()
                yield row, ""
                if taken >= n:
                    return
            return
        except (_StillOpen, csv.Error):
            line, *others = held
            waiting.extendleft(reversed(others))
            taken -= len(others)
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


def _why(line: str) -> str:
    return "long" if len(line) > csv.field_size_limit() else "open"
