"""Takes one person's addresses and names out of a text. Pure.

A full name or an address is theirs wherever it stands. A given name, a surname or the part before
the `@` alone is theirs only near them: in a mail that speaks of them or that they were in.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kith.reading.span import Span

MARK = "[erased]"
NOTHING = "(?!)"  # a pattern that is nowhere

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASCII = re.compile(r"[a-z]{2,}")
# Between two words of a name: spaces, a comma, and where a line broke in a quoted mail, its marks.
_BETWEEN = r"[\s,.>|_*-]{1,12}"
_AT = r"(?:@|%40|&\#64;|\s?[\[(]\s?at\s?[\])]\s?)"
# `cleo@client.example.com` is another's, `cleo@client.example.mbox` is a file of hers.
_NO_LONGER = r"(?!\.(?!(?:eml|mbox|mbx|msg|pst|zip|gz|txt|csv|json)(?![\w-]))\w)"
# A name before an address: all of it where it is quoted or follows a colon (`From: Cleo M. Crane`),
# else its last two words ("On Monday Cleo Crane <cleo@…> wrote").
_NAME_BEFORE = re.compile(r"([\"':]\s*)?([^\W\d_][\w .,'’-]{2,60}?)[\"']?\s*[<\[(](?:mailto:)?$")
LONGEST_NAME = 80  # characters looked at before an address
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_WRITTEN_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"}
SHORTEST_LOCAL = 4  # letters: below, the part before the @ is a syllable of other words
SHORTEST_WORD = 2


class Erased(NamedTuple):
    """A text without them, and which spans of the text before were taken out."""

    text: str
    spans: tuple[Span, ...]

    def moved(self, position: int, *, ends: bool = False) -> int:
        """Where a position of the text before is now. One inside a span that was taken out falls on
        the mark's beginning, or on its end for a position that `ends` something."""
        shift = 0
        for span in self.spans:
            if position >= span.end:
                shift += len(MARK) - (span.end - span.start)
            elif position > span.start:
                return span.start + shift + (len(MARK) if ends else 0)
        return position + shift


@dataclass(frozen=True, slots=True)
class Person:
    """Whom to take out: their addresses, folded, and the names they go by.

    `common` are names that somebody else bears too: they count near the person alone. `also` are
    theirs wherever they stand, single words too: somebody said so.
    """

    addresses: tuple[str, ...]
    names: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    _far: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _needles: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _words: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        far = [*map(_address, self.addresses)]
        far += [form for name in self.names for form in _full_names(words_of(name))]
        far += [_said(words_of(name)) for name in self.also if words_of(name)]
        object.__setattr__(self, "_far", _any(far))
        object.__setattr__(self, "_needles", tuple(_needles(self)))
        every = (*self.names, *self.common, *self.also)
        words = {word for name in every for word in words_of(name) if len(word) >= SHORTEST_WORD}
        object.__setattr__(self, "_words", frozenset(words))

    def is_in(self, text: str) -> bool:
        """Whether the text bears an address or a full name of theirs."""
        folded = text.casefold()
        return any(needle in folded for needle in self._needles) and bool(self._far.search(text))

    def erased(self, text: str) -> Erased:
        """The text without their addresses and full names."""
        return _without(text, self._far)

    def names_beside(self, text: str) -> set[str]:
        """Full names that stand before their addresses in the text: how that mail calls them."""
        if not self.is_in(text):
            return set()
        every = _any(map(_address, self.addresses)).finditer(text)
        return {name for match in every if (name := name_before(text, match.start()))}

    def erased_near(self, text: str, *, others: Iterable[str] = ()) -> Erased:
        """The same for a mail that has to do with them: single words of their names go too, but for
        those that are also in the names of `others` in it."""
        met = {word.casefold() for name in others for word in words_of(name)}
        return _without(text, _near(self, frozenset(met & {w.casefold() for w in self._words})))


