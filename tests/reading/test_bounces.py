"""Bounces without a delivery report: whose address is gone, as the text says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.bounces import gone

BO = "bo@seals.example"


@pytest.mark.parametrize(
    "text",
    [
        f"Hi. This is the mail program at x.\nI couldn't deliver.\n\n<{BO}>:\n550 unknown user.",
        f"The following address(es) failed:\n\n  {BO}\n    unrouteable address",
        f"----- errors -----\n<{BO}>\n (reason: 550 5.1.1 <{BO}>... User unknown)",
        f"did not reach the following:\n\n{BO} on Tue\n The recipient name is not recognized",
        f"{BO}: Empfänger unbekannt",
        f"{BO} : l'adresse n'existe pas",
        f"This is a permanent error. <{BO}>:\n--- Below this line is a copy.\n\nTo: x@y.example",
        f"Your message\n\n  To: other@seals.example\n  Subject: Hi\n\nto {BO}: no such user",
    ],
)  # fmt: skip
def test_the_address_that_does_not_exist_is_named(text: str) -> None:
    assert [address for address, _ in gone(text)] == [BO]
    assert all(at.of(text).lower() == address for address, at in gone(text))


@pytest.mark.parametrize(
    "text",
    [
        f"Delivery to {BO} has been delayed. The server will keep trying.",
        f"550 5.1.1 {BO} user unknown; 4.4.1 will be retried",
        f"{BO}: mailbox is full",
        f"{BO}: 552 5.2.2 over quota",
        f"550 5.7.1 {BO}: message looks like spam, unknown sender address",
        f"Your message did not arrive: {BO}",
        "User unknown",
        f"See below.\n----- Original message -----\n{BO}: user unknown",
    ],
)
def test_an_address_that_may_still_work_is_kept(text: str) -> None:
    assert gone(text) == ()


@given(st.text())
def test_no_text_raises(text: str) -> None:
    gone(text + " user unknown a@b.example")
