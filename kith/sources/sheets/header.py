"""In which row the names of the columns stand, and what they are called then."""

import re
from collections import Counter
from collections.abc import Sequence

from kith.sources.sheets.names import known

_FIRST = 40  # rows among which a header is looked for
_FIRST_LEAD = 0.4  # a row below must be known much better than the first
_FIGURES = re.compile(r"[\d.,:/\\()%€$£+\- ]*\d[\d.,:/\\()%€$£+\-  T]*(?:Z|AM|PM)?", re.IGNORECASE)


def find_header(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    """The number of the row; 0: there is no header. `rows`: number and cells of the first ones.

    Of the rows that hold words alone, in about as many cells as the rows below have, the one whose
    words are best known as names of columns; where none is known, only the first row can be one.
    """
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in rows if any(cells)]
    if not filled:
        return 0
    width = usual_width([cells for _, cells in filled])
    best, most = 0, 0.0
    for place, (number, cells) in enumerate(filled[:_FIRST]):
        words = [cell for cell in cells if cell]
        if not _can_be_names(words) or len(words) < max(1, width // 2):
            continue
        hits = sum(map(known, words))
        score = hits / len(words) + (_FIRST_LEAD if place == 0 else 0) + 0.1 * (len(words) >= width)
        if (hits or place == 0) and score > most:
            best, most = number, score
    return best


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """Cells of most rows, the last filled one being the end of each."""
    widths = Counter(_width(row) for row in rows)
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0


def _width(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)


def _can_be_names(words: Sequence[str]) -> bool:
    """No figures, and hardly one twice."""
    if any(_FIGURES.fullmatch(word) or len(word) > 80 for word in words):
        return False
    return bool(words) and len(set(words)) > 0.5 * len(words)


def column_names(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Each one once, in one line: a second 'Price' is 'Price (2)', an empty one 'column 3'."""
    names: list[str] = []
    for place in range(width):
        name = " ".join(cells[place].split()) if place < len(cells) else ""
        name = name.strip("\ufeff") or f"column {place + 1}"
        again, first = 2, name
        while name in names:
            name = f"{first} ({again})"
            again += 1
        names.append(name)
    return tuple(names)
