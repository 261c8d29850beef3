"""Mails that nobody writes but to break a reader."""

from collections.abc import Callable

_HEAD = b"From: a@x.example\r\nTo: b@x.example\r\nDate: Tue, 4 Mar 2025 10:15:00 +0100\r\n"
_BAD_DATE = _HEAD.replace(b"Tue, 4 Mar 2025", b"Someday")
MEGABYTE = 1024 * 1024


def nested(levels: int) -> bytes:
    """Parts in parts; each with a boundary of its own."""
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
        for n in range(levels)
    )
    return _HEAD + opened + b"Content-Type: text/plain\r\n\r\ndeep\r\n"


def one_boundary(parts: int, head: bytes = _HEAD) -> bytes:
    """Parts beside each other, all empty."""
    start = head + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
    return start + b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * parts + b"--b--\r\n"


def letters_in_letters(levels: int) -> bytes:
    return _HEAD + b"Content-Type: message/rfc822\r\n\r\n" * levels + b"\r\nx"


MONSTERS: dict[str, Callable[[], bytes]] = {
    "50,000 parts in each other": lambda: nested(50_000),
    "50,000 parts in each other, repaired": lambda: nested(50_000).replace(b"Tue, 4 Mar", b"Some"),
    "50,000 parts side by side": lambda: one_boundary(50_000),
    "50,000 parts side by side, repaired": lambda: one_boundary(50_000, _BAD_DATE),
    "50,000 mails in each other": lambda: letters_in_letters(50_000),
    "100,000 headers": lambda: (
        _HEAD + b"".join(b"X-%d: x\r\n" % n for n in range(100_000)) + b"\r\nx"
    ),
    "100,000 equal headers": lambda: _HEAD + b"Received: x\r\n" * 100_000 + b"\r\nx",
    "100,000 equal headers, repaired": lambda: _BAD_DATE + b"Received: x\r\n" * 100_000 + b"\r\nx",
    "a header of 60 MB": lambda: _HEAD + b"Subject: " + b"x" * (60 * MEGABYTE) + b"\r\n\r\nx",
    "a folded header of 60 MB": lambda: (
        _HEAD
        + b"Subject: "
        + b"x" * 70
        + b"\r\n "
        + (b"x" * 70 + b"\r\n ") * (60 * MEGABYTE // 73)
        + b"\r\n\r\nx"
    ),
    "60 MB without a line's end": lambda: b"x" * (60 * MEGABYTE),
    "60 MB of a name without its address": lambda: (
        b"From: " + b'"' * (60 * MEGABYTE) + b"\r\n\r\nx"
    ),
    "100,000 recipients": lambda: (
        _HEAD.replace(b"b@x.example", b",\r\n ".join(b"a%d@x.example" % n for n in range(100_000)))
        + b"\r\nx"
    ),
    "100,000 To headers": lambda: (
        _HEAD + b"".join(b"To: a%d@x.example\r\n" % n for n in range(100_000)) + b"\r\nx"
    ),
    "100,000 groups": lambda: _HEAD.replace(b"b@x.example", b"g:" * 100_000) + b"\r\nx",
    "100,000 encoded words": lambda: (
        _HEAD + b"Subject: " + b"=?utf-8?q?x?=\r\n " * 100_000 + b"\r\n\r\nx"
    ),
    "100,000 unknown encoded words": lambda: (
        _HEAD + b"Subject: " + b"=?x-foo?q?=ff?=\r\n " * 100_000 + b"\r\n\r\nx"
    ),
    "30 MB of references": lambda: (
        _HEAD + b"References: " + b"<aaaaaaaaaaaaaaaaaaa@x.example>\r\n " * 1_000_000 + b"\r\n\r\nx"
    ),
    "an HTML page of 40 MB": lambda: (
        _HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div><b" * (6 * MEGABYTE)
    ),
    "a text of 60 MB with a bad date": lambda: _BAD_DATE + b"\r\n" + b"word \r\n" * (8 * MEGABYTE),
    "a date of 10 MB": lambda: _HEAD.replace(b"Tue, 4", b"1 " * (5 * MEGABYTE)) + b"\r\nx",
    "a delivery report of 20 MB": lambda: (
        _HEAD
        + b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        + b"--b\r\n"
        + b"Content-Type: message/delivery-status\r\n\r\n"
        + b"Final-Recipient: rfc822; a@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        * 300_000
        + b"--b--\r\n"
    ),
    "an answer of a machine, 10 MB of spaces": lambda: (
        _HEAD
        + b"Subject: Out of Office: x\r\nAuto-Submitted: auto-replied\r\n\r\n"
        + b"\n \t" * (3 * MEGABYTE)
    ),
    "X-To of 20 MB": lambda: _HEAD + b"X-To: " + b"<" * (20 * MEGABYTE) + b"\r\n\r\nx",
    "an X.500 name of 20 MB": lambda: (
        _HEAD.replace(b"a@x.example", b"/cn=" * (5 * MEGABYTE)) + b"\r\nx"
    ),
}
