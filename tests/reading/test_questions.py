import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.questions import MOST, READ, asks
from kith.reading.quotes import new_text


def asked(text: str) -> list[str]:
    return [span.of(text) for span in asks(text, new_text(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "When do the seals arrive?",
        "Could you send the drawing.",
        "Can you call me on Monday?",
        "Please send me the price list.",
        "please advise",
        "Pls confirm by Friday.",
        "Please let me know when you are in.",
        "Let me know who can help.",
        "If it fits you, please call me tomorrow.",
        "Would you please review the offer.",
        "Bitte senden Sie uns das Angebot.",
        "Könnten Sie den Termin bestätigen.",
        "Kannst du mich anrufen?",
        "Pourriez-vous confirmer la date.",
        "Quand arrivent les joints ?",
        "Is https://pumps.example/list?page=2 the right list?",
    ],
)
def test_a_request_is_found_alone(sentence: str) -> None:
    assert asked(f"Good morning Bo,\n\nThe pumps run well. {sentence}\n\nBest, Ann") == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "Thanks!", "Will do.", "Got it", "ok", "", "Thank you very much for the offer.",
        "Please find attached the offer.", "Please note that we close at five.",
        "Please do not hesitate to call me.", "Please let me know if you have any questions.",
        "Let me know if you need anything else.", "I will let you know.",
        "If I can be of any help, just let me know.",
        "If you are not the intended recipient, please return this mail.",
        "See https://pumps.example/list?page=2 for more.", "https://pumps.example/?",
        "Please click here to unsubscribe.", "As you can see, it fits.", "?\n?\n - list.doc",
    ],
)  # fmt: skip
def test_thanks_courtesy_and_addresses_ask_nothing(text: str) -> None:
    assert asked(text) == []


def test_only_new_text_asks() -> None:
    text = (
        "Sure.\n> Why?\nYes.\nAnd when?\n\nOn 4 March 2025 Ann wrote:\n> Where?\n\n"
        "-----Original Message-----\nFrom: x\nWho?"
    )
    assert asked(text) == ["And when?"]


def test_a_sentence_over_several_lines_is_one() -> None:
    assert asked("Hello.\nCan you tell me whether\nthe seals fit? Bye.") == [
        "Can you tell me whether\nthe seals fit?"
    ]


def test_a_sentence_is_given_once_and_at_most_so_many() -> None:
    assert len(asked("Could you please send it, can you?")) == 1
    assert len(asked("Is it so? " * 50)) == MOST


def test_what_stands_far_below_is_not_read() -> None:
    assert asked("x. " * READ + "Why?") == []


@given(
    st.lists(
        st.sampled_from(
            ["?", " please call", "could you", ". ", "\n", "\n\n", "> ", "http://x?", "İ", "a"]
        )
        | st.text(max_size=10),
        max_size=30,
    ).map("".join)
)
def test_no_text_raises_and_spans_are_in_order_and_trimmed(text: str) -> None:
    spans = asks(text, new_text(text))
    assert list(spans) == sorted(spans)
    for span in spans:
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()
