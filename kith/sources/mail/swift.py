"""The quick reader: a Rust parser, for all mails that it reads without a repair."""

from fast_mail_parser import ParseError, PyAddress, parse_email

from kith.sources.mail.addresses import read_addresses
from kith.sources.mail.reading import Mailboxes, Reading

_LOST = "\ufffd"


def read(data: bytes) -> Reading | None:
    """The mail as read, or None where it had to be repaired or something was lost: see careful."""
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
    writer = mail.from_
    to, cc, bcc = mail.to, mail.cc, mail.bcc
    if any(map(_swallowed, to)) or any(map(_swallowed, cc)):
        return None
    return Reading(
        headers,
        [(writer.display_name, writer.address)] if writer else [],
        _all("to", to, headers) if "to" in headers else (),
        _all("cc", cc, headers) if "cc" in headers else (),
        _all("bcc", bcc, headers) if "bcc" in headers else (),
        plain,
        html,
    )


def _swallowed(one: PyAddress) -> bool:
    """Whether a name holds the address before it: the comma was inside an encoded word."""
    name = one.display_name
    return name is not None and "@" in name and "," in name


def _lowered(headers: dict[str, list[str]]) -> dict[str, list[str]]:
    lowered = {name.lower(): values for name, values in headers.items()}
    if len(lowered) < len(headers):  # 'To' and 'TO' in one mail
        lowered = {}
        for name, values in headers.items():
            lowered.setdefault(name.lower(), []).extend(values)
    return lowered


def _all(name: str, first: list[PyAddress], headers: dict[str, list[str]]) -> Mailboxes:
    """The addresses of a header; the parser reads only the first where there are several."""
    found = [(one.display_name, one.address) for one in first]
    for value in headers[name][1:]:
        found.extend(read_addresses(value))
    return found
