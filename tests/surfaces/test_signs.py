"""Signs that deceive are shown or left out, on every surface."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger import models as m
from kith.surfaces.signs import harmless
from tests.allow import setting_up
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]
RLO, PDI, ZWSP, ESC, NUL = "\u202e", "\u2069", "\u200b", "\x1b", "\x00"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{RLO}gpj.exe{PDI}", "[U+202E]gpj.exe[U+2069]"),
        (f"pay{ZWSP}pal{NUL}", "paypal"),
        (f"{ESC}]0;owned\x07{ESC}[31mred", "]0;owned[31mred"),
        ("tab\tand\r\nlines", "tab\tand\r\nlines"),
        ("שלום مرحبا می‌خواهم 👩‍👩‍👧", "שלום مرحبا می‌خواهم 👩‍👩‍👧"),
    ],
)
def test_what_deceives_is_shown_or_left_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text())
def test_nothing_that_deceives_is_left_and_once_is_enough(text: str) -> None:
    once = harmless(text)
    assert not set(once) & {chr(c) for c in (*range(0x202A, 0x202F), 0x1B, 0x200B, 0x9B)}
    assert harmless(once) == once


def test_no_page_shows_such_a_sign(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        m.Activity.objects.filter(pk=cast.mail.pk).update(subject=f"{RLO}gpj.exe")
        m.Contact.objects.filter(finding=cast.finding).update(name=f"Ines{ZWSP} {RLO}klaF")
    client = seen_by(cast.ada)
    for path in ("/", f"/accounts/{cast.account.pk}/", f"/activities/{cast.mail.pk}/"):
        page = client.get(path).content.decode()
        assert "[U+202E]" in page, path
        assert RLO not in page, path
        assert ZWSP not in page, path


def test_an_address_writes_no_more_than_a_letter_to_itself(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        row = m.Address.objects.get(contact=cast.finding.contact)
        row.address = "ines?bcc=spy@evil.example&body=x@aster-dairy.example"
        row.save()
    page = seen_by(cast.ada).get("/").content.decode()
    assert 'href="mailto:ines%3Fbcc%3Dspy@evil.example%26body%3Dx@aster-dairy.example"' in page
