import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.quotes import is_quoted, new_text

NEW = "The seals arrived.\nTwo of them leak."

BELOW = {
    "angles": "> What of the seals?\n> Ann",
    "attribution": "On Tue, 4 Mar 2025 at 10:15, Ann <ann@pumps.example> wrote:\n> What?\n> Ann",
    "attribution on two lines": "On Tue, 4 Mar 2025, Ann\n<ann@pumps.example> wrote:\n\n> What?",
    "attribution without angles": "On Tue, 4 Mar 2025 at 10:15, Ann wrote:\nWhat of the seals?",
    "name alone": '"Ahlers, Ann" wrote:\n\n> What of the seals?',
    "German": "Am 04.03.2025 um 10:15 schrieb Ann Ahlers:\n> Was ist mit den Dichtungen?",
    "German, time last": "Am Dienstag, 4. März 2025, schrieb Ann <a@pumps.example>:\n\nWas?",
    "French": "Le mar. 4 mars 2025 à 10:15, Ann <ann@pumps.example> a écrit :\n> Quoi ?",
    "original message": " -----Original Message-----\nFrom: Ann\nTo: Bo\nSubject: Seals\n\nWhat?",
    "German mark": "-----Ursprüngliche Nachricht-----\nVon: Ann\nBetreff: x\n\nWas?",
    "Outlook": "From: Ann\nSent: Tuesday, 4 March 2025\nTo: Bo\nCc: Cy\nSubject: Seals\n\nWhat?",
    "Outlook with a line": f"{'_' * 32}\nFrom: Ann\nSent: Tuesday\nTo: Bo\nSubject: S\n\nW",
    "German Outlook": "Von: Ann Ahlers\nGesendet: Dienstag\nAn: Bo\nBetreff: Dichtungen\n\nWas?",
    "Notes": "Ann Ahlers\n03/04/2025 10:15 AM\nTo: Bo Berg/SEALS@SEALS\ncc: \nSubject: S\n\nWhat?",
    "Notes from outside": '"Ann" <ann@pumps.example> on 03/04/2025 10:15:00 AM\n'
    "Please respond to <ann@pumps.example>\nTo: Bo\ncc:  \nSubject: Seals\n\nWhat?",
    "Notes with From": "\tFrom:  Ann Ahlers             03/04/2025 10:15 AM\n"
    "\t\n\nTo: Bo\ncc:\nSubject: S\n",
    "forwarded": "---------------------- Forwarded by Ann/PUMPS on 03/04/2025 10:15 AM -----\n\nW",
    "Apple": "Begin forwarded message:\n\nFrom: Ann\nSubject: Seals\n\nWhat?",
    "signature": "-- \nBo Berg\nSeals Inc.",
}  # fmt: skip


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW)
def test_what_stands_below_is_not_new(below: str) -> None:
    text = f"{NEW}\n\n{below}"
    assert new_text(text).of(text) == NEW


@pytest.mark.parametrize("below", [v for k, v in BELOW.items() if k != "angles"])
def test_a_forward_without_a_word_has_no_new_text(below: str) -> None:
    if ">" not in below or "respond" in below:
        assert new_text(below).of(below) == ""


def test_an_answer_below_the_quote_is_new() -> None:
    text = "On 4 March 2025 Ann wrote:\n> What of the seals?\n>\n> Ann\n\nThe seals arrived.\n"
    assert new_text(text).of(text) == "The seals arrived."


def test_answers_between_quotes_are_new() -> None:
    text = "> Seals?\nArrived.\n> Pumps?\nTomorrow.\n> Ann\n"
    new = new_text(text)
    assert new.of(text) == "Arrived.\n> Pumps?\nTomorrow."
    assert is_quoted(text, text.index("Pumps"))
    assert not is_quoted(text, text.index("Tomorrow"))


@pytest.mark.parametrize(
    "text",
    [
        "I wrote: seals, not pumps. 3 > 2.",
        "See the table\n-----\nfrom: to:",
        "Subject: to change.\nAll the best",
        "Prices:\nFrom: Bo, 3 EUR\nper seal",
        "She wrote: no.\n--- but we go on",
    ],
)
def test_text_that_only_looks_like_a_mark_stays(text: str) -> None:
    assert new_text(text).of(text) == text


def test_nothing_is_new_in_nothing() -> None:
    assert new_text("") == (0, 0)
    assert new_text(" \n\n ").of(" \n\n ") == ""


_PIECES = [
    *BELOW.values(),
    NEW,
    "\n",
    "\n\n",
    "> ",
    ">",
    "Subject:",
    "To:",
    " wrote:",
    "-- \n",
    "x",
    "-----",
]


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=20), max_size=12).map("".join))
def test_no_text_raises_and_the_new_lies_within(text: str) -> None:
    start, end = new_text(text)
    assert 0 <= start <= end <= len(text)
    assert text[start:end] == text[start:end].strip()


@given(st.sampled_from(list(BELOW.values())), st.text("abc .\n", max_size=80))
def test_nothing_below_a_mark_changes_what_is_new(below: str, more: str) -> None:
    assert new_text(f"{NEW}\n\n{below}\n{more}") == new_text(f"{NEW}\n\n{below}") or "> " in below
