"""A sheet comes in chunks, and reading goes on behind any of them as if it had not stopped."""

import random
from pathlib import Path
from typing import Any

import pytest

from kith.sources.sheets import chunks as reading
from kith.sources.sheets import typist
from kith.sources.sheets.chunks import chunks
from kith.sources.sheets.guess import guess
from kith.sources.sheets.look import look
from kith.terms.sheets import SheetChunk, SheetKind
from tests.sources.sheets.sheet import HEAD, line, written

SORTS = (
    line(), line(date=""), line(net="x"), "short,2024-03-05\n", "1,2,3,4,5,6,7,8\n", "\n", HEAD,
    "Total,,,,,,7\n", line(article="Postage"), '"open,2024-03-05\n',
)  # fmt: skip


def read(path: Path, after: int = 0) -> list[SheetChunk]:
    looked = look(path)
    return list(
        chunks(path, looked, guess(looked, SheetKind.ORDERS), SheetKind.ORDERS, after=after)
    )


def told(found: list[SheetChunk]) -> list[tuple[Any, ...]]:
    """All that is said of rows, one by one, whatever chunk says it."""
    rows: list[tuple[Any, ...]] = [(row[0], row) for chunk in found for row in chunk.rows]
    rows += [(r.row, str(r.reason), r.cells) for chunk in found for r in chunk.refused]
    return sorted(rows, key=lambda row: row[0])


@pytest.fixture
def mixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five rows a chunk, twenty typed at once."""
    monkeypatch.setattr(typist, "ROWS", 5)
    monkeypatch.setattr(reading, "ROWS", 5)
    monkeypatch.setattr(reading, "AT_ONCE", 20)
    sorts = random.Random(5).choices(SORTS, [20, *[1] * (len(SORTS) - 1)], k=200)
    return written(tmp_path, HEAD + "".join([*sorts, line()]))


def test_reading_goes_on_behind_every_chunk(mixed: Path) -> None:
    whole = read(mixed)
    assert len(whole) > 20
    for place, chunk in enumerate(whole, 1):
        assert told(read(mixed, after=chunk.rows_done)) == told(whole[place:])


def test_a_chunk_tells_of_its_own_rows_alone(mixed: Path) -> None:
    above = 1
    for chunk in read(mixed):
        assert len(chunk.rows) <= 5
        for row, *_ in told([chunk]):
            assert above < row <= chunk.rows_done
        assert all(above < remark.first <= chunk.rows_done for remark in chunk.remarks)
        above = chunk.rows_done


def test_how_many_rows_are_read_at_once_is_of_no_account(
    mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = told(read(mixed))
    monkeypatch.setattr(reading, "AT_ONCE", 5)
    assert told(read(mixed)) == found


def test_every_row_is_kept_refused_left_out_or_empty(mixed: Path) -> None:
    found = read(mixed)
    left_out = sum(remark.n for chunk in found for remark in chunk.remarks if remark.left_out)
    rows = mixed.read_text("utf-8").splitlines()
    assert len(told(found)) + left_out == sum(bool(row) for row in rows) - 1


def test_a_sheet_of_nothing_but_a_header_has_no_rows(tmp_path: Path) -> None:
    assert not read(written(tmp_path, HEAD))
