"""A stretch of a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to, not with, `end`: characters of the text that was read."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]
