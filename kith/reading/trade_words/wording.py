"""The form in which a language's words of trade are written down."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kith.terms.words import Says

_APART = r"[\W_]{1,3}"  # between two words of a phrase, also over a line's end
_MAYBE_APART = r"[\W_]{0,3}"
_GAP = r"\b[^|]{0,40}?\b"  # a few words, never from one cell of a table to the next
_NOT_AFTER = re.compile(r"\(\?<!(\w+) \)")


class Wording(NamedTuple):
    """One way of saying one thing. `cue`: a word of it that few other mails hold.

    `says`: of terms.words.Says, as a plain number: members of an enum are slow to look up.
    """

    cue: str
    says: int
    pattern: re.Pattern[str]


def wordings(says: Says, *phrases: tuple[str, ...]) -> Iterator[Wording]:
    """Each of `phrases`: its cues, parted by spaces, then the forms in which they say it.

    A form is a regular expression in which a space stands for what parts two words (` ?` for what
    may) and `...` for a few words; it begins and ends with whole words. All is lower case, without
    accents.
    """
    for cues, *forms in phrases:
        pattern = re.compile(rf"\b(?:{'|'.join(map(_expanded, forms))})\b")
        for cue in cues.split():
            yield Wording(cue, int(says), pattern)


def _expanded(form: str) -> str:
    form = _NOT_AFTER.sub(r"(?<!\1[\\W_])", form)
    return form.replace("...", _GAP).replace(" ?", _MAYBE_APART).replace(" ", _APART)
