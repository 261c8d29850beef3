"""Errors are templates with what fills them: told late, in any language, and kept as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.terms.errors import BadInput, KithError, read_error
from tests.languages import GERMAN

EMPTY = BadInput("{file} is empty.", cure="Export the mail again.", file="a {b}.mbox")


def test_an_error_names_the_cure() -> None:
    assert str(EMPTY) == "a {b}.mbox is empty. Export the mail again."
    assert EMPTY.message == "a {b}.mbox is empty."
    assert EMPTY.cure == "Export the mail again."
    assert str(KithError("Nothing more is known.")) == "Nothing more is known."


def test_it_is_told_in_another_language() -> None:
    assert EMPTY.told(GERMAN) == "a {b}.mbox ist leer. Exportieren Sie die Mails noch einmal."


def test_what_fills_a_template_is_not_looked_into_again() -> None:
    error = KithError("{one} and {two}", one="{two}", two="2")
    assert str(error) == "{two} and 2"


@given(
    st.text(), st.text(), st.dictionaries(st.from_regex(r"[a-z]\w{0,9}", fullmatch=True), st.text())
)
def test_it_is_read_back_as_it_was_written(message: str, cure: str, data: dict[str, str]) -> None:
    error = KithError(message, cure=cure, **{f"x_{name}": value for name, value in data.items()})
    again = read_error(error.written())
    assert (again.templates, again.data) == (error.templates, error.data)


@pytest.mark.parametrize("text", ["It broke.", "", "3", "null", '["a", "b"]', '[1, 2, "x"]', "{}"])
def test_any_other_text_is_its_own_message(text: str) -> None:
    assert str(read_error(text)) == text
