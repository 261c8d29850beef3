"""Where a mail of ours gives something away: work, samples, favours, credits, freight, terms.

Rather misses one than makes one up: who wrote the mail is asked about each. What is read is the new
text of a mail from us to somebody outside. A question gives nothing, nor does what is denied, what
we ask for, or what others give. Plain finds of a few words come first: this runs on every mail that
leaves the house.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kith.reading.giving_words.english import ENGLISH
from kith.reading.giving_words.form import Giving
from kith.reading.giving_words.german import GERMAN
from kith.reading.span import Span
from kith.reading.trade import stretches, words
from kith.terms.trade_words import GiveawayKind

MOST = 3
_LONGEST = 400  # characters of one sentence; a longer one is a table or a contract

_LANGUAGES = (ENGLISH, GERMAN)
_COMMON = frozenset().union(*(one.common for one in _LANGUAGES))
_SHORT = tuple(cue for one in _LANGUAGES for cue in one.short)
_BREAK = re.compile(
    r"[.!?](?=[\"')\]]*\s)(?<!\bno\.)(?<!\bnr\.)|\n\s*\n|\n(?=\s*(?:[-*•>]|\d+[.)]) )"
)
_CLAUSE = re.compile(
    r"[,;:()–]|\s-\s|\b(?:but|however|though|because|since|aber|sondern|jedoch|weil)\b"
)

# Who advertises speaks to many, whatever the headers say.
_ADVERT = re.compile(
    r"https?:|www\.|\b(?:click|sign up|register|subscri\w+|download\w*|limited time|webinar"
    r"|newsletter|anmelden|registrier\w+|abonn\w+|herunterlad\w+)\b"
)


class Given(NamedTuple):
    """What is given, the words that give it, and the sentence they stand in."""

    kind: GiveawayKind
    at: Span
    sentence: Span


def giving(text: str, new: Sequence[Span], most: int = MOST) -> tuple[Given, ...]:
    """What the new text of a mail of ours gives or promises for nothing, at most `most` sentences,
    in order. `new`: the stretches that `new_text` gives; as much of them is read as for trade."""
    found: list[Given] = []
    for span in stretches(new):
        found += _moved(_given(span.of(text)), span.start)
    return tuple(found[:most])


def _given(part: str) -> Iterator[Given]:
    plain, them = words(part)
    if _COMMON.isdisjoint(them) and not any(cue in plain for cue in _SHORT):
        return
    languages = [
        one
        for one in _LANGUAGES
        if not one.common.isdisjoint(them) or any(cue in plain for cue in one.short)
    ]
    if not languages or len(plain) != len(part):
        return
    sentences: Sequence[Span] = ()
    seen: dict[Span, Given] = {}
    for language in languages:
        places = sorted(_cues(plain, language))
        if not places:
            continue
        sentences = sentences or tuple(_sentences(plain))
        for sentence in sentences:
            if sentence in seen or not _holds(sentence, places):
                continue
            if given := _in_sentence(plain, sentence, language):
                seen[sentence] = given
    yield from (seen[sentence] for sentence in sorted(seen))


def _cues(plain: str, language: Giving) -> Iterator[int]:
    """Where words stand of which a sentence that gives holds one."""
    for cue in language.cues:
        place = plain.find(cue)
        while place >= 0:
            yield place
            place = plain.find(cue, place + 1)


def _holds(sentence: Span, places: Sequence[int]) -> bool:
    at = bisect_left(places, sentence.start)
    return at < len(places) and places[at] < sentence.end


def _sentences(plain: str) -> Iterator[Span]:
    begin = 0
    for mark in _BREAK.finditer(plain):
        yield Span(begin, mark.end())
        begin = mark.end()
    yield Span(begin, len(plain))


def _in_sentence(plain: str, sentence: Span, language: Giving) -> Given | None:
    said = sentence.of(plain)
    if len(said) > _LONGEST or said.rstrip("\"')] \n").endswith("?"):
        return None
    if _ADVERT.search(said):
        return None
    for phrase in language.phrases:
        for match in phrase.pattern.finditer(said):
            if _gives(said, match, language):
                kind = phrase.kind or _thing(said, match, language)
                at = Span(sentence.start + match.start(), sentence.start + match.end())
                return Given(kind, at, _trimmed(plain, sentence))
    return None


def _gives(said: str, match: re.Match[str], language: Giving) -> bool:
    """Whether the phrase stands: between us and them, not denied, not asked for by us."""
    begin, end = _clause(said, match)
    return bool(
        language.between.search(said)
        and not language.denied.search(said, begin, match.start())
        and not language.denied_after.search(said, match.end(), end)
        and not language.wished.search(said, begin, end)
    )


def _clause(said: str, match: re.Match[str]) -> tuple[int, int]:
    """The part of the sentence round the phrase."""
    begin = max((m.end() for m in _CLAUSE.finditer(said, 0, match.start())), default=0)
    after = _CLAUSE.search(said, match.end())
    return begin, after.start() if after else len(said)


def _thing(said: str, match: re.Match[str], language: Giving) -> GiveawayKind:
    """The kind of the thing that is named nearest to the phrase; a favour where none is."""
    nearest = [
        (_distance(place, match), thing.kind)
        for thing in language.things
        for place in thing.pattern.finditer(said)
        if thing.kind
    ]
    return min(nearest, default=(0, GiveawayKind.FAVOUR))[1]


def _distance(place: re.Match[str], match: re.Match[str]) -> int:
    return max(place.start() - match.end(), match.start() - place.end(), 0)


def _moved(found: Iterator[Given], by: int) -> Iterator[Given]:
    for one in found:
        yield Given(
            one.kind,
            Span(one.at.start + by, one.at.end + by),
            Span(one.sentence.start + by, one.sentence.end + by),
        )


def _trimmed(plain: str, sentence: Span) -> Span:
    said = sentence.of(plain)
    start = sentence.start + len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip()))
