"""Whether a sentence names what a line of an invoice sold. Pure."""

import re
from collections.abc import Iterable

from kith.reading.trade import folded

SHORTEST = 4  # letters of a word that names something
_WORD = re.compile(r"[a-z0-9][a-z0-9.\-/]*[a-z0-9]|[a-z0-9]")


def names(sentence: str, thing: Iterable[str]) -> bool:
    """Whether the sentence holds a number or a longer word of the thing's; "seals" names a seal."""
    said = set(_WORD.findall(folded(sentence)))
    for text in thing:
        for word in _WORD.findall(folded(text)):
            if word in said and any(sign.isdigit() for sign in word):
                return True
            if len(word) >= SHORTEST and any(_alike(word, other) for other in said):
                return True
    return False


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST and long.startswith(short) and len(long) - len(short) <= 2
