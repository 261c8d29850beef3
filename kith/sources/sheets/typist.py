"""Types blocks of cells, in an engine of its own."""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, Self

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kith.sources.sheets.block import Block
from kith.sources.sheets.refusals import refusal, remark
from kith.sources.sheets.rules import LEFT_OUT, MARKED, TOTALS
from kith.sources.sheets.statement import statement
from kith.sources.sheets.trimmed import trimmed
from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import (
    ColumnMap,
    Look,
    Remark,
    Row,
    SheetChunk,
    SheetKind,
    SheetRefusal,
)  # fmt: skip

_TOTALS = re.compile(TOTALS)
ROWS = 5_000  # of a chunk: what the ledger takes in within a fifth of a second
NUMBERS = (
    "invoice", "line", "customer_number", "product_number", "number", "family", "salesperson",
    "owner",
)  # fmt: skip
_ENGINE: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    # A statement that is planned once must not be planned for what happens to lie there then.
    "disabled_optimizers": "statistics_propagation",
}


class _Texts:
    """What the engine reads as its table `block`, each time that it asks."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


class Typist:
    """A sheet's statement, ready to be asked. To be closed, best by `with`."""

    def __init__(self, look: Look, column_map: ColumnMap, kind: SheetKind, *, signed: bool) -> None:
        self._map = column_map
        self._places = {
            field: look.columns.index(name) for field, name in column_map.columns.items()
        }
        self._fields = [field.name for field in FIELDS[kind]]
        self._header = list(look.columns)
        numbers = {self._places[field] for field in NUMBERS if field in self._places}
        self._wanted = {place: place in numbers for place in sorted(set(self._places.values()))}
        self._statement = statement(kind, look, column_map, signed=signed)
        self._engine = duckdb.connect(config=_ENGINE)
        self._none: list[tuple[str, ...]] = [()] * len(look.columns)
        self._texts = _Texts(self._table([], self._none))
        self._engine.register("block", self._texts)
        # Planned once: with so many columns that takes longer than to read a chunk.
        self._engine.execute(f"PREPARE typed AS {self._statement.sql}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.close()

    def chunks(self, rows_done: int, block: Block) -> Iterator[SheetChunk]:
        """The block's rows, typed; `rows_done`: as the last chunk is to say."""
        found = self._typed(block)
        parts = list(block.parts(ROWS))
        for place, part in enumerate(parts):
            done = rows_done if part is parts[-1] else part.numbers[-1]
            yield self._chunk(done, part, found.slice(place * ROWS, ROWS))

    def _chunk(self, rows_done: int, block: Block, found: pa.Table) -> SheetChunk:
        refused, left_out, good = self._judged(block, found)
        kept = found if good is None else found.filter(good)
        remarks = [*block.remarks(), *left_out, *_marked(kept)]
        return SheetChunk(rows_done, self._rows(kept), sorted(block.refused + refused), remarks)

    def _typed(self, block: Block) -> pa.Table:
        """Only the columns that say something are looked at."""
        columns = list(zip(*block.cells, strict=True)) or self._none
        self._texts.table = self._table(block.numbers, columns)
        return self._engine.execute("EXECUTE typed").to_arrow_table()

    def _table(self, numbers: Sequence[int], columns: Sequence[Sequence[str]]) -> pa.Table:
        texts = {
            f"c{place}": trimmed(pa.array(columns[place], pa.string()), number=is_number)
            for place, is_number in self._wanted.items()
        }
        return pa.table({"row": pa.array(numbers, pa.int64()), **texts})

    def _judged(
        self, block: Block, found: pa.Table
    ) -> tuple[list[SheetRefusal], list[Remark], pa.Array | None]:
        """Refusals, remarks on rows that were left out, and which rows are good (None: all)."""
        problems = found["problem"]
        if problems.null_count == len(problems):
            return [], [], None
        refused: list[SheetRefusal] = []
        left_out: dict[str, list[int]] = {}
        for place, problem in enumerate(problems.to_pylist()):
            if problem is None:
                continue
            row, cells = block.numbers[place], block.cells[place]
            code = self._none_to_keep(cells) or problem.partition(":")[0]
            if code in LEFT_OUT:
                left_out.setdefault(code, []).append(row)
            else:
                refused.append(
                    refusal(problem, row, cells, column_map=self._map, places=self._places)
                )
        remarks = [remark(code, rows) for code, rows in left_out.items()]
        return refused, remarks, pc.is_null(problems)

    def _none_to_keep(self, cells: Sequence[str]) -> str:
        """Why nobody need put it right: it is the header again, or begins as a row of totals."""
        if cells == self._header:
            return "header"
        first = next(filter(None, map(str.strip, cells)), "")
        return "totals" if _TOTALS.search(first.lower()) else ""

    def _rows(self, found: pa.Table) -> list[Row]:
        has = {name: _values(found[name]) for name in ("row", *self._statement.names)}
        columns = [has.get(name, repeat(None, len(found))) for name in ("row", *self._fields)]
        return list(zip(*columns, strict=True))


def _values(column: pa.ChunkedArray) -> list[Any]:
    if pa.types.is_date(column.type):  # a hundred times as fast as to_pylist
        return column.to_numpy().astype(object).tolist()
    return column.to_pylist()


def _marked(found: pa.Table) -> list[Remark]:
    marks = found["marks"].to_numpy()
    numbers = found["row"].to_numpy()
    seen = int(np.bitwise_or.reduce(marks)) if len(marks) else 0
    return [
        remark(code, numbers[marks >> bit & 1 == 1].tolist())
        for bit, code in enumerate(MARKED)
        if seen >> bit & 1
    ]
