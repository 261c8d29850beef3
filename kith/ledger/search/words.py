"""Texts as words, cut and folded as the index does it, on both databases the same. Pure.

SQLite's unicode61 tokenizer is the model: runs of letters and digits, without case, Latin letters
without accents. On PostgreSQL, whose own parser would take addresses, numbers and hyphens apart in
ways of its own, the words made here go into the index as they are.
"""

import re
import unicodedata
from collections.abc import Iterator

# The combining accents that unicode61 drops inside a word.
_ACCENTS = "".join(chr(768 + i) for i in range(50) if (0x08029FDF | 0x000361F8 << 32) >> i & 1)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_ACCENTS}])*")


class _Folds(dict[int, str]):
    """How each letter is folded, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


_FOLDS = _Folds()


def words(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return [_folded(word) for word in _WORD.findall(text)]


def places(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, folded, and where each begins and ends."""
    for found in _WORD.finditer(text):
        yield _folded(found[0]), found.start(), found.end()


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else word.translate(_FOLDS)


def _fold(letter: str) -> str:
    if letter in _ACCENTS:
        return ""
    low = letter.casefold()
    if len(low) > 1:  # 'ß' stays what it is
        low = letter.lower()
    parts = unicodedata.normalize("NFD", low)
    plain = parts[0].isascii() and all(unicodedata.combining(mark) for mark in parts[1:])
    return parts[0] if plain else low
