"""Reads a text once for all its copies, which lie in several folders and mailboxes. Pure."""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
KEPT = 8_192  # answers kept of one kind, without their texts: an import's memory stays flat


class Once(Generic[P, T]):
    """A pure function of texts, whose other arguments follow from them.

    A text is known by its length and its hash, 64 bits that are keyed anew in each process.
    """

    def __init__(self, read: Callable[P, T]) -> None:
        self._read = read
        self._known: dict[tuple[int, ...], T] = {}

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        texts = [one for one in args if isinstance(one, str)]
        key = (*map(hash, texts), *map(len, texts))
        if key not in self._known:
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[key] = self._read(*args, **kwargs)
        return self._known[key]
