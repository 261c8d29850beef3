"""What every picture gives: the drawing, and the table that says the same."""

from dataclasses import dataclass

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers behind a picture, for those who would rather read, or cannot see it."""

    head: Cells
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """`svg` is markup in which every word is escaped; `table` says the same in rows."""

    svg: str
    table: Table
