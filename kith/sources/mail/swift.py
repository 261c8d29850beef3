"""The quick reader: a Rust parser, for all mails that it reads without a repair."""

import re
from itertools import chain

from fast_mail_parser import ParseError, PyAddress, PyLazyAttachment, parse_email

from kith.sources.mail.addresses import read_addresses
from kith.sources.mail.bounds import is_monstrous
from kith.sources.mail.reading import Mailboxes, Reading
from kith.sources.mail.reports import LONGEST, TYPES, Reports

_Pair = tuple[str | None, str]  # name and address

_LOST = "\ufffd"
# UTF-8 read as Windows-1252: a letter for the first byte of a pair, a sign for the second.
_DOUBLE = re.compile("[ÂÃÄÅÎÏÐÑØÙâã][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_SHOWN = ("from", "to", "cc", "bcc", "subject", "sender", "reply-to")  # decoded, and read by people


def read(data: bytes) -> Reading | None:
    """The mail as read, or None where it had to be repaired or something was lost: see careful."""
    if is_monstrous(data):
        return None
    try:
        mail = parse_email(data, mode="lazy")
    except ParseError:
        return None
    plain, html = mail.text_plain, mail.text_html
    if mail.warnings or any(_LOST in text for text in plain) or any(_LOST in text for text in html):
        return None
    headers = _lowered(mail.headers)
    if "from" not in headers and "date" not in headers:
        return None
    # Only bytes that are not ASCII, or encoded words, can have been read in a wrong charset.
    if _misread(headers):
        return None
    if not data.isascii() and any(_DOUBLE.search(text) for text in (*plain, *html)):
        return None
    writer = mail.from_
    to, cc = _pairs(mail.to), _pairs(mail.cc)
    if _swallowed(to) or _swallowed(cc):
        return None
    return Reading(
        headers,
        [(writer.display_name, writer.address)] if writer else [],
        _all("to", to, headers) if "to" in headers else (),
        _all("cc", cc, headers) if "cc" in headers else (),
        _all("bcc", _pairs(mail.bcc), headers) if "bcc" in headers else (),
        plain,
        html,
        () if _is_plain(headers) else _reports(mail.attachments),
    )


def _misread(headers: dict[str, list[str]]) -> bool:
    """Whether a header people read lost letters, or kept an encoded word of an unknown charset."""
    return any(
        _LOST in value or "=?" in value
        for name in _SHOWN
        if name in headers
        for value in headers[name]
    )


def _pairs(addresses: list[PyAddress]) -> list[_Pair]:
    """Name and address; the parser makes both anew each time that they are asked for."""
    return [(one.display_name, one.address) for one in addresses]


def _swallowed(pairs: list[_Pair]) -> bool:
    """Whether a name holds the address before it: the comma was inside an encoded word."""
    return any(name is not None and "@" in name and "," in name for name, _ in pairs)


def _lowered(headers: dict[str, list[str]]) -> dict[str, list[str]]:
    lowered = {name.lower(): values for name, values in headers.items()}
    if len(lowered) < len(headers):  # 'To' and 'TO' in one mail
        lowered = {}
        for name, values in headers.items():
            lowered.setdefault(name.lower(), []).extend(values)
    return lowered


def _all(name: str, first: list[_Pair], headers: dict[str, list[str]]) -> Mailboxes:
    """The addresses of a header; the parser reads only the first where there are several."""
    further = headers[name][1:]
    return [*first, *chain.from_iterable(map(read_addresses, further))] if further else first


def _is_plain(headers: dict[str, list[str]]) -> bool:
    """Whether the mail is one text, as most are: nothing is attached to it then."""
    return "content-type" not in headers or headers["content-type"][0].startswith("text/plain")


def _reports(attachments: list[PyLazyAttachment]) -> Reports:
    found = []
    for one in attachments:
        if one.mimetype in TYPES:
            try:
                found.append((one.mimetype, one.content[:LONGEST]))
            except ParseError:  # an encoding that cannot be undone says nothing
                continue
    return found
