"""Mboxes as the four dialects' writers leave them, made for tests."""

import re
from collections.abc import Iterable, Sequence

POSTMARK = b"From ann@pumps.example Tue Mar  4 10:15:00 2025\n"
MOZILLA = b"From - Tue Mar 04 10:15:00 2025\r\n"
_FROM, _QUOTED = re.compile(rb"^From ", re.MULTILINE), re.compile(rb"^>*From ", re.MULTILINE)


def mboxo(mails: Sequence[bytes]) -> bytes:
    return _joined(_FROM.sub(b">From ", mail) for mail in mails)


def mboxrd(mails: Sequence[bytes]) -> bytes:
    return _joined(_QUOTED.sub(rb">\g<0>", mail) for mail in mails)


def mboxcl(mails: Sequence[bytes]) -> bytes:
    return _joined(_measured(_FROM.sub(b">From ", mail)) for mail in mails)


def mboxcl2(mails: Sequence[bytes]) -> bytes:
    return _joined(map(_measured, mails))


def unparted(mails: Sequence[bytes]) -> bytes:
    """mboxrd without the empty lines between mails."""
    return b"".join(POSTMARK + _QUOTED.sub(rb">\g<0>", mail) for mail in mails)


def undated(mails: Sequence[bytes]) -> bytes:
    """mboxrd with postmarks that name nobody and no time."""
    return mboxrd(mails).replace(POSTMARK, b"From \n")


def crlf(mails: Sequence[bytes]) -> bytes:
    return mboxrd(mails).replace(b"\n", b"\r\n")


def _joined(mails: Iterable[bytes]) -> bytes:
    return b"".join(POSTMARK + mail + b"\n" for mail in mails)


def _measured(mail: bytes) -> bytes:
    head, gap, body = mail.partition(b"\n\n")
    return head + b"\nContent-Length: %d" % len(body) + gap + body
