"""What a mail is about, as far as trade goes: who asks a price, orders, sends an invoice, pitches.

Rather misses one than makes one up. Whole words first, phrases only where one is found: this runs
on every mail that leaves or enters the house.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kith.reading.span import Span
from kith.reading.trade_words import dutch, english, french, german, italian, spanish
from kith.reading.trade_words.wording import Wording
from kith.terms.words import Says

# What a mail is about stands on top; how to leave a list, at the end.
READ = 1_600
READ_AT_END = 500
_NEAR = 110  # characters on either side of a word that may belong to its sentence
_PLACES = 3  # of one word that are looked at

_LANGUAGES = (english, german, french, spanish, italian, dutch)


def _by_cue(wordings: Iterable[Wording]) -> dict[str, tuple[Wording, ...]]:
    found: dict[str, list[Wording]] = {}
    for wording in wordings:
        found.setdefault(wording.cue, []).append(wording)
    return {cue: tuple(them) for cue, them in found.items()}


_WORDINGS = _by_cue(wording for language in _LANGUAGES for wording in language.WORDINGS)
_CUES = frozenset(_WORDINGS)

# One sign for one, so that places stay: accents go, curly apostrophes too, 'İ' grows in lower case.
_FROM = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿßİŒœÆæ\u2018\u2019\u00a0"
_INTO = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyysIOoAa'' "
_FOLD = str.maketrans(_FROM, _INTO)
_SIGNS = str.maketrans(dict.fromkeys("\t\n\r.,;:!?\"'()[]{}<>/\\|*#=+-_%&@~`$^", " "))
_BREAK = re.compile(r"[.!?][\"')\]]*\s|\n\s*\n|\n(?=\s*[-*•>])")
# An answer's subject is the first mail's, and says nothing of who speaks now.
_ANSWER = re.compile(
    r"\s*(?:re|aw|antw|antwort|rv|ref|sv|vs|fw|fwd|wg|tr|i|rif|doorst)\s*(?:\[\d+\])?:"
)

# Who writes to many, or sells unasked, says "order now" and "our best price" to nobody.
_TO_MANY = frozenset(map(int, (Says.NEWS, Says.PITCH)))
_BETWEEN_TWO = frozenset({Says.INQUIRY, Says.OFFER, Says.ORDER, Says.PAYMENT, Says.COMPLAINT})

# What is asked for in the same sentence is not given: "please send us your invoice".
_GIVEN = frozenset(map(int, (Says.OFFER, Says.CONFIRMATION, Says.INVOICE)))
_WISHED = re.compile(
    r"\b(?:please|pls|kindly|(?:can|could|would) you|bitte|konnten sie|konnen sie|veuillez|merci de"
    r"|pouvez|pourriez|por favor|rogamos|pueden|podrian|per favore|preghiamo|potete|potreste"
    r"|gelieve|kunt u|graag\W+ontvang\w*)\b(?!\W{1,3}(?:find|trouver|encontrar|vinden|finden|note))"
)


class Said(NamedTuple):
    """One thing that a mail says, and the words that say it."""

    says: Says
    at: Span
    in_subject: bool


def trade(subject: str, text: str, new: Sequence[Span]) -> tuple[Said, ...]:
    """What the subject and the new text say of trade, each once, where it is said first.

    `new`: the stretches that `new_text` gives; the first `READ` characters of them are read, and
    the last `READ_AT_END`. The subject of an answer or of a forwarded mail is not read. Of a mail
    to many, or a pitch, no trade between two is taken for said.
    """
    found: dict[int, Said] = {}
    if subject and not _ANSWER.match(folded(subject[:12])):
        _look(subject, 0, found, in_subject=True)
    for span in stretches(new):
        _look(span.of(text), span.start, found, in_subject=False)
    if _TO_MANY.intersection(found):
        return tuple(one for one in found.values() if one.says not in _BETWEEN_TWO)
    return tuple(found.values())


def summed(said: Iterable[Said]) -> Says:
    """All that is said, as one number."""
    total = Says.NOTHING
    for one in said:
        total |= one.says
    return total


def folded(text: str) -> str:
    """In lower case and without accents; every sign stays at its place."""
    return text.lower() if text.isascii() else text.translate(_FOLD).lower()


@lru_cache(maxsize=4)
def words(text: str) -> tuple[str, list[str]]:
    """The text folded, and its words; remembered for the next who reads the same mail."""
    plain = folded(text)
    return plain, plain.translate(_SIGNS).split()


def stretches(new: Sequence[Span]) -> Iterator[Span]:
    """What is read of the new text: its beginning, and its end."""
    left = READ
    for span in new:
        if left <= 0:
            break
        yield Span(span.start, min(span.end, span.start + left))
        left -= span.end - span.start
    if left < 0:
        last = new[-1]
        yield Span(max(last.start, last.end - READ_AT_END, last.end + left), last.end)


def _look(text: str, start: int, found: dict[int, Said], *, in_subject: bool) -> None:
    """Adds what this stretch says that is not among `found`."""
    plain, them = words(text)
    cues = _CUES.intersection(them)
    if not cues or len(plain) != len(text):
        return
    for place, cue in sorted(_places(plain, cues)):
        wanted = [one for one in _WORDINGS[cue] if one.says not in found]
        if not wanted:
            continue
        begin, end = _sentence(plain, place)
        for wording in wanted:
            if wording.says not in found and (said := wording.pattern.search(plain, begin, end)):
                if wording.says in _GIVEN and _WISHED.search(plain, begin, end):
                    continue
                at = Span(start + said.start(), start + said.end())
                found[wording.says] = Said(Says(wording.says), at, in_subject)


def _places(plain: str, cues: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where the words stand, the first few times each."""
    for cue in cues:
        place = -1
        for _ in range(_PLACES):
            place = plain.find(cue, place + 1)
            if place < 0:
                break
            after = place + len(cue)
            if (place and plain[place - 1].isalnum()) or plain[after : after + 1].isalnum():
                continue
            yield place, cue


def _sentence(plain: str, place: int) -> tuple[int, int]:
    """The sentence round a place, or as much of it as stands near."""
    begin = max(place - _NEAR, 0)
    for mark in _BREAK.finditer(plain, begin, place):
        begin = mark.end()
    end = min(place + _NEAR, len(plain))
    mark_after = _BREAK.search(plain, place, end)
    return begin, mark_after.start() + 1 if mark_after else end
