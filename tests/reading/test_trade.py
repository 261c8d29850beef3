"""What a mail says of trade: by language, only in its new words, at the place where it says so."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.quotes import new_text
from kith.reading.trade import READ, READ_AT_END, Said, folded, summed, trade
from kith.terms.words import Says
from tests.reading.trade_sentences import NOTHING, SAID


def said(text: str, subject: str = "") -> tuple[Said, ...]:
    return trade(subject, text, new_text(text))


def sums(text: str, subject: str = "") -> Says:
    return summed(said(text, subject))


def sentences() -> Iterator[tuple[Says, str]]:
    for language in SAID.values():
        for says, them in language.items():
            yield from ((says, one) for one in them)


@pytest.mark.parametrize(("says", "sentence"), list(sentences()))
def test_a_sentence_says_its_own_thing_and_nothing_else(says: Says, sentence: str) -> None:
    assert sums(f"Dear Bo,\n\nIt rains here. {sentence}\n\nAnn") == says


@pytest.mark.parametrize("sentence", [one for them in NOTHING.values() for one in them])
def test_ordinary_sentences_say_nothing_of_trade(sentence: str) -> None:
    assert sums(f"Dear Bo,\n\n{sentence}\n\nAnn") == Says.NOTHING


@pytest.mark.parametrize(
    "sentence",
    [
        "Auftragsbestätigung bitte an mich.",
        "Bitte senden Sie uns die Rechnung noch einmal.",
        "Please send us your order confirmation.",
        "Could you send our invoice again?",
        "Merci de nous envoyer la confirmation de commande.",
    ],
)
def test_what_is_asked_for_is_not_given(sentence: str) -> None:
    assert sums(f"Dear Bo,\n\n{sentence}\n\nAnn") == Says.NOTHING


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Die Rechnung hängt an, zwei Seiten.", Says.INVOICE),
        ("Unsere Auftragsbestätigung AB-25-77 kommt gleich.", Says.CONFIRMATION),
        ("Das Angebot AN-25-77 hängt an.", Says.OFFER),
        ("Our quote Q-25-77 is attached.", Says.OFFER),
        ("Thank you for the order.", Says.CONFIRMATION),
        ("Please find our invoice attached.", Says.INVOICE),
    ],
)
def test_what_is_given_is_told_in_other_words_too(sentence: str, says: Says) -> None:
    assert sums(f"Dear Bo,\n\n{sentence}\n\nAnn") == says


def test_a_subject_that_begins_with_a_confirmation_says_so() -> None:
    assert sums("Fine.", "Your Pumps order confirmation 77") == Says.CONFIRMATION
    assert sums("Fine.", "Auftragsbestätigung AB-25-77") == Says.CONFIRMATION


@pytest.mark.parametrize("language", SAID)
def test_every_language_can_say_everything(language: str) -> None:
    # What is given is read apart: kith.reading.giving.
    assert set(SAID[language]) == set(Says) - {Says.NOTHING, Says.GIVES}


def test_the_place_is_that_of_the_words_accents_or_not() -> None:
    text = "Grüße. Gern bieten wir Ihnen das an. Bitte prüfen."
    [one] = said(text)
    assert one.at.of(text) == "bieten wir Ihnen"
    assert not one.in_subject


def test_what_is_quoted_is_said_by_somebody_else() -> None:
    assert sums("Fine.\n\nOn 4 March 2025 Ann wrote:\n> Please find attached our offer.\n") == 0
    assert sums("Fine.\n\n-----Original Message-----\nFrom: x\nYour invoice 7 was paid.\n") == 0


@pytest.mark.parametrize("subject", ["Re: ", "AW: ", "Fwd: ", "RE[2]: ", "Antw: ", "WG: ", "Rif: "])
def test_an_answers_subject_says_nothing_of_who_answers(subject: str) -> None:
    assert sums("Fine.", subject + "Please find our invoice 7 attached") == Says.NOTHING
    assert sums("Fine.", "Please find our invoice 7 attached") == Says.INVOICE


def test_who_writes_to_many_orders_and_asks_nothing() -> None:
    text = "Could you send us a quotation? Order now. To unsubscribe, write to us."
    assert sums(text) == Says.NEWS
    assert sums("Could you send us a quotation?") == Says.INQUIRY


def test_the_beginning_and_the_end_of_a_long_mail_are_read_and_the_middle_is_not() -> None:
    news, filler = "To unsubscribe, write to us.", "It rains. "
    begin, end = filler * (READ // len(filler) + 5), filler * (READ_AT_END // len(filler) + 5)
    assert sums(begin + news) == Says.NEWS
    assert sums(begin + news + end) == Says.NOTHING
    assert sums(news + begin + end) == Says.NEWS


def test_folding_keeps_every_sign_at_its_place() -> None:
    text = "İÄÖÜß é’Œ\u00a0x \u1e9e"
    assert len(folded(text)) == len(text)
    assert folded("Grüße") == "gruse"


PIECES = st.lists(
    st.sampled_from(
        [
            "please send us ", "a quotation ", "our offer ", "invoice ", "attached ", "order ",
            "\n", ". ", "\n\n", "> ", "your ", "İ", "unsubscribe ", "| ",
            "-----Original Message-----\n",
        ]
    )
    | st.text(max_size=12),
    max_size=40,
).map("".join)  # fmt: skip


@given(PIECES, PIECES)
def test_no_text_raises_and_each_thing_is_said_once_where_it_stands(
    text: str, subject: str
) -> None:
    found = said(text, subject)
    assert len({one.says for one in found}) == len(found)
    new = new_text(text)
    for one in found:
        assert one.says in set(Says)
        if one.in_subject:
            assert 0 <= one.at.start < one.at.end <= len(subject)
        else:
            assert any(s.start <= one.at.start < one.at.end <= s.end for s in new)


@given(PIECES)
def test_a_quote_below_changes_nothing(text: str) -> None:
    text = f"{text.replace('>', ' ').strip()}\n\nAnn"
    quote = (
        "\n\nOn 4 March 2025 Ann <ann@pumps.example> wrote:\n> Please find attached our offer.\n"
    )
    if new_text(text) == new_text(text + quote):
        assert said(text + quote) == said(text)


@pytest.mark.parametrize(
    "piece", ["please send us ", "our ", "order ", "price is ", "attached ", " " * 9, "invoice,\n"]
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    """Bounded, not timed: what is read of a text has an upper length, and so has a sentence."""
    text = piece * 20_000
    assert sums(text) == sums(piece * 2_000)
