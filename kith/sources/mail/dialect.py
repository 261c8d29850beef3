"""How an mbox is written: decided once for each file, by its first block.

Four dialects are told apart by name and three by reading; see `dialect_of`.
"""

import re
from dataclasses import dataclass

# A postmark names a time and a year, and a header follows. Writers that do not quote 'From ' in
# texts are many: it must stand after an empty line, or be of asctime's exact form.
_HEADER = rb"(?:[!-9;-~]{1,80}[ \t]*:|>?From )"
_ASCTIME = re.compile(
    rb"From [^\n]{0,300}?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    rb"|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:\d\d(?::\d\d)?(?: [A-Z+-][\w+-]{1,9}){0,2} \d{4}"
    rb"[^\n]{0,60}\n" + _HEADER
)
_TIMED = rb"From [^\n]{0,300}?\d\d?:\d\d[^\n]{0,60}?\d{4}[^\n]{0,60}\n"
_FIRST, _DATED = re.compile(_TIMED), re.compile(_TIMED + _HEADER)
_UNDATED = re.compile(rb"From [^\n]{0,400}\n" + _HEADER)

_ENDS = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"(?:\r?\n){0,3}")
_BARE = re.compile(rb"^From ", re.MULTILINE)
_HEAD = 1024 * 1024

MORE, UNKNOWN = -1, -2


@dataclass(frozen=True, slots=True)
class Dialect:
    """`dated`: postmarks bear a time; `measured`: Content-Length is asked first; `quoted`: '>From '
    stands for 'From '."""

    dated: bool
    measured: bool
    quoted: bool


def dialect_of(start: bytes) -> Dialect:
    """The dialect of an mbox that starts with these bytes (one block of it is enough).

    - mboxo and mboxrd cannot be told apart where it matters ('>From ' may be either's), and are
      read alike: one '>' is taken, as mboxrd says and mboxo's readers do.
    - Headers with Content-Length make it mboxcl. A length is believed for each mail alone, if a
      postmark or the file's end stands where it points: editors and mailers leave false ones.
    - Such a mail with a bare 'From ' line in it makes the file mboxcl2: nothing is quoted.
    - Where the very first postmark bears no time, none is asked of the others.
    """
    measured = _LENGTH.search(start) is not None
    dated = _FIRST.match(start) is not None
    return Dialect(dated, measured, quoted=not (measured and _holds_bare(start, dated=dated)))


def end_by_postmark(held: bytes | bytearray, seen: int, *, dated: bool) -> int:
    """Where the first postmark at `seen` or behind it starts; `MORE` where there is none."""
    while (at := held.find(b"\nFrom ", seen)) >= 0:
        parted = held[at - 1 : at] == b"\n" or held[at - 2 : at] == b"\n\r"
        mark = (_DATED if dated else _UNDATED) if parted else _ASCTIME
        if mark.match(held, at + 1):
            return at + 1
        seen = at + 1
    return MORE


def end_by_length(held: bytes | bytearray, begin: int, *, ended: bool, most: int) -> int:
    """Where the mail whose postmark is at `begin` ends by its Content-Length, empty lines counted.

    `UNKNOWN` where it has none, a false one, or one above `most`; `MORE` where that cannot be said
    without more bytes.
    """
    head = _ENDS.search(held, begin, begin + _HEAD)
    if head is None:
        return UNKNOWN if ended or len(held) - begin > _HEAD else MORE
    length = _LENGTH.search(held, begin, head.start() + 1)
    if length is None or int(length[1]) > most:
        return UNKNOWN
    body_ends = head.end() + int(length[1])
    if len(held) < body_ends + 16 and not ended:
        return MORE
    blank = _BLANK.match(held, body_ends) if body_ends <= len(held) else None
    if blank is None:
        return UNKNOWN
    end = blank.end()
    met = held[end : end + 5] == b"From " and held[end - 1 : end] == b"\n"
    return end if met or (ended and end == len(held)) else UNKNOWN


def _holds_bare(start: bytes, *, dated: bool) -> bool:
    """Whether a mail of the length it says holds a line that quoting would have changed."""
    begin = 0
    while begin >= 0:
        end = end_by_length(start, begin, ended=False, most=len(start))
        if end > 0 and _BARE.search(start, start.find(b"\n", begin) + 1, end):
            return True
        begin = end_by_postmark(start, begin, dated=dated) if end == UNKNOWN else end
    return False
