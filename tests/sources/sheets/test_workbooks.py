"""A sheet of a workbook is read as a CSV file with the same cells would be."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from kith.sources.sheets import workbook as limits
from kith.sources.sheets.look import look
from kith.terms.errors import BadInput
from tests.sources.sheets.sheet import DAY, HEAD, line, read, written
from tests.sources.sheets.xlsx import Cell, Formula, workbook

NAMES: list[Cell] = [*HEAD.strip().split(",")]
ROW: list[Cell] = ["R1", DAY, "Example Pumps", "Seal", 2, 10.0, 20]


def book(tmp_path: Path, *rows: list[Cell], merged: tuple[str, ...] = ()) -> Path:
    return workbook(tmp_path / "book.xlsx", {"Lines": [NAMES, *rows]}, merged)


def test_a_workbook_gives_what_a_csv_file_does(tmp_path: Path) -> None:
    found = read(book(tmp_path, ROW))
    assert found.rows == read(written(tmp_path, HEAD + line())).rows
    assert found.look.format == "xlsx"


def test_whole_numbers_have_no_point_behind_them(tmp_path: Path) -> None:
    row: list[Cell] = [4711.0, *ROW[1:]]
    assert read(book(tmp_path, row)).column("invoice") == ["4711"]


def test_days_are_days_whether_written_as_one_as_a_text_or_as_a_bare_number(
    tmp_path: Path,
) -> None:
    days: list[Cell] = [DAY, "05.03.2024", 45356]
    rows = [[ROW[0], day, *ROW[2:]] for day in days]
    assert read(book(tmp_path, *rows)).column("day") == [DAY] * 3


def test_numbers_written_as_texts_are_read_in_their_own_way(tmp_path: Path) -> None:
    rows = [[*ROW[:4], 2, price, 21.0] for price in ("10,50", "10,50", 10.5)]
    found = read(book(tmp_path, *rows))
    assert found.look.decimal == ","
    assert found.column("price") == [105_000] * 3


def test_a_merged_cell_says_its_text_of_each_row_and_its_sum_once(tmp_path: Path) -> None:
    rest: list[Cell] = [None, None, None, "Pump", 1, 5, None]
    found = read(book(tmp_path, ROW, rest, merged=("A2:A3", "B2:B3", "C2:C3", "G2:G3")))
    assert found.column("invoice") == ["R1", "R1"]
    assert found.column("customer_name") == ["Example Pumps"] * 2
    assert found.column("net") == [200_000, 50_000]


def test_a_formula_gives_what_it_came_to(tmp_path: Path) -> None:
    found = read(book(tmp_path, [*ROW[:6], Formula("E2*F2", 20.0)]))
    assert found.column("net") == [200_000]


def test_a_formula_that_was_never_asked_gives_nothing(tmp_path: Path) -> None:
    """The row is computed anew where that can be; it is not taken for nought."""
    found = read(book(tmp_path, [*ROW[:5], Formula("1/0", None), Formula("E2*F2", None)]))
    assert found.reasons == ["Row 2: neither a sum nor a price stands in it."]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    empty: list[Cell] = []
    path = workbook(tmp_path / "book.xlsx", {"Lines": [["Sales"], empty, NAMES, empty, ROW]})
    found = read(path)
    assert found.look.header_row == 3
    assert found.column("row") == [5]


def test_the_first_sheet_that_has_rows_is_read_unless_another_is_named(tmp_path: Path) -> None:
    other: list[Cell] = ["R2", date(2024, 3, 6), *ROW[2:]]
    sheets: dict[str, list[list[Cell]]] = {}
    sheets |= {"Cover": [["Sales"]], "Lines": [NAMES, ROW], "More": [NAMES, other]}
    path = workbook(tmp_path / "book.xlsx", sheets)
    assert look(path).sheets == ("Cover", "Lines", "More")
    assert read(path).column("invoice") == ["R1"]
    assert read(path, sheet="More").column("invoice") == ["R2"]
    with pytest.raises(BadInput, match="no sheet “None”") as told:
        look(path, sheet="None")
    assert "Cover, Lines, More" in told.value.cure


def test_a_workbook_of_too_many_rows_is_refused_with_a_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    with pytest.raises(BadInput, match="has 3 rows") as told:
        look(book(tmp_path, ROW, ROW))
    assert "Save it as CSV" in told.value.cure


def test_a_workbook_that_unpacks_to_a_mountain_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/s1.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(1025):
            member.write(bytes(1024 * 1024))
    with pytest.raises(BadInput, match="Save it as CSV"):
        look(path)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no"]
)
def test_a_broken_workbook_is_refused_with_a_cure(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    with pytest.raises(BadInput, match="cannot be read") as told:
        look(path)
    assert "save it again" in told.value.cure
