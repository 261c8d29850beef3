"""Rows of a sheet that wait to be typed."""

from itertools import repeat

from kith.sources.sheets.refusals import ragged, remark
from kith.terms.errors import KithError
from kith.terms.sheets import Remark, SheetRefusal


class Block:
    """Numbers and cells of rows, each as wide as the sheet, and those that are refused already."""

    def __init__(self, width: int) -> None:
        self._width = width
        self.numbers: list[int] = []
        self.cells: list[list[str]] = []
        self.refused: list[SheetRefusal] = []
        self._short: list[int] = []

    def refuse(self, number: int, cells: list[str], why: KithError) -> None:
        """A row that could not even be split."""
        self.refused.append(SheetRefusal(number, why, tuple(cells)))

    def add(self, number: int, cells: list[str]) -> None:
        """A row that is not empty. One cut short is filled up, one too long refused unless there is
        nothing in what is too much."""
        width = self._width
        if len(cells) < width:
            self._short.append(number)
            cells = [*cells, *repeat("", width - len(cells))]
        elif len(cells) > width:
            if any(map(str.strip, cells[width:])):
                self.refused.append(ragged(number, cells, width))
                return
            cells = cells[:width]
        self.numbers.append(number)
        self.cells.append(cells)

    def remarks(self) -> list[Remark]:
        return [remark("short", self._short)] if self._short else []
