"""Mbox: many mails in one file, each under a line that starts with 'From '."""

import re
from collections.abc import Iterator

from kith.sources.mail.dialect import MORE, Dialect, end_by_length, end_by_postmark
from kith.sources.mail.item import Stream
from kith.sources.mail.raw import LARGEST

BLOCK = 1024 * 1024
_REACH = 1024  # longer than any postmark with what is asked to stand around it
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mbox(start: bytes) -> bool:
    """Whether a file that starts with these bytes is an mbox, be it of one mail."""
    return start.startswith(b"From ")


def split(
    stream: Stream, dialect: Dialect, offset: int = 0, start: bytes = b""
) -> Iterator[tuple[int, bytes, int]]:
    """The mails of an mbox: the byte offset of each postmark, the mail below it (at most
    `LARGEST`), and how many bytes it takes up.

    `start` holds the first bytes from `offset` on, which is a postmark's; `stream` stands behind
    them. Streams: holds one mail and a block, whatever the file holds. What ends without a postmark
    (a file that was cut off) is given as it is.
    """
    held, seen, lost, ended = bytearray(start), 0, 0, False
    while held or not ended:
        end = _end(held, seen, dialect, ended=ended)
        if end == MORE:
            seen = max(seen, len(held) - _REACH)
            if (
                seen > LARGEST
            ):  # the tail of a mail too large: forgotten while its end is looked for
                lost += seen - LARGEST
                del held[LARGEST:seen]
                seen = LARGEST
            block = stream.read(BLOCK)
            held += block
            ended = not block
            continue
        yield offset, _mail(held, min(end, LARGEST), quoted=dialect.quoted), end + lost
        del held[:end]
        offset, seen, lost = offset + end + lost, 0, 0


def _end(held: bytearray, seen: int, dialect: Dialect, *, ended: bool) -> int:
    """How many bytes the first mail in `held` takes up, or `MORE`; searches from `seen` on."""
    if dialect.measured:
        end = end_by_length(held, 0, ended=ended, most=LARGEST - BLOCK)
        if end > 0:
            return end
        if end == MORE:
            return MORE
        seen = 0 if seen < LARGEST else seen  # the length was hoped for until now
    end = end_by_postmark(held, seen, dated=dialect.dated)
    return len(held) if ended and end == MORE else end


def _mail(held: bytearray, end: int, *, quoted: bool) -> bytes:
    """The mail without its postmark and the empty line that parts it from the next."""
    start = held.find(b"\n", 0, end) + 1
    if not start:
        return b""
    if held.endswith((b"\n\n", b"\n\r\n"), start, end):
        end -= 2 if held[end - 2 : end] == b"\r\n" else 1
    with memoryview(held) as view:
        data = bytes(view[start:end])
    return _QUOTED.sub(rb"\1", data) if quoted and b">From " in data else data
