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
    return Reading(
        headers,
        [(writer.display_name, writer.address)] if writer else [],
        _all("to", mail.to, headers) if "to" in headers else (),
        _all("cc", mail.cc, headers) if "cc" in headers else (),
        _all("bcc", mail.bcc, headers) if "bcc" in headers else (),
        plain,
        html,
    )


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
    for place, (shown, address) in enumerate(found):
        if shown and "," in shown and "@" in shown:  # a comma within an encoded word: two people
            found[place : place + 1] = read_addresses(f"{shown} <{address}>")
    for value in headers[name][1:]:
        found.extend(read_addresses(value))
    return found
