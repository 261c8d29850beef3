"""What a mail says itself, without the mails below it and the signature.

Plain finds of fixed words come first, patterns only where one is found: this runs on every mail.
"""

import re

from kith.reading.headers_in_text import header_block
from kith.reading.span import Span

# New text further in than this is not looked for: an attachment pasted into a mail, a log.
LONGEST = 20_000

# Lines that only a mail program writes, with a word of each to find it by.
_MARKS = (
    ("-----", re.compile(r"[ \t>]*-{3,}[ \t]*(?:Origin|Urspr|Forward|Weiterge|Messaggio|Mensaje"
                         r"|Message d|Oorspronk|Doorgest|Begin forw)", re.IGNORECASE)),
    ("_____", re.compile(r"_{20,}[ \t]*\n[ \t]*\n?[ \t]*\*?(?:From|Von|De|Da|Van)[ \t]?:")),
    ("egin forwarded message", re.compile(r"[ \t]*Begin forwarded message")),
)  # fmt: skip
# What ends the line over a quoted answer, and how such a line begins.
_ATTRIBUTIONS = (
    (" wrote:", ("On ", "At ", "In ")),
    (" writes:", ("On ", "In ")),
    (" schrieb", ("Am ", "On ")),
    (" a écrit", ("Le ",)),
    (" escribió", ("El ",)),
    (" ha scritto", ("Il ",)),
    (" schreef", ("Op ",)),
)
_NAMED = re.compile(r".{0,80}[@<\d]")
_SIGNATURE = re.compile(r"^--[ \t\u00a0]*$", re.MULTILINE)
_QUOTED_LINE = re.compile(r"[ \t]*(?:>[^\n]*)?\n?")


def new_text(text: str) -> Span:
    """The stretch that the writer of this mail wrote, trimmed of white space; empty if none.

    It ends at a mail program's first mark of an older mail (in seven languages), header block
    or signature ("-- "), and before quoted lines ('>') that reach down to there. Quoted lines at
    the start are left out. Between new lines they stay: `is_quoted` tells them apart.
    """
    end = min(len(text), LONGEST)
    for word, mark in _MARKS:
        end = _first_mark(text, word, mark, end)
    end = header_block(text, end)
    dashes = 0 if text.startswith("--") else text.find("\n--", 0, end)
    if dashes >= 0 and (signature := _SIGNATURE.search(text, dashes, end)):
        end = signature.start()
    start = 0
    for words, openings in _ATTRIBUTIONS:
        start, end = _attribution(text, words, openings, start, end)
    if ">" in text[start:end]:
        start, end = _unquoted(text, start, end)
    return _trimmed(text, start, end)


def is_quoted(text: str, place: int) -> bool:
    """Whether the line at `place` is quoted ('>')."""
    line = text.rfind("\n", 0, place) + 1
    return text[line : place + 1].lstrip(" \t").startswith(">")


def _first_mark(text: str, word: str, mark: re.Pattern[str], end: int) -> int:
    place = text.find(word, 0, end)
    while place >= 0:
        line = text.rfind("\n", 0, place) + 1
        if mark.match(text, line):
            return line
        place = text.find("\n", place, end)
        place = text.find(word, place, end) if place >= 0 else -1
    return end


def _attribution(
    text: str, words: str, openings: tuple[str, ...], start: int, end: int
) -> tuple[int, int]:
    """Cuts at 'On Monday Ann wrote:', which may lie on two lines.

    Where quoted lines follow it at the very start, the answer stands below them: start there.
    """
    place = text.find(words, start, end)
    while place >= 0:
        stop = text.find("\n", place, end)
        stop = stop if stop >= 0 else end
        if text[place:stop].rstrip().endswith(":") and stop - place < 100:
            below = _past_quotes(text, stop + 1, end)
            begin = _opening(text, openings, start, place, sure=below > stop + 1)
            if begin is not None:
                first = below > stop + 1 and not text[start:begin].strip()
                return (below, end) if first else (start, begin)
        place = text.find(words, place + 1, end)
    return start, end


def _opening(
    text: str, openings: tuple[str, ...], start: int, place: int, *, sure: bool
) -> int | None:
    """Where the attribution around `place` begins; None if it is a sentence of the writer's.

    `sure`: quoted lines follow.
    """
    line = max(text.rfind("\n", start, place) + 1, start)
    above = max(text.rfind("\n", start, max(line - 1, start)) + 1, start)
    for begin in (line, above):
        if text.startswith(openings, begin):
            return begin
    return line if not is_quoted(text, place) and (sure or _NAMED.match(text, line)) else None


def _past_quotes(text: str, place: int, end: int) -> int:
    """Where the quoted and empty lines that begin at `place` end; `place` if none is quoted."""
    last = place
    while place < end:
        line = _QUOTED_LINE.match(text, place, end)
        assert line  # it matches the empty string
        if line.end() == place:
            break
        if ">" in line[0]:
            last = line.end()
        elif line[0].strip():
            break
        place = line.end()
    return last


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Without quoted lines at the start and at the end."""
    start = _past_quotes(text, start, end)
    while end > start:
        stop = len(text[start:end].rstrip()) + start
        line = max(text.rfind("\n", start, stop) + 1, start)
        if not text[line:stop].lstrip(" \t").startswith(">"):
            return start, stop
        end = line
    return start, start


def _trimmed(text: str, start: int, end: int) -> Span:
    new = text[start:end]
    start += len(new) - len(new.lstrip())
    return Span(start, max(start, start + len(new.strip())))
