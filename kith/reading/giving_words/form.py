"""The form in which a language's words of giving are written down."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kith.terms.trade_words import GiveawayKind

_APART = r"[^\w.:;!?]{1,3}"  # between two words of a phrase, also over a line's end
_GAP = r"\b[^|.!?]{0,60}?\b"  # a few words of the same sentence


class Phrase(NamedTuple):
    """Words that give. `kind` None: what is given, other words of the sentence say."""

    kind: GiveawayKind | None
    pattern: re.Pattern[str]


class Giving(NamedTuple):
    """How one language gives.

    - `common`, whole words, and `short`: a text that gives holds one of them, or one of these.
    - `cues`: one of them stands in every sentence that gives.
    - `phrases`: one of them stands in a sentence that gives.
    - `things`: what is given, by the words that name it; the nearest one counts.
    - `between`: who gives and who is given to: a sentence without either speaks of others.
    - `denied`: before or after the phrase, in its part of the sentence: nothing is given.
    - `wished`: it is we who ask for it, or are given it.
    """

    common: frozenset[str]
    cues: tuple[str, ...]
    short: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    things: tuple[Phrase, ...]
    between: re.Pattern[str]
    denied: re.Pattern[str]
    denied_after: re.Pattern[str]
    wished: re.Pattern[str]


def phrases(kind: GiveawayKind | None, *forms: str) -> Iterable[Phrase]:
    """One phrase of all the forms, each a pattern of whole words, lower case, without accents: a
    space stands for what parts two words, `...` for a few of them."""
    yield Phrase(kind, any_of(*forms))


def any_of(*forms: str) -> re.Pattern[str]:
    """A pattern of whole words that finds any of the forms."""
    return re.compile(rf"\b(?:{'|'.join(map(_expanded, forms))})\b")


def _expanded(form: str) -> str:
    return form.replace("...", _GAP).replace(" ", _APART)
