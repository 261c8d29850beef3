"""A map of columns can be written as a file, in full or for what the guess has wrong."""

import json
from pathlib import Path

import pytest

from kith.sources.sheets.guess import guess
from kith.sources.sheets.look import look
from kith.sources.sheets.map_file import MapFile, mapped, read_map
from kith.terms.errors import BadInput
from kith.terms.sheets import ColumnMap, SheetKind
from tests.sources.sheets.sheet import HEAD, line, written


def said(folder: Path, text: str) -> MapFile:
    path = folder / "map.json"
    path.write_text(text, "utf-8")
    return read_map(path)


def test_what_a_map_leaves_open_is_guessed(tmp_path: Path) -> None:
    looked = look(written(tmp_path, HEAD + line()))
    told = said(
        tmp_path, json.dumps({"columns": {"net": "Price"}, "constants": {"currency": "EUR"}})
    )
    found = mapped(guess(looked, SheetKind.ORDERS), told, SheetKind.ORDERS)
    assert found.columns["invoice"] == "Invoice"
    assert found.columns["net"] == "Price"
    assert "price" not in found.columns  # a column says one thing
    assert found.constants == {"currency": "EUR"}


def test_null_says_that_no_column_says_it(tmp_path: Path) -> None:
    told = said(tmp_path, '{"columns": {"price": null}, "percent": ["discount_share"]}')
    found = mapped(ColumnMap({"price": "P", "net": "N"}), told, SheetKind.ORDERS)
    assert found == ColumnMap({"net": "N"}, {}, ("discount_share",))


def test_a_map_corrects_how_the_sheet_is_looked_at(tmp_path: Path) -> None:
    told = said(tmp_path, '{"look": {"header_row": 0, "delimiter": ";"}}')
    found = look(written(tmp_path, HEAD + line()), **told.look)
    assert (found.header_row, found.delimiter) == (0, ";")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"colums": {}}', '{"look": {"colour": 1}}',
    '{"columns": []}', '{"columns": "a"}', '{"percent": 1}', '{"look": {"header_row": "x"}}'],
)  # fmt: skip
def test_what_is_no_map_is_refused_with_a_cure(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput, match=r"map\.json is no map of columns") as told:
        said(tmp_path, text)
    assert "docs/sheets.md" in told.value.cure


def test_a_map_names_only_what_such_a_sheet_says(tmp_path: Path) -> None:
    told = said(tmp_path, '{"columns": {"colour": "C"}}')
    with pytest.raises(BadInput, match="The map names “colour”") as refused:
        mapped(ColumnMap({}), told, SheetKind.RATES)
    assert "base, quote, day, rate" in refused.value.cure
