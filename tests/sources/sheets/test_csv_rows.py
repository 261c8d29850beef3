"""Cells are found in any CSV text, and a broken row breaks no other."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sources.sheets.csv_rows import MOST_LINES, csv_rows
from kith.sources.sheets.delimiter import DELIMITERS, delimiter_of

WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)
PARTS = ("a,b\n", '"x\ny",1\n', '"open,1\n', '5",2\n', "\n", 'a\0,"c"\n', '"q" r,"s\n')


def rows(text: str, delimiter: str = ",", width: int = 0) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    return [cells for cells, wrong in csv_rows(lines, delimiter, width) if not wrong]


def broken(text: str, width: int = 0) -> list[str]:
    found = csv_rows(io.StringIO(text, newline=""), ",", width)
    return [cells[0] for cells, wrong in found if wrong]


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), max_size=6), st.sampled_from(DELIMITERS))
def test_what_was_written_is_read(table: list[list[str]], delimiter: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    assert rows(text.getvalue(), delimiter) == table


@given(st.text(max_size=200), st.sampled_from(DELIMITERS), st.integers(0, 4))
def test_no_text_breaks_the_reader(text: str, delimiter: str, width: int) -> None:
    assert len(list(csv_rows(io.StringIO(text, newline=""), delimiter, width))) <= len(text) + 1


def test_a_cell_may_hold_a_line_break() -> None:
    assert rows('a,b\n"1\n2",3\n') == [["a", "b"], ["1\n2", "3"]]


def test_a_sign_of_inches_is_no_quotation_mark() -> None:
    assert rows('5" pipe,3\n') == [['5" pipe', "3"]]


def test_an_old_mac_ends_its_lines_otherwise() -> None:
    assert rows("a,b\r1,2\r") == [["a", "b"], ["1", "2"]]


def test_zeros_in_a_text_are_passed_over() -> None:
    assert rows("a,b\n1\0,2\n") == [["a", "b"], ["1", "2"]]


def test_an_open_quotation_mark_takes_one_line_with_it_and_not_the_rest() -> None:
    text = "a,b\n" + '"open,1\n' + "x,2\n" * (2 * MOST_LINES)
    assert broken(text) == ['"open,1']
    assert len(rows(text)) == 1 + 2 * MOST_LINES


def test_an_open_quotation_mark_near_the_end_is_seen_too() -> None:
    text = 'a,b\nx,1\n"open,2\ny,3\n'
    assert broken(text) == ['"open,2']
    assert rows(text)[-1] == ["y", "3"]


def test_two_open_quotation_marks_do_not_make_one_cell() -> None:
    text = 'a,b\n"open,1\nx,2\n"again,3\ny,4\n'
    assert broken(text, width=2) == ['"open,1', '"again,3']
    assert rows(text, width=2) == [["a", "b"], ["x", "2"], ["y", "4"]]


def test_a_quotation_mark_that_is_closed_lines_later_hides_none_of_them() -> None:
    text = 'a,b\n"open\nx,2\n"\ny,3\n'
    assert broken(text, width=2) == ['"open', '"']
    assert rows(text, width=2) == [["a", "b"], ["x", "2"], ["y", "3"]]


def test_a_cell_too_long_is_given_up_and_nothing_else() -> None:
    text = "a,b\n" + "x" * (csv.field_size_limit() + 1) + ",1\ny,2\n"
    assert len(broken(text)) == 1
    assert rows(text)[-1] == ["y", "2"]


def test_the_delimiter_is_what_cuts_rows_alike() -> None:
    assert delimiter_of(["a;b;c\n", "x;1,5;2,5\n", "y;3,5;4,5\n"]) == ";"
    assert delimiter_of(["a,b\n", '"x;y",1\n', '"z;w",2\n']) == ","
    assert delimiter_of(["a\tb\n", "x, y\t1\n"]) == "\t"
    assert delimiter_of(["a\n", "b\n"]) == ","


def test_a_sheet_may_say_what_its_delimiter_is() -> None:
    assert delimiter_of(["sep=|\n", "a|b\n"]) == "|"


@given(
    st.lists(st.sampled_from(PARTS)),
    st.integers(1, 4),
    st.sampled_from([0, 2]),
)
def test_it_is_of_no_account_how_many_lines_are_taken_at_once(
    parts: list[str], at_once: int, width: int
) -> None:
    def found() -> list[tuple[list[str], str]]:
        lines = io.StringIO("".join(parts), newline="")
        return [(cells, wrong) for cells, wrong in csv_rows(lines, ",", width)]

    whole = found()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kith.sources.sheets.csv_rows._AT_ONCE", at_once)
        assert found() == whole
