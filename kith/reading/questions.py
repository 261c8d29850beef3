"""Whether a mail asks its reader for something. Rather misses one than makes one up."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kith.reading.requests import (
    APART,
    BULK,
    EMPTY,
    ENGLISH,
    FOREIGN,
    GREETING,
    GREETING_LONGEST,
    OFFER,
    OFFER_WORDS,
    OTHERS,
    Wording,
)
from kith.reading.span import Span

# What is asked stands early; below this comes what was pasted in.
READ = 4_000
MOST = 10
_LONGEST = 400  # characters of one sentence; a longer one is no sentence but a list or a table

# One class of characters first: the engine then skips to them instead of trying each place.
_BREAK = re.compile(
    r"[.!?,\n](?:(?<=[.!?])[\"')\]]*(?=\s)|(?<=,)\n(?=[A-ZÄÖÜ])"
    r"|(?<=\n)[ \t]*(?=\n)|(?<=\n)(?=[ \t]*(?:>|[-*•] |\d{1,2}[.)] )))"
)
_AFTER = frozenset(" \n\t\"')*]?!_<")
_LOST = (".?", "????", "\n? ", ":?")  # signs that no writer sets: a program put them for others
_LEAD = re.compile(r"[\s*•-]*")
_WORD = re.compile(r"[^\W\d_]{2,}")


def asks(text: str, new: Sequence[Span], most: int = MOST) -> tuple[Span, ...]:
    """The sentences of the new text that ask something of the reader, at most `most`, in order.

    `new`: the stretches that `new_text` gives; the first `READ` characters of them are read.

    A sentence asks if it ends in '?' (not within an address of the web) or requests ("please
    send", "could you"; in six languages). Thanks, greetings ("how are you?"), offers ("let me know
    if you need more") and small print do not, nor does a mail that one can unsubscribe from.
    """
    found: list[Span] = []
    left = READ
    for span in new:
        for begin, end in _asking(text[span.start : min(span.end, span.start + left)]):
            if not found and _is_bulk(text, new):
                return ()
            found.append(Span(begin + span.start, end + span.start))
            if len(found) == most:
                return tuple(found)
        left -= span.end - span.start
        if left <= 0:
            break
    return tuple(found)


def _is_bulk(text: str, new: Sequence[Span]) -> bool:
    lowered = text[new[0].start : new[-1].end].lower()
    return any(words in lowered for words in BULK)


def _asking(part: str) -> Iterator[Span]:
    places = _marks(part)
    lowered = part.lower()
    wordings = (ENGLISH,) if FOREIGN.isdisjoint(lowered.split()) else (ENGLISH, *OTHERS)
    # Lower case may be longer ('İ'): then places would shift, and requests are passed over.
    if len(lowered) == len(part):
        for wording in wordings:
            for cue in wording.cues:
                if cue in lowered:
                    places += _all(lowered, cue)
    if not places:
        return
    lost = any(sign in part for sign in _LOST)
    breaks = chain((match.end() for match in _BREAK.finditer(part)), [len(part)])
    begin, end = 0, 0
    for place in sorted(places):
        if place < end:
            continue  # in a sentence that was looked at
        while end <= place:
            begin, end = end, next(breaks)
        span = _trimmed(part, begin, end)
        if span and _asks(span.of(part), wordings, lost):
            yield span


def _marks(part: str) -> list[int]:
    """Places of question marks that end a sentence: those in web addresses run on."""
    return [p for p in _all(part, "?") if p + 1 == len(part) or part[p + 1] in _AFTER]


def _all(text: str, word: str) -> list[int]:
    places: list[int] = []
    place = text.find(word)
    while place >= 0 and len(places) < 50:
        places.append(place)
        place = text.find(word, place + 1)
    return places


def _trimmed(part: str, begin: int, end: int) -> Span | None:
    """The sentence without list marks and white space; None if it is empty or no sentence."""
    lead = _LEAD.match(part, begin, end)
    begin = lead.end() if lead else begin
    end = begin + len(part[begin:end].rstrip())
    return Span(begin, end) if 0 < end - begin <= _LONGEST else None


def _asks(sentence: str, wordings: Sequence[Wording], lost: bool) -> bool:  # noqa: FBT001
    if not _WORD.search(sentence) or _is_courtesy(sentence):
        return False
    if "?" in sentence[-4:]:
        if (lost or sentence[-2:-1].isspace()) and not APART.search(sentence):
            return False
        return "://" not in sentence.rsplit(None, 1)[-1]
    return any(wording.pattern.search(sentence) for wording in wordings)


def _is_courtesy(sentence: str) -> bool:
    lowered = sentence.lower()
    if any(words in lowered for words in EMPTY):
        return True
    if any(words in lowered for words in OFFER_WORDS) and OFFER.search(lowered):
        return True
    return len(sentence) < GREETING_LONGEST and GREETING.match(sentence) is not None
