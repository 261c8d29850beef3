"""A letter as the bytes that lie in a mailbox, the way ordinary mail programs write them."""

from datetime import datetime
from email import policy
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr
from hashlib import sha256
from html import escape
from zoneinfo import ZoneInfo

from kith.demo.letter import Letter
from kith.demo.people import Person

_BERLIN = ZoneInfo("Europe/Berlin")
_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP
_POLICY = policy.compat32.clone(linesep="\n", max_line_length=78)


def as_bytes(letter: Letter, *, mailbox: str) -> bytes:
    """The message in one mailbox, lines ending in LF; what came in carries a Received line.

    The same letter in two mailboxes differs in nothing but that line.
    """
    message = _content(letter)
    if letter.sender.address != mailbox:
        message["Received"] = _received(letter, mailbox)
    message["Message-ID"] = f"<{letter.message_id}>"
    message["Date"] = format_datetime(said_at(letter))
    message["From"] = _named(letter.sender)
    message["To"] = ", ".join(map(_named, letter.to))
    if letter.cc:
        message["Cc"] = ", ".join(map(_named, letter.cc))
    message["Subject"] = Header(
        letter.subject, _charset(letter.subject), header_name="Subject"
    ).encode()
    if letter.answers:
        message["In-Reply-To"] = f"<{letter.answers[-1]}>"
        message["References"] = "\n ".join(f"<{one}>" for one in letter.answers)
    if letter.list_id:
        message["List-Id"] = letter.list_id
        message["Precedence"] = "bulk"
    if letter.automatic:
        message["Auto-Submitted"] = letter.automatic
    for name, value in letter.headers:
        message[name] = value
    for name in ("MIME-Version", "Content-Type", "Content-Transfer-Encoding"):
        value = message[name]  # moved below the envelope, where mail programs put it
        del message[name]
        if value is not None:
            message[name] = value
    return message.as_bytes(policy=_POLICY)


def said_at(letter: Letter) -> datetime:
    """The letter's moment in its sender's own zone."""
    return letter.moment.replace(tzinfo=_BERLIN).astimezone(ZoneInfo(letter.sender.zone))


def _content(letter: Letter) -> Message:
    plain = _text(letter.body, "plain")
    if letter.sender.quotes != "block":
        return plain
    both = MIMEMultipart("alternative", boundary=_boundary(letter))
    both.attach(plain)
    both.attach(_text(_html(letter.body), "html"))
    return both


def _text(body: str, kind: str) -> MIMEText:
    return MIMEText(body, kind, "us-ascii" if body.isascii() else _UTF8)  # type: ignore[arg-type]  # a Charset does as well


def _html(body: str) -> str:
    paragraphs = (escape(part).replace("\n", "<br>\n") for part in body.strip().split("\n\n"))
    inner = "\n".join(f"<p>{part}</p>" for part in paragraphs)
    return f"<html><body>\n{inner}\n</body></html>\n"


def _boundary(letter: Letter) -> str:
    """From the Message-ID: the library's own would differ from run to run."""
    return f"=_{sha256(letter.message_id.encode()).hexdigest()[:24]}"


def _named(person: Person) -> str:
    return formataddr((person.name, person.address), charset="utf-8")


def _charset(text: str) -> str:
    return "us-ascii" if text.isascii() else "utf-8"


def _received(letter: Letter, mailbox: str) -> str:
    domain = mailbox.partition("@")[2]
    arrived = format_datetime(letter.moment.replace(tzinfo=_BERLIN))
    mark = letter.message_id[:12]
    return (
        f"from mail.{letter.sender.domain} by mx.{domain} with ESMTPS id {mark}\n"
        f" for <{mailbox}>; {arrived}"
    )
