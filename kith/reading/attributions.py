"""The line over an older mail's words: 'On Monday Ann wrote:'."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kith.reading.span import Span

# What ends such a line, and how it begins, in the languages of mail programs.
_WORDS = (
    (" wrote:", ("On ", "At ", "In ")),
    (" writes:", ("On ", "In ")),
    (" schrieb", ("Am ", "On ")),
    (" a écrit", ("Le ",)),
    (" escribió", ("El ",)),
    (" ha scritto", ("Il ", "In data ")),
    (" schreef", ("Op ",)),
    (" escreveu", ("Em ", "No dia ", "A ")),
    (" skrev", ("Den ", "On ")),
    (" napisał", ("W dniu ", "Dnia ", "pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz.")),
)
_SAYS = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał)",
    re.IGNORECASE,
)
_NAMED = re.compile(r".{0,80}[@<\d]")
_DATED = re.compile(r"@|\d:\d\d|\b(?:19|20)\d\d\b")
_LINES = 3  # a mail program breaks its line where its width ends
_LONGEST = 100  # characters between the word and the colon at the line's end


class Attribution(NamedTuple):
    """Where the line begins (it may go over three), and where the last of them ends."""

    begin: int
    end: int


def attributions(text: str, end: int) -> Iterator[Attribution]:
    """Lines before `end` that by their words may stand over an older mail, language by language."""
    if (
        text.find(":\n", 0, end) < 0
        and text.find(": \n", 0, end) < 0
        and text[end - 1 : end] != ":"
    ):
        return
    for words, openings in _WORDS:
        place = text.find(words, 0, end)
        while place >= 0:
            stop = text.find("\n", place, end)
            stop = stop if stop >= 0 else end
            if stop - place < _LONGEST and text[place:stop].rstrip().endswith(":"):
                begin = _begin(text, openings, place)
                if begin is not None:
                    yield Attribution(begin, stop)
            place = text.find(words, stop, end)


def _begin(text: str, openings: tuple[str, ...], place: int) -> int | None:
    """None if it is a sentence of the writer's: neither opening, nor address, nor number."""
    line = begin = text.rfind("\n", 0, place) + 1
    for _ in range(_LINES):
        if text.startswith(openings, begin):
            return begin
        if begin == 0:
            break
        begin = text.rfind("\n", 0, begin - 1) + 1
    return line if _NAMED.match(text, line) else None


def without_attribution(text: str, gap: Span) -> Span:
    """The gap above quoted lines without the attribution at its end, if there is one.

    Quoted lines follow, so less is asked of it: a word of writing, a date or an address will do.
    """
    end = gap.start + len(text[gap.start : gap.end].rstrip())
    if end == gap.start or text[end - 1] != ":":
        return gap
    begin = end
    for _ in range(_LINES):
        line = max(text.rfind("\n", gap.start, max(begin - 1, gap.start)) + 1, gap.start)
        content = text[line:begin].strip()
        if not content:
            break
        begin = line
        if text.startswith(_OPENINGS, line) or line == gap.start:
            break
    words = text[begin:end]
    if text.startswith(_OPENINGS, begin) and (_SAYS.search(words) or _DATED.search(words)):
        return Span(gap.start, begin)
    line = max(text.rfind("\n", gap.start, end) + 1, gap.start)
    words = text[line:end]
    return Span(gap.start, line) if _SAYS.search(words) or _DATED.search(words) else gap


_OPENINGS = tuple(opening for _, openings in _WORDS for opening in openings if opening != "A ")
