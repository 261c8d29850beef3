"""By which words a mail is known again where another quotes it.

Robust to quoting signs, re-wrapping and what was cut off below: only words count, and of these only
the first `WORDS`. Fewer than `FEWEST` are no fingerprint: "thanks" is said by everybody.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from kith.reading.attributions import attributions
from kith.reading.headers_in_text import below_headers
from kith.reading.marks import first_mark
from kith.reading.quotes import new_text, old_text
from kith.reading.span import Span

WORDS = 24
FEWEST = 12
READ = 3_000  # characters of a quoted mail that are looked at

_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"^ ?>[ ]?", re.MULTILINE)
_QUOTED_LINES = re.compile(r"(?:^ ?>[^\n]*\n?)+", re.MULTILINE)


def said(text: str, new: Sequence[Span]) -> str | None:
    """The first words that this mail says itself; None where they are too few."""
    return _words(span.of(text) for span in new)


def quoted(text: str, new: Sequence[Span]) -> str | None:
    """The first words that the topmost mail quoted in this one said; None if none or too few."""
    for span in old_text(text, new):
        body = _quoted_mail(text[span.start : min(span.end, span.start + READ)])
        if body and (words := said(body, new_text(body))):
            return words
    return None


def _quoted_mail(old: str) -> str:
    """The text of the first mail in what is not new, without signs, attribution and headers."""
    mark = first_mark(old, len(old))
    lines = _QUOTED_LINES.search(old, 0, mark)
    if lines:
        signed = (found[0] for found in _QUOTED_LINES.finditer(old, lines.start()))
        return _SIGN.sub("", "".join(signed))
    if mark < len(old):
        return old[below_headers(old, mark) :]
    first = min(attributions(old, len(old)), default=None)
    return old[first.end :] if first else ""


def _words(texts: Iterable[str]) -> str | None:
    found = (match[0] for text in texts for match in _WORD.finditer(text))
    words = list(islice(found, WORDS))
    return " ".join(words).casefold() if len(words) >= FEWEST else None
