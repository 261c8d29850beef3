"""The files are what the outside world writes: the standard library reads them back."""

import mailbox
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

import pytest

from kith.demo.build import DemoCompany, build
from kith.demo.files import held_by, write_mbox
from kith.demo.letter import Letter
from kith.demo.mime import said_at
from tests.demo.cast import CLOCKS, letters_of

CLOCK = CLOCKS[0]
LETTERS = letters_of(CLOCK)[-4_000:]  # of the last months: files are files
Mail = dict[str, dict[str, tuple[bool, EmailMessage]]]
SENT = {"Sent", ".Sent", "Sent Items"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(home: Path) -> DemoCompany:
    return build(home, clock=CLOCK, letters=LETTERS)


def parsed(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def read(path: Path) -> Iterator[tuple[bool, EmailMessage]]:
    """Every message of a source, and whether it lay in a sent folder."""
    if (path / "cur").is_dir():
        top = mailbox.Maildir(path, create=False)
        for folder, sent in ((top, False), (top.get_folder("Sent"), True)):
            yield from ((sent, parsed(one.as_bytes())) for one in folder)
    elif (path / "Inbox").is_file():
        for name in ("Inbox", "Sent"):
            box = mailbox.mbox(path / name, create=False)
            yield from ((name in SENT, parsed(one.as_bytes())) for one in box)
            box.close()
    else:
        for file in sorted(path.rglob("*.eml")):
            yield file.parent.name in SENT, parsed(file.read_bytes())


@pytest.fixture(scope="module")
def mail(demo: DemoCompany) -> Mail:
    """By mailbox and Message-ID."""
    return {
        source.mailbox: {
            one["Message-ID"].strip("<>"): (sent, one) for sent, one in read(source.path)
        }
        for source in demo.sources
    }


def fingerprint(folder: Path) -> str:
    found = sha256()
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        found.update(str(file.relative_to(folder)).encode() + file.read_bytes())
    return found.hexdigest()


def test_the_same_day_gives_the_same_bytes_whatever_lay_there(
    home: Path, demo: DemoCompany
) -> None:
    before = fingerprint(home)
    (demo.sources[2].path / "INBOX" / "99999 left over.eml").write_bytes(b"Subject: old\n\n")
    build(home, clock=CLOCK, letters=LETTERS)
    assert fingerprint(home) == before


def test_each_mailbox_holds_exactly_its_owners_letters(demo: DemoCompany, mail: Mail) -> None:
    for source in demo.sources:
        letters = held_by(source.mailbox, LETTERS)
        assert set(mail[source.mailbox]) == {one.message_id for one in letters}
        assert sum(1 for _ in read(source.path)) == len(letters)


def test_headers_and_text_come_back_as_they_were_meant(mail: Mail) -> None:
    for owner, messages in mail.items():
        for letter in held_by(owner, LETTERS):
            sent, message = messages[letter.message_id]
            _compare(letter, message)
            assert sent == (letter.sender.address == owner)
            assert (message["Received"] is None) == sent


def _compare(letter: Letter, message: EmailMessage) -> None:
    assert not message.defects
    assert parsedate_to_datetime(message["Date"]) == said_at(letter)
    assert message["Subject"] == letter.subject
    (sender,) = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (letter.sender.name, letter.sender.address)
    assert [one.addr_spec for one in message["To"].addresses] == [one.address for one in letter.to]
    cc = message["Cc"].addresses if message["Cc"] else ()
    assert [one.addr_spec for one in cc] == [one.address for one in letter.cc]
    answers = (message["References"] or "").split()
    assert [one.strip("<>") for one in answers] == list(letter.answers)
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().split() == letter.body.split()


def test_a_letter_to_two_representatives_lies_in_both_mailboxes(mail: Mail) -> None:
    shared = set.intersection(*map(set, mail.values()))
    assert len(shared) > 20


def test_some_have_html_too_some_accents_and_some_no_references(mail: Mail) -> None:
    every = [message for messages in mail.values() for _, message in messages.values()]
    answers = [one for one in every if one["Subject"].startswith(("Re: ", "AW: "))]
    assert sum(one.is_multipart() for one in every) > 500
    assert 20 < sum(one["References"] is None for one in answers) < 0.12 * len(answers)
    assert {str(one["Date"])[-5:] for one in every} >= {"+0000", "+0100", "+0200"}


def test_robots_and_lists_say_so_in_their_headers(mail: Mail) -> None:
    every = [message for messages in mail.values() for _, message in messages.values()]
    assert any(one["Auto-Submitted"] == "auto-generated" for one in every)
    assert any(one["List-Id"] for one in every)


def test_no_file_is_dated_after_the_last_afternoon(mail: Mail) -> None:
    for messages in mail.values():
        for _, one in messages.values():
            assert parsedate_to_datetime(one["Date"]).astimezone(UTC).date() <= CLOCK


def test_a_line_that_begins_with_from_does_not_cut_an_mbox(tmp_path: Path) -> None:
    letter = replace(LETTERS[0], text="Hello\n\nFrom here on it is easy.")
    write_mbox(tmp_path / "box", "somebody@wendmark-pumpen.example", [letter, letter])
    box = mailbox.mbox(tmp_path / "box" / "Inbox", create=False)
    assert len(box) == 2
    box.close()
