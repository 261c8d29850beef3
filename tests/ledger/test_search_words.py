"""Words are cut and folded as SQLite's index does it; nothing that is typed is wrong."""

import sqlite3
import string
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kith.ledger.search.asked import Term, terms
from kith.ledger.search.places import (
    FIRST,
    UNDATED,
    by_subject,
    free,
    hour_ends,
    hour_of,
    hours_before,
    place_of,
)
from kith.ledger.search.snippet import marked, snippet
from kith.ledger.search.words import places, words

EUROPEAN = st.characters(max_codepoint=0x4FF, exclude_categories=("Cn", "Cs", "Cc"))
TEXTS = st.text(EUROPEAN | st.sampled_from(string.ascii_letters + string.digits + " .-'\"@_"))
# Letters that neither Unicode's own rules nor ours fold as unicode61 does; none is a word's in use.
ODD = set("ǠǡͿ")


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, content='',"
        ' tokenize="unicode61 remove_diacritics 2")'
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    yield connection
    connection.close()


@given(text=TEXTS.filter(lambda text: ODD.isdisjoint(text)))
@example(text="Straße Ærø Øre Ångström ŁÓDŹ İstanbul σίσυφος")
@example(text="e-mail 1e5 007 3,5 a.b@c.example x_y don't")
@example(text="decompose\u0301d cafe\u0301")
def test_words_are_those_of_the_index(index: sqlite3.Connection, text: str) -> None:
    index.execute("INSERT INTO t(t) VALUES ('delete-all')")
    index.execute("INSERT INTO t(rowid, x) VALUES (1, ?)", [text])
    found = [term for (term,) in index.execute("SELECT term FROM v ORDER BY offset")]
    assert words(text) == found


@given(text=TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once


@given(text=TEXTS)
def test_a_word_is_where_it_says(text: str) -> None:
    for word, start, end in places(text):
        assert words(text[start:end]) == [word]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ()),
        (' "" * - AND( ', (Term(("and",)),)),
        ("Pump", (Term(("pump",), begins=True),)),
        ("pump ", (Term(("pump",)),)),
        ("pump seals", (Term(("pump",)), Term(("seals",), begins=True))),
        ("pum* seals ", (Term(("pum",), begins=True), Term(("seals",)))),
        ('"price rise" now ', (Term(("price", "rise")), Term(("now",)))),
        ('"price ri', (Term(("price", "ri"), begins=True),)),
        ("e-mail ", (Term(("e", "mail")),)),
        ("a a a ", (Term(("a",)),)),
        ("Müller Größe ", (Term(("muller",)), Term(("große",)))),
    ],
)
def test_what_is_typed_means_what_one_expects(typed: str, found: tuple[Term, ...]) -> None:
    assert terms(typed) == found


@given(typed=st.text())
def test_nothing_typed_is_wrong(typed: str) -> None:
    for term in terms(typed):
        assert term.words
        assert all(word.isalnum() or not word.isascii() for word in term.words)


@given(hours=st.lists(st.integers(FIRST, FIRST + 50)), taken=st.sampled_from([0, 2, 262_138]))
def test_places_are_free_and_in_the_order_of_their_hours(hours: list[int], taken: int) -> None:
    before = {hour: (hour << 18) + taken for hour in hours}
    found = list(free(sorted(hours), before))
    assert len(set(found)) == len(found)
    assert not set(found) & set(before.values())
    dated = [at for at in found if at >= FIRST << 18]
    assert dated == sorted(dated)
    assert all(at % 2 == 0 and place_of(by_subject(at)) == at for at in found)
    # An hour that is full lends nothing from the next: the rest stands with the undated.
    assert all(
        at >> 18 == hour or at < hour_ends(UNDATED)
        for at, hour in zip(found, sorted(hours), strict=True)
    )


def test_a_later_hour_has_higher_places() -> None:
    moments = [None, -5, 0, 473_385_600, 1_700_000_000, 1_700_003_600, 10**12]
    assert all(a <= b for a, b in pairwise(map(hour_of, moments)))
    assert hours_before(hour_of(1_700_003_600) << 18, 1) == hour_of(1_700_000_000) << 18
    assert hours_before(5, 10) == 0


def said(pieces: tuple[tuple[str, bool], ...]) -> str:
    return "".join(f"[{text}]" if hit else text for text, hit in pieces)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("The seal of the pump", "seal ", "The [seal] of the pump"),
        ("The sealing", "seal", "The [sealing]"),
        ("The sealing", "seal ", "The sealing"),
        ("price rise, PRICE\n rise", '"price rise" ', "[price rise], [PRICE rise]"),
        ("Größe & <b>größer</b>", "große", "[Größe] & <b>[größer]</b>"),
        ("", "x", ""),
    ],
)
def test_what_was_asked_for_is_marked(text: str, typed: str, found: str) -> None:
    assert said(marked(text, terms(typed))) == found


def test_a_snippet_is_around_the_hit_and_rather_in_what_is_new() -> None:
    text = "filler " * 200 + "here is the flange today. " + "more " * 100 + "\n> old flange"
    found = said(snippet(text, (0, len(text) - 12), terms("flange ")))
    assert "here is the [flange] today" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < 300
    quoted = said(snippet("New words.\n> old flange", (0, 10), terms("flange ")))
    assert quoted == "New words. old [flange]"
    assert said(snippet("Only new words.", (0, 15), terms("absent "))) == "Only new words."


def test_a_snippet_is_shown_without_the_marks_of_quoted_lines() -> None:
    pieces = snippet("> > old\n> > flange\n| seal > 3", (0, 0), terms("flange "))

    assert "".join(piece for piece, _ in pieces) == " old flange seal > 3"


@given(text=TEXTS, typed=TEXTS)
def test_a_snippet_invents_no_word(text: str, typed: str) -> None:
    shown = "".join(piece for piece, _ in marked(text, terms(typed)))
    assert shown.split() == text.split()
    pieces = snippet(text, (0, len(text)), terms(typed))
    assert set(words("".join(piece for piece, _ in pieces))) <= set(words(text))
