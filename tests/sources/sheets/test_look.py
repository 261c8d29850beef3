"""How a file is to be read is found by looking at it, and can be corrected."""

from pathlib import Path

import pytest

from kith.sources.sheets.look import look
from kith.terms.errors import BadInput
from tests.sources.sheets.sheet import HEAD, line, read, written

UMLAUTS = "Rechnung;Datum;Kunde;Menge;Einzelpreis\nR1;05.03.2024;Müller & Söhne Größe;2;10,50\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("cp1252", "cp1252"),
        ("cp850", "cp850"), ("mac_roman", "mac_roman"), ("utf-32", "utf-32"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(tmp_path: Path, encoding: str, found: str) -> None:
    path = written(tmp_path, UMLAUTS, encoding)
    assert look(path).encoding == found
    assert read(path).column("customer_name") == ["Müller & Söhne Größe"]


def test_a_letter_of_another_encoding_is_found_a_megabyte_on(tmp_path: Path) -> None:
    text = HEAD + line() * 40_000 + line(customer="Müller")
    assert look(written(tmp_path, text, "cp1252")).encoding == "cp1252"


def test_the_encoding_can_be_corrected(tmp_path: Path) -> None:
    path = written(tmp_path, UMLAUTS, "cp1252")
    assert look(path, encoding="latin-1").encoding == "latin-1"
    with pytest.raises(BadInput, match="no encoding “klingon”"):
        look(path, encoding="klingon")


def test_a_german_sheet_has_commas_and_days_first(tmp_path: Path) -> None:
    found = look(written(tmp_path, UMLAUTS))
    assert (found.delimiter, found.decimal, found.date_order) == (";", ",", "dmy")


def test_an_american_sheet_has_points_and_months_first(tmp_path: Path) -> None:
    found = look(written(tmp_path, HEAD + line(date="3/25/2024", net="1234.50")))
    assert (found.delimiter, found.decimal, found.date_order) == (",", ".", "mdy")


def test_numbers_that_leave_a_doubt_go_by_the_delimiter_and_the_days(tmp_path: Path) -> None:
    text = "Invoice\tDate\tQuantity\tNet\nR1\t{}\t1.000\t2.500\n"
    assert look(written(tmp_path, text.format("05.03.2024"))).decimal == ","
    assert look(written(tmp_path, text.format("2024-03-05"))).decimal == "."
    semicolons = text.format("2024-03-05").replace("\t", ";")
    assert look(written(tmp_path, semicolons)).decimal == ","


def test_days_that_leave_a_doubt_are_read_in_the_order_in_which_they_follow_each_other(
    tmp_path: Path,
) -> None:
    rising = ("01/02/2024", "01/05/2024", "02/01/2024", "03/01/2024")
    text = HEAD + "".join(line(date=day) for day in rising)
    assert look(written(tmp_path, text)).date_order == "mdy"
    assert look(written(tmp_path, HEAD + line(date="01/02/2024"))).date_order == "dmy"


def test_the_order_of_days_is_found_far_behind_the_head(tmp_path: Path) -> None:
    text = HEAD + line(date="01/02/2024") * 20_000 + line(date="01/25/2024") * 2_000
    assert look(written(tmp_path, text)).date_order == "mdy"


def test_a_header_is_found_below_a_title(tmp_path: Path) -> None:
    text = "Turnover of the year,,,,,,\nprinted 5 March,,,,,,\n\n" + HEAD + line()
    path = written(tmp_path, text)
    assert look(path).header_row == 4
    assert read(path).rows[0]["row"] == 5


def test_a_sheet_without_a_header_has_numbered_columns(tmp_path: Path) -> None:
    found = look(written(tmp_path, line() + line("R2")))
    assert found.header_row == 0
    assert found.columns[:2] == ("column 1", "column 2")


def test_the_header_can_be_corrected(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + line())
    assert look(path, header_row=0).columns[0] == "column 1"
    assert look(path, header_row=2).columns[0] == "R1"


def test_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    found = look(written(tmp_path, "Invoice,Price,Price,\nR1,1,2,3\n"))
    assert found.columns == ("Invoice", "Price", "Price (2)", "column 4")


def test_a_name_of_two_lines_is_one(tmp_path: Path) -> None:
    assert look(written(tmp_path, '"Invoice\nnumber",Net\nR1,2\n')).columns[0] == "Invoice number"


def test_samples_are_as_wide_as_the_sheet(tmp_path: Path) -> None:
    found = look(written(tmp_path, HEAD + "R1,2024-03-05\n" + line()))
    assert {len(sample) for sample in found.samples} == {len(found.columns)}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Nothing stands in"), (b"\n\n  \n", "Nothing stands in"),
        (b"\xef\xbb\xbf", "Nothing stands in"), (b"\x1f\x8b\x08rest", "is packed"),
        (b"PK\x03\x04rest", "is packed"), (b"%PDF-1.4\n\x01\x02\x03\x04\x05\x06", "is no sheet"),
        (b"<html><table><tr><td>1", "is a web page"),
    ],
)  # fmt: skip
def test_what_is_no_sheet_is_refused_with_a_cure(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=why) as told:
        look(path)
    assert told.value.cure


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no file gone"):
        look(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"delimiter": "tab"}, "“tab” cannot part cells"),
        ({"delimiter": '"'}, "cannot part cells"),
        ({"decimal": "x"}, "“x” is no decimal sign"),
        ({"date_order": "myd"}, "“myd” is no order of day, month and year"),
        ({"encoding": "hex"}, "no encoding “hex”"),
        ({"encoding": "undefined"}, "no encoding “undefined”"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_with_a_cure(
    tmp_path: Path, wrong: dict[str, str], why: str
) -> None:
    path = written(tmp_path, HEAD + line())
    with pytest.raises(BadInput, match=why) as told:
        look(path, **wrong)  # type: ignore[arg-type]
    assert told.value.cure