@lru_cache(maxsize=256)
def _near(person: Person, spare: frozenset[str]) -> re.Pattern[str]:
    """All that is theirs near them, but for the words to spare. Most mails spare none."""
    far = [person._far.pattern] if person._far.pattern != NOTHING else []
    near = [form for name in person.common for form in _full_names(words_of(name))]
    near += [_local(address) for address in person.addresses if _is_telling(address, spare)]
    words = [word for word in sorted(person._words) if word.casefold() not in spare]
    return _any([*far, *near], as_written=map(_word, words))


def name_before(text: str, address_from: int) -> str:
    """The full name that stands before an address, as in `Cleo Crane <cleo@…>`; '' if none does."""
    found = _NAME_BEFORE.search(text[max(address_from - LONGEST_NAME, 0) : address_from])
    if found is None:
        return ""
    words = words_of(found[2].rpartition("\n")[2])
    return " ".join(words if found[1] else words[-2:]) if len(words) > 1 else ""


def words_of(name: str) -> list[str]:
    """The words of a name, initials included."""
    return _WORD.findall(unicodedata.normalize("NFC", name))


def _without(text: str, pattern: re.Pattern[str]) -> Erased:
    spans = tuple(Span(*match.span()) for match in pattern.finditer(text))
    return Erased(pattern.sub(MARK, text) if spans else text, spans)


def _any(forms: Iterable[str], as_written: Iterable[str] = ()) -> re.Pattern[str]:
    """Longest first: of two names that begin alike the whole one goes."""
    either = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    parts = [f"(?i:{either})"] if either else []
    return re.compile("|".join([*parts, *as_written]) or NOTHING)


def _address(address: str) -> str:
    local, _, domain = address.rpartition("@")
    # `%20cleo@…` and `mailto%3Acleo@…` are hers, `macleo@…` is another's.
    begins = r"(?:(?<![\w.+-])|(?<=%20)|(?<=%3a)|(?<=%3c))"
    return f"{begins}{_letters(local)}{_AT}{_letters(domain)}(?![\\w-]){_NO_LONGER}"


def _local(address: str) -> str:
    return f"(?<![\\w.+-]){_letters(address.rpartition('@')[0])}(?![\\w-])"


def _is_telling(address: str, spare: Collection[str]) -> bool:
    local = address.rpartition("@")[0]
    return len(local) >= SHORTEST_LOCAL and local not in spare


def _full_names(words: list[str]) -> Iterator[str]:
    """First name first and last name first, with the middle names and without."""
    if len(words) < 2:
        return
    first, last = words[0], words[-1]
    for order in {tuple(words), (last, *words[:-1]), (first, last), (last, first)}:
        yield f"{_BEFORE}{_BETWEEN.join(map(_letters, order))}s?{_AFTER}"


def _said(words: list[str]) -> str:
    return f"{_BEFORE}{_BETWEEN.join(map(_letters, words))}s?{_AFTER}"


def _word(word: str) -> str:
    """One word of a name as names are written: `Will` and `WILL`, not `will`."""
    forms = {word, word.capitalize(), word.title(), word.upper()} - {word.lower()} or {word}
    either = "|".join(sorted(map(_letters, forms)))
    return f"{_BEFORE}(?:{either})s?{_AFTER}"


def _letters(text: str) -> str:
    """Every letter as it may be written: composed or not, without its accent, spelt out."""
    return "".join(map(_letter, unicodedata.normalize("NFC", text)))


def _letter(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    spelt = _WRITTEN_OUT.get(letter.lower(), "")
    forms = {letter, apart, plain, spelt.capitalize() if letter.isupper() else spelt} - {""}
    if len(forms) == 1:
        return re.escape(letter)
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})"


def _needles(person: Person) -> Iterator[str]:
    """What a text must hold, folded, to be worth a closer look: a plain run of each form."""
    for address in person.addresses:
        yield _plain_run(address.rpartition("@")[0])
    for name in person.names:
        words = words_of(name)
        if len(words) > 1:
            yield _plain_run(max((words[0], words[-1]), key=len))
    for name in person.also:
        yield from [_plain_run(max(words, key=len)) for words in [words_of(name)] if words]


def _plain_run(text: str) -> str:
    """The longest run of letters that is written in one way only; '' is in every text."""
    runs = _ASCII.findall("".join(c if c.isascii() else " " for c in text.casefold()))
    return max(runs, key=len, default="")
