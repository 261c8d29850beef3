"""Rows of a sheet that wait to be typed."""

from collections.abc import Iterator
from itertools import repeat

from kith.sources.sheets.refusals import ragged, remark, unsplit
from kith.terms.sheets import Remark, SheetRefusal

_NO_ROW = 1 << 62


class Block:
    """Numbers and cells of rows, each as wide as the sheet, and those that are refused already."""

    def __init__(self, width: int) -> None:
        self._width = width
        self.numbers: list[int] = []
        self.cells: list[list[str]] = []
        self.refused: list[SheetRefusal] = []
        self._short: list[int] = []

    def refuse(self, number: int, cells: list[str], code: str) -> None:
        """A row that could not even be split."""
        self.refused.append(unsplit(code, number, cells))

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

    def parts(self, rows: int) -> Iterator["Block"]:
        """It in blocks of so many rows, each with what was refused or short up to its last one."""
        bounds = [*self.numbers[rows - 1 : -1 : rows], _NO_ROW]
        above = 0
        for place, last in enumerate(bounds):
            part = Block(self._width)
            part.numbers = self.numbers[place * rows : (place + 1) * rows]
            part.cells = self.cells[place * rows : (place + 1) * rows]
            part.refused = [refusal for refusal in self.refused if above < refusal.row <= last]
            part._short = [number for number in self._short if above < number <= last]
            yield part
            above = last

    def remarks(self) -> list[Remark]:
        return [remark("short", self._short)] if self._short else []
