"""Words around what was found, with the found ones told apart. Pure; escapes nothing."""

import re
from collections.abc import Iterator, Sequence

from kith.ledger.search.asked import Term
from kith.ledger.search.words import places

Pieces = tuple[tuple[str, bool], ...]  # a piece of text, and whether it is what was asked for
Span = tuple[int, int]

LOOKED_AT = 20_000  # characters of a text that are searched for a place to show
_QUOTE_MARKS = re.compile(r"^[ \t]*(?:[>|][ \t]*)+", re.MULTILINE)
BEFORE, AFTER = 60, 160  # characters around the first hit


def marked(text: str, terms: Sequence[Term]) -> Pieces:
    """A short text, whole."""
    return tuple(_cut(text, 0, len(text), list(_hits(text, terms))))


def snippet(text: str, new: Span, terms: Sequence[Term]) -> Pieces:
    """A line's worth of a long text, around what it is found by; rather in what is `new` in it.

    Its beginning where the words stand in none of it (in the subject, say).
    """
    start, end = new if new[1] else (0, len(text))
    own = text[start : min(end, start + LOOKED_AT)]
    hits = list(_hits(own, terms))
    if not hits:
        whole = text[:LOOKED_AT]
        if found := list(_hits(whole, terms)):
            own, hits = whole, found
    first = hits[0][0] if hits else 0
    begin = _word_begins(own, max(first - BEFORE, 0))
    stop = _word_ends(own, first + AFTER)
    own = _QUOTE_MARKS.sub(_blanks, own)  # as long as before: what was found stays in its place
    pieces = list(_cut(own, begin, stop, hits))
    if begin:
        pieces.insert(0, ("… ", False))
    if stop < len(own.rstrip()):
        pieces.append((" …", False))
    return tuple(pieces)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _hits(text: str, terms: Sequence[Term]) -> Iterator[Span]:
    """Where any of the terms stands, in order."""
    there = list(places(text))
    wanted: dict[str, list[Term]] = {}
    for term in terms:
        wanted.setdefault(term.words[0], []).append(term)
    beginnings = [term for term in terms if term.begins and len(term.words) == 1]
    until = 0
    for number, (word, start, _) in enumerate(there):
        if start < until:
            continue
        ways = [*wanted.get(word, ()), *(t for t in beginnings if word.startswith(t.words[0]))]
        ends = [end for term in ways if (end := _end(there, number, term))]
        if ends:
            until = max(ends)
            yield start, until


def _end(there: Sequence[tuple[str, int, int]], number: int, term: Term) -> int:
    """Where the term ends that begins at this word; 0 where it does not stand there."""
    run = there[number : number + len(term.words)]
    if len(run) < len(term.words):
        return 0
    *firm, last = term.words
    same = all(word == met[0] for word, met in zip(firm, run, strict=False))
    met = run[-1][0]
    fits = met.startswith(last) if term.begins else met == last
    return run[-1][2] if same and fits else 0


def _cut(text: str, begin: int, stop: int, hits: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    for start, end in hits:
        if start < begin or end > stop:
            continue
        if plain := _spaced(text[begin:start]):
            yield plain, False
        yield _spaced(text[start:end]), True
        begin = end
    if rest := _spaced(text[begin:stop]):
        yield rest, False


def _spaced(text: str) -> str:
    """On one line: a run of blanks is one."""
    plain = " ".join(text.split())
    if not plain:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{plain}{' ' * text[-1].isspace()}"


def _word_begins(text: str, place: int) -> int:
    space = text.find(" ", place, place + BEFORE) if place else -1
    return place if space < 0 else space + 1


def _word_ends(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - BEFORE, place)
    return place if space < 0 else space
