"""By what a mail may be told to belong to another that it does not refer to: keys x person. Pure.

The person keeps apart what many are told in the same words.
"""

from collections.abc import Collection, Sequence
from hashlib import blake2b

from kith.pipeline.once import Once
from kith.reading.fingerprints import quoted, said
from kith.reading.span import Span

SHORTEST_SUBJECT = 3  # characters, folded: "hi" says nothing

Keys = tuple[int, ...]
_said, _quoted = Once(said), Once(quoted)


def subject_keys(folded: str, people: Collection[str]) -> Keys:
    """Digests of the folded subject; none where it says nothing."""
    return _keys(folded, people) if len(folded) >= SHORTEST_SUBJECT else ()


def word_keys(text: str, new: Sequence[Span], people: Collection[str]) -> tuple[Keys, Keys]:
    """Digests of the words the mail begins with, and of those with which the quoted one does."""
    if not (text and people):
        return (), ()
    own, others = _said(text, new), _quoted(text, new)
    return _keys(own, people, b"words"), _keys(others, people, b"words")


def _keys(words: str | None, people: Collection[str], space: bytes = b"") -> Keys:
    """63 bits: a positive bigint on both databases."""
    if not words:
        return ()
    digests = (
        blake2b(f"{words}\0{one}".encode(), digest_size=8, person=space).digest()
        for one in sorted(people)
    )
    return tuple(int.from_bytes(digest) >> 1 for digest in digests)
