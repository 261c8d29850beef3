"""How much of a mail is read: what is made to break a reader is cut, or goes the patient way."""

import re

USUAL = 64 * 1024  # bytes; a smaller mail cannot hold enough to do harm
_HEADERS = 512 * 1024  # bytes of all headers
_HEADER = 128 * 1024  # bytes of one
_BODY = 4 * 1024 * 1024  # bytes below them: texts stand in front of attachments
# Parts in parts by which the quick parser, which recurses, runs out of stack: far fewer than it
# can bear. A level takes some forty bytes.
_LEVELS = 1_000
_NEXT_HEADER = re.compile(rb"\n(?![ \t])")


def headers_end(data: bytes, most: int | None = None) -> int:
    """Where the empty line after the headers begins, -1 where there is none before `most`."""
    ends = [data.find(mark, 0, most) for mark in (b"\n\n", b"\n\r\n")]
    return min((end for end in ends if end >= 0), default=-1)


def is_monstrous(data: bytes) -> bool:
    """Whether the headers are endless, or parts may lie so deep that the quick parser dies of it,
    and this process with it."""
    if len(data) <= USUAL:
        return False
    if headers_end(data, _HEADERS) < 0:
        return True
    lowered = data.lower()
    return lowered.count(b"boundary") + lowered.count(b"message/") > _LEVELS


def bounded(data: bytes) -> bytes:
    """The mail cut to what the patient reader reads: each header, all of them, and the body."""
    if len(data) <= USUAL:
        return data
    end = headers_end(data)
    head, below = (data[: end + 1], data[end : end + _BODY]) if end >= 0 else (data[:_BODY], b"")
    return _cut(head) + below


def _cut(head: bytes) -> bytes:
    if len(head) <= _HEADER:
        return head
    kept: list[bytes] = []
    size = start = 0
    while start < len(head) and size < _HEADERS:
        found = _NEXT_HEADER.search(head, start)
        stop = found.end() if found else len(head)
        field = head[start:stop]
        if len(field) > _HEADER:
            field = field[: field.rfind(b"\n", 0, _HEADER) + 1] or field[:_HEADER] + b"\n"
        kept.append(field)
        size += len(field)
        start = stop
    return b"".join(kept)
