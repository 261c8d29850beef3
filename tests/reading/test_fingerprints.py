import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.fingerprints import FEWEST, WORDS, quoted, said
from kith.reading.quotes import new_text

SAID = (
    "The valves that you sent us in the spring do not close any more when the water is hot,\n"
    "and so the plant stands still. Our fitter has looked at them twice, and he says that it is\n"
    "the seat, not the spring."
)
HEADERS = "From: Ann\nSent: Tuesday, 4 March 2025 10:15\nTo: Bo\nSubject: Valves"
MANNERS = {
    "quoting signs": "On 4 March 2025 Ann wrote:\n" + textwrap.indent(SAID, "> "),
    "signs without space": "Am 4.3.2025 schrieb Ann:\n" + textwrap.indent(SAID, ">"),
    "another width": "On 4 March 2025 Ann wrote:\n"
    + textwrap.indent(textwrap.fill(SAID, 50), "> "),
    "cut off": "On 4 March 2025 Ann wrote:\n> " + SAID.split(". Our")[0].replace("\n", "\n> "),
    "Outlook": f"-----Original Message-----\n{HEADERS}\n\n{SAID}\n",
    "headers alone": f"{HEADERS}\n\n{SAID}\n",
    "German Outlook": f"Von: Ann\nGesendet: Dienstag\nAn: Bo\nBetreff: Ventile\n\n{SAID}\n",
    "no signs": f"On Tue, 4 Mar 2025, Ann <ann@pumps.example> wrote:\n\n{SAID}",
    "an older one below": "On 4 March 2025 Ann wrote:\n"
    + textwrap.indent(f"{SAID}\n\nOn 3 March 2025 Bo wrote:\n> How are the valves?\n", "> "),
    "a signature below": "On 4 March 2025 Ann wrote:\n"
    + textwrap.indent(f"{SAID}\n-- \nAnn", "> "),
}  # fmt: skip


def words_said(text: str) -> str | None:
    return said(text, new_text(text))


def words_quoted(text: str) -> str | None:
    return quoted(text, new_text(text))


@pytest.mark.parametrize("below", MANNERS.values(), ids=MANNERS)
@pytest.mark.parametrize("answer", ["We are on it.\n\n", "", "We are on it.\n-- \nBo Berg\n\n"])
def test_a_quoted_mail_is_known_by_its_words(answer: str, below: str) -> None:
    assert words_said(f"{SAID}\n\nBest, Ann") == words_quoted(answer + below) != None  # noqa: E711


def test_an_answer_below_the_quote_quotes_as_well() -> None:
    text = f"{MANNERS['quoting signs']}\n\nWe are on it."
    assert words_quoted(text) == words_said(SAID)


def test_case_and_signs_make_no_difference() -> None:
    assert words_said(SAID.upper().replace(",", " --")) == words_said(SAID)


def test_other_words_are_another_fingerprint() -> None:
    assert words_said(SAID.replace("spring", "summer", 1)) != words_said(SAID)
    assert len((words_said(SAID) or "").split()) == WORDS


@pytest.mark.parametrize(
    "text", ["Thanks!", "Yes, that is fine with us, thank you.", "", "word " * (FEWEST - 1)]
)
def test_few_words_are_no_fingerprint(text: str) -> None:
    assert words_said(text) is None
    assert words_quoted(f"{SAID}\n\nOn 4 March 2025 Ann wrote:\n> {text}") is None


def test_what_quotes_nothing_has_no_quoted_words() -> None:
    assert words_quoted(SAID) is None
    assert words_quoted(f"{SAID}\n-- \n{SAID}") is None


@given(
    st.lists(st.sampled_from([*MANNERS.values(), SAID, HEADERS, "> ", "\n"]) | st.text(max_size=9))
)
def test_no_text_raises(pieces: list[str]) -> None:
    text = "".join(pieces)
    for words in (words_said(text), words_quoted(text)):
        assert words is None or FEWEST <= len(words.split(" ")) <= WORDS
