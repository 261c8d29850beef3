"""Writes mailboxes as the outside world keeps them: mbox files, a Maildir, a folder of .eml."""

import re
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path

from kith.demo.letter import Letter
from kith.demo.mime import as_bytes, said_at

_FROM_LINE = re.compile(rb"^(>*From )", re.MULTILINE)
_UNSAFE = re.compile(r"[^\w .-]+")


def held_by(mailbox: str, letters: Iterable[Letter]) -> list[Letter]:
    """What lies in a mailbox: sent from it, addressed to it, or delivered through a list."""
    return [
        one
        for one in letters
        if one.sender.address == mailbox
        or mailbox in one.delivered
        or any(person.address == mailbox for person in one.addressees)
    ]


def write_mbox(folder: Path, mailbox: str, letters: Iterable[Letter]) -> Path:
    """Two mbox files (mboxrd), `Inbox` and `Sent`, as Thunderbird keeps them; gives the folder."""
    folder.mkdir(parents=True)
    with (folder / "Inbox").open("wb") as inbox, (folder / "Sent").open("wb") as sent:
        for letter in letters:
            file = sent if letter.sender.address == mailbox else inbox
            asctime = f"{said_at(letter).astimezone(UTC):%a %b %d %H:%M:%S %Y}"
            file.write(f"From {letter.sender.address} {asctime}\n".encode())
            file.write(_FROM_LINE.sub(rb">\1", as_bytes(letter, mailbox=mailbox)) + b"\n")
    return folder


def write_maildir(folder: Path, mailbox: str, letters: Iterable[Letter]) -> Path:
    """A Maildir++ with `.Sent`, everything read; gives its top folder."""
    for part in ("", ".Sent"):
        for name in ("cur", "new", "tmp"):
            (folder / part / name).mkdir(parents=True)
    for number, letter in enumerate(letters):
        part = ".Sent" if letter.sender.address == mailbox else ""
        name = f"{int(said_at(letter).timestamp())}.M{number:06d}.mail:2,S"
        (folder / part / "cur" / name).write_bytes(as_bytes(letter, mailbox=mailbox))
    return folder


def write_eml(folder: Path, mailbox: str, letters: Iterable[Letter]) -> Path:
    """One file a mail in `INBOX` and `Sent Items`, CRLF as Outlook saves; gives the folder."""
    for name in ("INBOX", "Sent Items"):
        (folder / name).mkdir(parents=True)
    for number, letter in enumerate(letters, start=1):
        part = "Sent Items" if letter.sender.address == mailbox else "INBOX"
        subject = _UNSAFE.sub("_", letter.subject)[:50].strip()
        content = as_bytes(letter, mailbox=mailbox).replace(b"\n", b"\r\n")
        (folder / part / f"{number:05d} {subject}.eml").write_bytes(content)
    return folder
