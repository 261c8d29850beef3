"""An item of Outlook's as the mail that it was: RFC 822 bytes, read like any other mail's."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import blake2b

from kith.sources.mail import mapi
from kith.sources.mail.mapi import Properties
from kith.sources.mail.raw import Unreadable

# Mails, meeting requests and their answers, reports of delivery; all else is no mail.
_MAIL = re.compile(r"(?:REPORT\.)?IPM\.(?:Note|Post|Schedule|Recall|Outlook\.Recall)\b", re.I)
_KINDS = {
    "IPM.APPOINTMENT": "an appointment", "IPM.CONTACT": "a contact", "IPM.DISTLIST": "a list of "
    "contacts", "IPM.TASK": "a task", "IPM.STICKYNOTE": "a note", "IPM.ACTIVITY": "a journal entry",
}  # fmt: skip
_LINE = re.compile(r"(?:[!-9;-~]+[ \t]*:[^\n]*\n?(?:[ \t][^\n]*\n?)*)")
_BODY = re.compile(r"(?:content-[\w-]+|mime-version)[ \t]*:", re.IGNORECASE)
_PARTS = {1: "To", 2: "Cc", 3: "Bcc"}
_BREAKS = re.compile(r"[\r\n\0]+")


def compose(item: Properties, people: Sequence[Properties]) -> bytes:
    """The mail: its transport headers where they are kept (a sent mail has none), the properties'
    in the place of those that are missing, and its texts. Attachments are left out.

    Raises Unreadable for a contact, an appointment and the like.
    """
    kind = item.text(mapi.CLASS)
    if kind and not _MAIL.match(kind):
        raise Unreadable(f"not a mail: {_KINDS.get(kind.upper(), kind)}")
    kept = [line for line in _transported(item) if not _BODY.match(line)]
    there = {line.partition(":")[0].strip().lower() for line in kept}
    said = (f"{name}: {value}" for name, value in _said(item, people) if name.lower() not in there)
    head = "\r\n".join([*kept, *map(_on_one_line, said)])
    return head.encode("utf-8", "replace") + b"\r\n" + _texts(item)


def _transported(item: Properties) -> list[str]:
    """The header lines as they came, with their folds; what stands among them and is none, not."""
    text = item.text(mapi.HEADERS).replace("\r\n", "\n")
    return [line.rstrip("\n").replace("\n", "\r\n") for line in _LINE.findall(text)]


def _said(item: Properties, people: Sequence[Properties]) -> Iterator[tuple[str, str]]:
    """The headers that the properties make. Times are UTC, of unknown zone: '-0000'."""
    sender, behalf = _mailbox(item, *mapi.SENDER), _mailbox(item, *mapi.BEHALF)
    if behalf or sender:
        yield "From", behalf or sender
    if sender and behalf and sender != behalf:
        yield "Sender", sender
    for number, name in _PARTS.items():
        there = [who for who in people if (who.number(mapi.RECIPIENT) & 0xF or 1) == number]
        if there:
            boxes = (_mailbox(who, mapi.NAME, mapi.ADDRESS, mapi.SMTP) for who in there)
            yield name, ", ".join(filter(None, boxes))
    moment = item.time(mapi.SUBMITTED) or item.time(mapi.DELIVERED)
    if moment:
        yield "Date", _date(moment)
    for name, tag in (
        ("Message-ID", mapi.MESSAGE_ID),
        ("In-Reply-To", mapi.IN_REPLY_TO),
        ("References", mapi.REFERENCES),
    ):
        if item.text(tag):
            yield name, item.text(tag)
    yield "Subject", _subject(item.text(mapi.SUBJECT))


def _mailbox(who: Properties, name: int, address: int, smtp: int) -> str:
    """Name and address; a directory's name ('/O=FIRM/...') only where no address is kept."""
    shown = who.text(name).strip().strip("'\"").replace("\\", "\\\\").replace('"', '\\"')
    at = who.text(smtp) or who.text(address)
    return f'"{shown}" <{at}>' if at else ""


def _subject(text: str) -> str:
    """A .pst marks where the subject goes on after its 'RE: ': two characters, the first U+0001."""
    return text[2:] if text.startswith("\x01") else text


def _date(moment: datetime) -> str:
    return moment.strftime("%d %b %Y %H:%M:%S -0000")


def _on_one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)


def _texts(item: Properties) -> bytes:
    plain, html = item.text(mapi.BODY), item.markup()
    texts = [("plain", plain)] if plain or not html else []
    texts += [("html", html)] if html else []
    parts = [
        f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}"
        .encode("utf-8", "replace")
        for kind, text in texts
    ]  # fmt: skip
    if len(parts) == 1:
        return b"MIME-Version: 1.0\r\n" + parts[0]
    edge = b"=_" + blake2b(b"".join(parts), digest_size=16).hexdigest().encode()
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="' + edge + b'"\r\n'
    return (
        head
        + b"".join(b"\r\n--" + edge + b"\r\n" + part for part in parts)
        + (b"\r\n--" + edge + b"--\r\n")
    )
