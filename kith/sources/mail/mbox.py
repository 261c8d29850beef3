"""Mbox: many mails in one file, each under a line that starts with 'From '."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from kith.sources.mail.raw import LARGEST

BLOCK = 1024 * 1024
# A postmark stands after an empty line, names a time and a year, and a header follows: writers
# that do not quote 'From ' in texts are many. It is looked for with all of this in the buffer.
_POSTMARK = re.compile(
    rb"\n\r?\n(?=From [^\n]{0,300}?\d\d?:\d\d[^\n]{0,60}?\d{4}[^\n]{0,60}\n"
    rb"(?:[!-9;-~]{1,80}[ \t]*:|>?From ))"
)
_REACH = 1024
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mbox(start: bytes) -> bool:
    """Whether a file that starts with these bytes is an mbox, be it of one mail."""
    return start.startswith(b"From ")


def split(stream: BinaryIO, offset: int = 0) -> Iterator[tuple[int, bytes]]:
    """The mails of an mbox: the byte offset of each postmark, and the mail below it.

    Streams: holds one mail and a block. `stream` stands at `offset`, which is a postmark's.
    One '>' is taken from '>From ' lines, as mboxrd says and mboxo's readers do.
    """
    buffer, seen, ended = bytearray(), 0, False
    while not ended or buffer:
        mark = _POSTMARK.search(buffer, seen)
        if mark is None and not ended:
            seen = max(seen, len(buffer) - _REACH)
            block = stream.read(BLOCK)
            buffer += block
            ended = not block
            continue
        end = mark.end() if mark else len(buffer)
        yield offset, _mail(bytes(buffer[: min(end, LARGEST)]))
        del buffer[:end]
        offset, seen = offset + end, 0


def _mail(item: bytes) -> bytes:
    """The mail without its postmark and the empty line that parts it from the next."""
    data = item[item.find(b"\n") + 1 :] if b"\n" in item else b""
    if data.endswith((b"\n\n", b"\n\r\n")):
        data = data[: -2 if data.endswith(b"\r\n") else -1]
    return _QUOTED.sub(rb"\1", data) if b">From " in data else data
