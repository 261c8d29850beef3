"""Whatever the bytes: an outcome, soon, and the same one each time."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.sources.mail import careful
from kith.terms.records import MailRecord, Refusal
from tests.sources.mail.letters import letter, outcome, read
from tests.sources.mail.monsters import MONSTERS

SECONDS = 3  # of this process; measured: below 0.6 each

USUAL = letter(
    "Cc: =?utf-8?q?J=C3=B6rg?= <j@x.example>, team: a@x.example;",
    "Sender: s@pumps.example",
    "Received: from a by b; Tue, 4 Mar 2025 10:15:00 +0100",
    "References: <a@x> <b@x>",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "List-Id: <seals.pumps.example>",
    "Auto-Submitted: auto-replied",
    body="--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe\r\n--b\r\n"
    "Content-Type: message/delivery-status\r\n\r\nA: b\r\n\r\n"
    "Final-Recipient: rfc822; z@x.example\r\n"
    "Action: failed\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: text/calendar\r\n\r\n"
    "METHOD:REPLY\r\n--b--",
)


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_read_or_refused_soon(name: str) -> None:
    data = MONSTERS[name]()
    start = time.process_time()
    assert isinstance(outcome(data), (MailRecord, Refusal))
    assert time.process_time() - start < SECONDS


def test_of_too_many_recipients_the_first_are_kept_and_the_rest_counted() -> None:
    record = read(MONSTERS["100,000 recipients"]())
    assert len(record.parties) == 501
    assert record.cut > 2_000
    assert record.sent_at is not None


@given(st.binary(max_size=2_000))
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(outcome(data), (MailRecord, Refusal))


@settings(max_examples=300)
@given(st.data())
def test_a_mail_broken_anywhere_is_read_or_refused_and_always_alike(data: st.DataObject) -> None:
    broken = bytearray(USUAL)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(broken)))
        length = data.draw(st.integers(0, 40))
        broken[place : place + length] = data.draw(
            st.binary(max_size=12)
            | st.sampled_from(
                [b"\r\n", b"\n\n", b"\0", b"\xff\xfe", b"=?x?q?=ff?=", b"<", b'"', b":"]
            )
        )
    first, again = outcome(bytes(broken)), outcome(bytes(broken))
    assert first == again
    if isinstance(first, MailRecord):
        assert len(first.content_key) == 16
        for _, who in first.parties:
            assert "@" in who.address
            assert who.name.isprintable() or not who.name.isascii()


@given(st.binary(max_size=500))
def test_the_patient_reader_never_raises(data: bytes) -> None:
    careful.read(USUAL[:200] + data)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"<m1@", b"<m2@"),
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: data.replace(b"Cc: c@seals.example\r\n", b""),
        lambda data: data.replace(b"10:15:00 +0100", b"09:15:00 +0000"),
        lambda data: data.replace(b"Good morning.", b"Good\r\n morning. "),
        lambda data: b"Received: from a by b; Tue, 4 Mar 2025 10:15:00 +0100\r\n" + data,
    ],
)
def test_copies_of_a_mail_share_their_content_key(change: Callable[[bytes], bytes]) -> None:
    usual = letter("Cc: c@seals.example")
    assert change(usual) != usual
    assert read(change(usual)).content_key == read(usual).content_key


@pytest.mark.parametrize(
    "header",
    ["Subject: Other", "From: x@pumps.example", "Date: Tue, 4 Mar 2025 10:16:00 +0100"],
)
def test_another_mail_has_another_content_key(header: str) -> None:
    assert read(letter(header)).content_key != read(letter()).content_key
