"""What several tests of the demo ask of its mail."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import pairwise

from kith.demo import firm
from kith.demo.letter import Letter
from kith.demo.world import simulate

CLOCKS = (
    date(2026, 11, 20),  # a Friday
    date(2026, 5, 4),  # a Monday after a holiday
    date(2026, 1, 2),  # between the years
    date(2026, 1, 7),
    date(2027, 3, 30),  # the Tuesday after Easter
    date(2026, 8, 16),  # a Sunday, should a caller hand one in
    date(2028, 2, 29),
)
ASKING = re.compile(
    r"\?|\b(bitte|please|could you|can you|können sie|let me know)\b", re.IGNORECASE
)


@cache
def letters_of(clock: date) -> tuple[Letter, ...]:
    """The whole simulation of that day, made once a test run."""
    return tuple(simulate(clock))


def from_them(letters: Iterable[Letter], address: str) -> list[Letter]:
    return [one for one in letters if one.sender.address == address]


def to_them(letters: Iterable[Letter], address: str) -> list[Letter]:
    """Ours that name the address in To."""
    return [
        one
        for one in letters
        if one.sender.domain == firm.DOMAIN and any(who.address == address for who in one.to)
    ]


def gaps(letters: Iterable[Letter]) -> list[int]:
    """Days between the days on which they wrote."""
    days = sorted({one.moment.date() for one in letters})
    return [(later - earlier).days for earlier, later in pairwise(days)]


def threads(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Letters with customers by subject without prefixes and the outside address in them."""
    found: dict[tuple[str, str], list[Letter]] = defaultdict(list)
    for one in letters:
        outside = [who.address for who in (one.sender, *one.to) if who.domain != firm.DOMAIN]
        if outside:
            found[one.subject.removeprefix("Re: ").removeprefix("AW: "), outside[0]].append(one)
    return list(found.values())
