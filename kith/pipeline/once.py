"""Reads a text once for all its copies, which lie in several folders and mailboxes. Pure."""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
# Answers of one kind that are kept at least, without their texts; twice as many at most. So an
# import's memory stays flat, and what is asked for again and again stays.
KEPT = 8_192
_NEVER = object()


class Once(Generic[P, T]):
    """A pure function of texts, whose other arguments follow from them.

    A text is known by its length and its hash, 64 bits that are keyed anew in each process.
    """

    def __init__(self, read: Callable[P, T]) -> None:
        self._read = read
        self._known: dict[tuple[int, ...], T] = {}
        self._before: dict[tuple[int, ...], T] = {}  # what was known until there was too much

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        texts = [one for one in args if isinstance(one, str)]
        key = (*map(hash, texts), *map(len, texts))
        known = self._known.get(key, _NEVER)
        if known is _NEVER:
            known = self._before.get(key, _NEVER)
            if known is _NEVER:
                known = self._read(*args, **kwargs)
            if len(self._known) >= KEPT:
                self._before, self._known = self._known, {}
            self._known[key] = cast("T", known)
        return cast("T", known)
