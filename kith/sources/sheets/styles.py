"""How a sheet writes numbers and days, found from cells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"[^\d]{0,5}(\d[\d.,'’\u00a0\u202f ]*[.,]\d+|\d+[.,]\d+)[^\d]{0,5}")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?:\d{2})?")
_DAY = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:\D.*)?")


def decimal_of(cells: Iterable[str], delimiter: str) -> str:
    """'.' or ',' : what most numbers that leave no doubt have; 1.234 leaves one, 1.5 none.

    Where all do, a comma goes with semicolons, and with days like 31.12.2024.
    """
    votes: Counter[str] = Counter()
    dotted = False
    for cell in cells:
        dotted = dotted or _DOTTED.fullmatch(cell) is not None
        if (found := _NUMBER.fullmatch(cell)) is None:
            continue
        number = found[1]
        point, comma = number.rfind("."), number.rfind(",")
        if point >= 0 and comma >= 0:
            votes["." if point > comma else ","] += 3
        elif number.count(".") + number.count(",") == 1 and not _GROUPED.fullmatch(number):
            votes["." if point >= 0 else ","] += 1
    if votes["."] == votes[","]:
        return "," if delimiter == ";" or dotted else "."
    return max(votes, key=lambda sign: votes[sign])


def date_order_of(columns: Iterable[Sequence[str]]) -> str:
    """'ymd', 'dmy' or 'mdy'. A part above 12 tells; else the order in which the rows follow each
    other best; else the day comes first."""
    votes: Counter[str] = Counter()
    unclear: list[list[tuple[int, int, int]]] = []
    for column in columns:
        days = [_DAY.fullmatch(cell) for cell in column]
        parts = [(found[1], found[3], found[4]) for found in days if found]
        votes["ymd"] += sum(len(first) == 4 for first, _, _ in parts)
        figures = [(int(a), int(b), int(c)) for a, b, c in parts if len(a) < 3]
        votes["dmy"] += sum(first > 12 for first, _, _ in figures)
        votes["mdy"] += sum(second > 12 for _, second, _ in figures)
        unclear.append(figures)
    if votes["dmy"] or votes["mdy"]:
        return "dmy" if votes["dmy"] >= votes["mdy"] else "mdy"
    if not any(unclear):
        return "ymd"
    back = {
        order: sum(map(_steps_back, unclear, [order] * len(unclear))) for order in ("dmy", "mdy")
    }
    return min(back, key=lambda order: back[order])


def _steps_back(days: Sequence[tuple[int, int, int]], order: str) -> int:
    """How often a day is not followed by the same or a later one, or the other way round."""
    dates = [(c, b, a) if order == "dmy" else (c, a, b) for a, b, c in days]
    pairs = list(pairwise(dates))
    return min(sum(a > b for a, b in pairs), sum(a < b for a, b in pairs))
