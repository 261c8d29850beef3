"""The patient reader: the standard library's parser, for what the quick one would lose."""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from kith.sources.mail.addresses import read_addresses
from kith.sources.mail.reading import Reading

_FOLD = re.compile(r"\r?\n[ \t]?|\r")
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_PARTS = 1000


def read(data: bytes) -> Reading:
    """The mail as well as it can be read; never raises.

    Where structure defeats the parser, the headers and the bytes below them as text.
    """
    try:
        return _reading(BytesParser(policy=compat32).parsebytes(data))
    except Exception:  # what that parser raises on nonsense is not listed anywhere
        end = _HEADERS_END.search(data)
        head, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
        return _headers_only(head, decoded(body, None))


def decoded(data: bytes, charset: str | None) -> str:
    """Bytes as text: in their charset if it is known and true, else UTF-8, else Windows-1252.

    (Latin-1 is a part of the latter; its five unused bytes are replaced.)
    """
    for name in (charset, "utf-8"):
        if name:
            try:
                return data.decode(name)
            except (LookupError, ValueError):
                continue
    return data.decode("cp1252", "replace")


def _headers_only(head: bytes, text: str) -> Reading:
    try:
        reading = _reading(BytesParser(policy=compat32).parsebytes(head, headersonly=True))
    except Exception:  # as above
        reading = Reading({}, (), (), (), (), [], [])
    reading.plain, reading.html = [text], []
    return reading


def _reading(mail: Message) -> Reading:
    raw: dict[str, list[str]] = {}
    for name, value in mail.raw_items():
        raw.setdefault(name.lower(), []).append(_unfolded(str(value)))
    plain: list[str] = []
    html: list[str] = []
    for part in _leaves(mail):
        if part.get_content_disposition() != "attachment":
            if part.get_content_type() == "text/plain":
                plain.append(_text(part))
            elif part.get_content_type() == "text/html":
                html.append(_text(part))
    headers = {name: [_words(value) for value in values] for name, values in raw.items()}
    writers, to, cc, bcc = (_mailboxes(raw.get(name, ())) for name in ("from", "to", "cc", "bcc"))
    return Reading(headers, list(writers), list(to), list(cc), list(bcc), plain, html)


def _leaves(mail: Message) -> Iterator[Message]:
    """The parts with a body of their own; what an attached mail holds belongs to that mail."""
    waiting = [mail]
    for _ in range(_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if part.is_multipart():
            inner = part.get_payload()
            if part.get_content_maintype() != "message" and isinstance(inner, list):
                waiting.extend(p for p in reversed(inner) if isinstance(p, Message))
        else:
            yield part


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return decoded(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""


def _mailboxes(values: list[str] | tuple[()]) -> Iterator[tuple[str | None, str]]:
    """Addresses are split before encoded words are decoded: a decoded name may hold a comma."""
    for value in values:
        for name, address in read_addresses(value):
            yield _words(name) if name else None, address


def _unfolded(value: str) -> str:
    """A header on one line. Bytes that are not ASCII are read as a body without charset is."""
    line = _FOLD.sub(" ", value)
    return line if line.isascii() else decoded(line.encode("utf-8", "surrogateescape"), None)


def _words(value: str) -> str:
    """A header with its encoded words (RFC 2047) decoded; those that are broken, as they stand."""
    if "=?" not in value:
        return value
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(
        piece if isinstance(piece, str) else decoded(piece, charset) for piece, charset in pieces
    )
