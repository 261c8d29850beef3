"""A person's addresses and names go from a text, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.erasing import MARK, Person, name_before

CLEO = Person(("c.crane@client.example",), ("Cleo Crane", "Cleo M. Crane"))
JURGEN = Person(("jm@werk.example",), ("Jürgen Groß-Müller",))


@pytest.mark.parametrize(
    "text",
    [
        "Cleo Crane", "CLEO CRANE", "Crane, Cleo", "Cleo M. Crane", "Cleo\n> Crane", "cleo crane",
        "c.crane@client.example", "C.Crane@Client.Example", "c.crane%40client.example",
        "c.crane [at] client.example", "c.crane(at)client.example",
    ],
)  # fmt: skip
def test_what_is_theirs_goes_wherever_it_stands(text: str) -> None:
    whole = f"We saw {text}, and left."
    assert CLEO.is_in(whole)
    assert CLEO.erased(whole).text == f"We saw {MARK}, and left."


@pytest.mark.parametrize(
    "text",
    [
        "Cleo", "Crane", "Cleopatra Cranes", "cleocrane", "Cleo and Crane", "the crane of Cleo",
        "mc.crane@client.example", "c.crane@client.example.com", "c.crane@client.examples",
        "c.crane", "client.example",
    ],
)  # fmt: skip
def test_what_may_be_anybodys_stays_far_from_them(text: str) -> None:
    assert not CLEO.is_in(text)
    assert CLEO.erased(text).text == text


def test_near_them_one_word_is_enough_but_not_an_ordinary_one() -> None:
    text = "Cleo's crane is here; CRANE (c.crane) says so."
    assert CLEO.erased_near(text).text == f"{MARK}'s crane is here; {MARK} ({MARK}) says so."


def test_a_word_that_another_in_the_mail_bears_stays() -> None:
    near = CLEO.erased_near("Cleo met Crane.", others=["Cleo Ahlers", ""])
    assert near.text == f"Cleo met {MARK}."


def test_letters_are_known_however_they_are_written() -> None:
    for name in ("Jürgen Groß-Müller", "Jürgen Groß-Müller", "JÜRGEN GROSS-MÜLLER",
                 "Juergen Gross-Mueller", "Jurgen Gross-Muller"):  # fmt: skip
        assert JURGEN.is_in(name), name
        assert JURGEN.erased(f"An {name}.").text == f"An {MARK}."


def test_what_somebody_says_is_theirs_goes_everywhere() -> None:
    person = Person((), also=("Zappa",))
    assert person.erased("We call her zappa.").text == f"We call her {MARK}."
    assert Person(()).erased_near("Nobody").text == "Nobody"
    assert not Person(()).is_in("Nobody")


def test_a_common_name_counts_near_them_alone() -> None:
    person = Person((), common=("Cleo Crane",))
    assert not person.is_in("Cleo Crane")
    assert person.erased_near("Cleo Crane").text == MARK


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday Cleo Crane <", "Cleo Crane"),
        ("From: Cleo Maria Crane <", "Cleo Maria Crane"),
        ('"Crane, Cleo" [mailto:', "Crane Cleo"),
        ("Cleo <", ""),
        ("Write to ", ""),
        ("<", ""),
    ],
)
def test_a_name_beside_an_address_is_read(text: str, name: str) -> None:
    assert name_before(text, len(text)) == name


WORDS = st.lists(
    st.sampled_from(
        ["Cleo", "Crane", "cleo", "x", "\n> ", ",", "é", "c.crane@client.example", " ", "😀", "Ann"]
    ),
    max_size=30,
).map(" ".join)


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_spans_keep_what_lay_in_them(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    new = CLEO.erased_near(text)
    assert not CLEO.is_in(new.text)
    moved = new.text[new.moved(start) : new.moved(end, ends=True)]
    inside = [s for s in new.spans if s.start < end and s.end > start]
    if all(start <= s.start and s.end <= end for s in inside):
        assert moved == CLEO.erased_near(text).text[new.moved(start) : new.moved(end, ends=True)]
        rest, last = "", start
        for span in inside:
            rest += text[last : span.start] + MARK
            last = span.end
        assert moved == rest + text[last:end]


@given(st.text(max_size=200))
def test_a_text_without_them_is_untouched(text: str) -> None:
    if not any(w in text.casefold() for w in ("cleo", "crane")):
        assert CLEO.erased_near(text) == (text, ())
