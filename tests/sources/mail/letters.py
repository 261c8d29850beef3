"""Small mails that the tests of this folder are made of."""

from datetime import UTC, datetime

from kith.sources.mail.parse import parse
from kith.sources.mail.raw import RawMail
from kith.terms.records import MailRecord, Refusal
from kith.terms.words import Part

LATEST = datetime(2026, 1, 2, tzinfo=UTC)


def letter(*headers: str, body: str = "Good morning.\n", usual: bool = True) -> bytes:
    """A mail of these header lines, over the usual ones where they are not among them."""
    named = {line.partition(":")[0].lower() for line in headers}
    plain = {
        "from": "From: Ann Ahlers <ann@pumps.example>",
        "to": "To: Bo Berg <bo@seals.example>",
        "date": "Date: Tue, 4 Mar 2025 10:15:00 +0100",
        "message-id": "Message-ID: <m1@pumps.example>",
        "subject": "Subject: Seals for the P-40",
    }
    rest = [line for name, line in plain.items() if usual and name not in named]
    return "\r\n".join([*rest, *headers, "", body]).encode()


def read(data: bytes) -> MailRecord:
    """The record of a mail that must not be refused."""
    record = outcome(data)
    assert isinstance(record, MailRecord), record
    return record


def outcome(data: bytes) -> MailRecord | Refusal:
    return parse(RawMail("x", "INBOX", False, data), latest=LATEST)


def addresses(record: MailRecord, part: Part) -> list[str]:
    return [who.address for played, who in record.parties if played is part]
