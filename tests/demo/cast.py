"""What several tests of the demo ask of its mail."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import pairwise

from kith.demo import firm
from kith.demo.letter import Letter
from kith.demo.world import simulate

CLOCKS = (
    date(2026, 11, 23),  # a Monday: some days ago was a weekend
    date(2026, 1, 2),  # the first day after Christmas
    date(2027, 3, 30),  # the Tuesday after Easter
    date(2026, 8, 30),  # a Sunday as the holidays end, should a caller hand one in
)
ASKING = re.compile(
    r"\?|\b(bitte|please|could you|can you|können sie|let me know)\b", re.IGNORECASE
)


@cache
def letters_of(clock: date) -> tuple[Letter, ...]:
    """The whole simulation of that day, made once a test run."""
    return tuple(simulate(clock))


@cache
def sent_by(clock: date) -> Mapping[str, list[Letter]]:
    """By sender's address, oldest first; a machine's answers are nobody's mail."""
    found: dict[str, list[Letter]] = defaultdict(list)
    for one in letters_of(clock):
        if not one.automatic:
            found[one.sender.address].append(one)
    return found


@cache
def sent_to(clock: date) -> Mapping[str, list[Letter]]:
    """Ours, by each address that stands in To."""
    found: dict[str, list[Letter]] = defaultdict(list)
    for one in letters_of(clock):
        if one.sender.domain == firm.DOMAIN:
            for who in one.to:
                found[who.address].append(one)
    return found


def from_them(clock: date, address: str) -> list[Letter]:
    return sent_by(clock).get(address, [])


def to_them(clock: date, address: str) -> list[Letter]:
    return sent_to(clock).get(address, [])


def gaps(letters: Iterable[Letter]) -> list[int]:
    """Days between the days on which they wrote."""
    days = sorted({one.moment.date() for one in letters})
    return [(later - earlier).days for earlier, later in pairwise(days)]


def threads(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Letters with customers by subject without prefixes and the outside address in them."""
    found: dict[tuple[str, str], list[Letter]] = defaultdict(list)
    for one in letters:
        outside = [who.address for who in (one.sender, *one.to) if who.domain != firm.DOMAIN]
        if outside and not one.automatic:
            found[one.subject.removeprefix("Re: ").removeprefix("AW: "), outside[0]].append(one)
    return list(found.values())
