"""Names as people write them, and the keys by which they sort and match. Pure."""

import re
import unicodedata
from functools import lru_cache

from kith.ledger.people.nicknames import STANDS_FOR

LONGEST = 300  # characters of a name and of its keys: what their columns hold

_QUOTES = "'\"“”‘’<> \t"
_COMMA = re.compile(r"^([^,()]+), ([^,()]+)$")
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_TITLES = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "miss", "herr", "frau", "mag", "dipl", "ing", "mba", "phd"}
    | {"cpa", "esq", "jr", "sr", "ii", "iii"}
)
# What address books add to a name to tell somebody's addresses apart: "Mara Voss (E-mail 2)".
_BOOK = re.compile(
    r"\s*\\?\((?:e-?mail|correo|courrier|posta|home|business|work|fax|mobile)\b[^()]*\)\s*\Z",
    re.IGNORECASE,
)
_UMLAUT = re.compile("(?<=[aou])e+")
_LEGAL = re.compile(r"\b(inc|llc|ltd|gmbh|corp|co|lp|plc|company|l\.p)\b\.?", re.IGNORECASE)


def fold(text: str) -> str:
    """Without case and accents: sorts and matches the same on both databases.

    Cut to `LONGEST`: one letter may fold to many.
    """
    if text.isascii():  # most are, and it is ten times as quick
        return text.casefold().strip()[:LONGEST].rstrip()
    parts = unicodedata.normalize("NFKD", text)
    folded = "".join(c for c in parts if not unicodedata.combining(c)).casefold()
    return folded.strip()[:LONGEST].rstrip()


def match_key(name: str) -> str:
    """By which a person is found under another form of their name: its words, folded and sorted,
    without titles and middle initials, short forms as the name they stand for, ü and ue alike.

    "Dr. Bob Müller-Voss", "Robert J. Mueller Voss" and "Voss, Robert Mueller" are one.
    """
    words = name_words(name)
    full = [word for word in words if len(word) > 1]
    kept = full if len(full) > 1 else words
    return " ".join(sorted({_WRITTEN_OUT.get(word, word) for word in kept}))


def name_words(name: str) -> list[str]:
    """Words and initials of a name in their order, folded, ü as u like ue; titles left out, and
    what stands in brackets."""
    bare = _IN_BRACKETS.sub(" ", name) if "(" in name or "[" in name else name
    return [_plain(word) for word in _NOT_WORD.split(fold(bare)) if word and word not in _TITLES]


def _plain(word: str) -> str:
    return _UMLAUT.sub("", word) if "e" in word else word


_WRITTEN_OUT = {_plain(form): _plain(name) for form, name in STANDS_FOR.items()}


@lru_cache(maxsize=4_096)  # the same people write again and again
def person_name(given: str) -> str:
    """A header's display name as one would write it, or '' where it names nobody."""
    name = _SPACE.sub(" ", given.strip(_QUOTES)).strip()
    if name.endswith(")"):
        name = _BOOK.sub("", name).strip(_QUOTES)
    if "@" in name or not any(c.isalpha() for c in name):
        return ""
    if (pair := _COMMA.match(name)) and not _LEGAL.search(name):
        name = f"{pair[2].strip()} {pair[1].strip()}"
    return name[:LONGEST]


def name_from_address(address: str) -> str:
    """`mara.voss@…` reads Mara Voss; a local part that is no name stays as it is written."""
    local = address.partition("@")[0]
    words = [word for word in re.split(r"[._]+", local) if word]
    if len(words) < 2 or not all(word.isalpha() for word in words):
        return address[:LONGEST]
    return " ".join(word.capitalize() for word in words)[:LONGEST]


def better_name(one: str, other: str) -> str:
    """The fuller of two names, whichever came first: more words, then longer, then the alphabet."""
    return max(one, other, key=lambda name: (min(len(name.split()), 4), len(name), name))


def account_name(domain: str) -> str:
    """A firm's name guessed from its domain: `lindner-brewery.example` reads Lindner Brewery."""
    label = domain.partition(".")[0]
    words = [word for word in re.split(r"[-_]+", label) if word] or [label]
    return " ".join(w.upper() if len(w) <= 3 else w.capitalize() for w in words)[:LONGEST]
