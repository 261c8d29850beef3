"""The patient reader: the standard library's parser, for what the quick one would lose."""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from kith.sources.mail.addresses import read_addresses
from kith.sources.mail.bounds import bounded, headers_end
from kith.sources.mail.reading import Reading
from kith.sources.mail.reports import LONGEST, TYPES

_FOLD = re.compile(r"\r?\n[ \t]?|\r")
_PARTS = 1000
MOST_PARTS = 10_000
MOST_WORDS = 64 * 1024  # characters of one header in which encoded words are looked for
# What is written under a charset's name, where that is more than the charset itself holds
# (the WHATWG's Encoding Standard, which browsers and mail programs keep to).
_WIDER = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252",
    "latin1": "cp1252", "latin-1": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "shift_jis": "cp932",
    "shift-jis": "cp932", "x-sjis": "cp932", "big5": "big5hkscs", "utf8": "utf-8",
    "x-user-defined": "cp1252", "iso-8859-8-i": "iso-8859-8", "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
}  # fmt: skip


def read(data: bytes) -> Reading:
    """The mail as well as it can be read; never raises.

    Where structure defeats the parser, the headers and the bytes below them as text. Of monsters
    only as much as `kith.sources.mail.bounds` allows.
    """
    data = bounded(data)
    try:
        if data.count(b"\n--") > MOST_PARTS:
            return _without_structure(data)
        return _reading(BytesParser(policy=compat32).parsebytes(data))
    except Exception:  # what that parser raises on nonsense is not listed anywhere
        return _without_structure(data)


def decoded(data: bytes, charset: str | None) -> str:
    """Bytes as text: in their charset if it is known and true, else UTF-8, else Windows-1252.

    (Latin-1 is a part of the latter; its five unused bytes are replaced. What says that it is ASCII
    or Latin-1 and is valid UTF-8 with letters beyond ASCII is that.)
    """
    wider = _WIDER.get(charset.strip().lower(), charset) if charset else None
    for name in ("utf-8", wider) if wider == "cp1252" else (wider, "utf-8"):
        if name:
            try:
                return data.decode(name)
            except (LookupError, ValueError):
                continue
    return data.decode("cp1252", "replace")


def _without_structure(data: bytes) -> Reading:
    end = headers_end(data)
    head, body = (data[: end + 1], data[end + 1 :].lstrip(b"\r\n")) if end >= 0 else (data, b"")
    return _headers_only(head, decoded(body, None))


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
    reports: list[tuple[str, bytes]] = []
    for part in _leaves(mail):
        kind = part.get_content_type()
        if kind in TYPES:
            reports.append((kind, _content(part)[:LONGEST]))
        elif part.get_content_disposition() != "attachment":
            if kind == "text/plain":
                plain.append(_text(part))
            elif kind == "text/html":
                html.append(_text(part))
    headers = {name: [_words(value) for value in values] for name, values in raw.items()}
    writers, to, cc, bcc = (_mailboxes(raw.get(name, ())) for name in ("from", "to", "cc", "bcc"))
    return Reading(headers, list(writers), list(to), list(cc), list(bcc), plain, html, reports)


def _leaves(mail: Message) -> Iterator[Message]:
    """The parts with a body of their own; what an attached mail holds belongs to that mail."""
    waiting = [mail]
    for _ in range(_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if part.is_multipart() and part.get_content_type() not in TYPES:
            inner = part.get_payload()
            if part.get_content_maintype() != "message" and isinstance(inner, list):
                waiting.extend(p for p in reversed(inner) if isinstance(p, Message))
        else:
            yield part


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return decoded(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""


def _content(part: Message) -> bytes:
    """A machine's part as it was sent. The parser takes a delivery report for several mails."""
    blocks = part.get_payload()
    if isinstance(blocks, list):
        return b"\n".join(one.as_bytes() for one in blocks if isinstance(one, Message))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


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
        pieces = decode_header(value[:MOST_WORDS])
    except (HeaderParseError, ValueError):
        return value
    return "".join(
        piece if isinstance(piece, str) else decoded(piece, charset) for piece, charset in pieces
    )
