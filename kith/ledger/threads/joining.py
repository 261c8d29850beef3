"""Which mails are one thread. Pure: the writer looks things up, this decides.

Two mails are joined when one refers to the other (or both to a third); when at least one of them
carries no references and they share folded subject and outside person within 30 days; or when one
quotes, at most 90 days later, the words by which the other begins, and they share an outside
person. Each of these looks at two mails alone, and joining is transitive: so the order in which
mails arrive makes no difference, and a mail taken away leaves what had been without it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

WINDOW_DAYS = 30
QUOTED_DAYS = 90
SUBJECT, SAID, QUOTES = 1, 2, 3  # what a link is by: as ThreadLink says


class Link(NamedTuple):
    """A mail's claim on a subject (or on words) x person: the day, whether it has references.

    A named tuple, as are all of which an import makes one or more for each mail.
    """

    key: int
    day: date
    refers: bool
    node: int
    kind: int = SUBJECT


@dataclass(slots=True)
class Joins:
    """A union-find over thread ids. The smallest id of a set stands for it."""

    parent: dict[int, int] = field(default_factory=dict)

    def find(self, node: int) -> int:
        root = node
        while (above := self.parent.get(root, root)) != root:
            root = above
        while node != root:
            self.parent[node], node = root, self.parent.get(node, node)
        return root

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self.parent[high] = low

    def moved(self, nodes: Iterable[int]) -> dict[int, int]:
        """Those of the nodes that another now stands for."""
        return {node: root for node in nodes if (root := self.find(node)) != node}


def join_by_reference(
    joins: Joins, mails: Sequence[tuple[int, Iterable[bytes]]], known: Mapping[bytes, int]
) -> dict[bytes, int]:
    """Joins mails that name a common Message-ID. Returns the thread of every id named."""
    threads = dict(known)
    for node, keys in mails:
        for key in keys:
            joins.join(node, threads.setdefault(key, node))
    return threads


def join_by_links(joins: Joins, links: Iterable[Link]) -> None:
    """Joins mails of one subject and person within the window, one of them unreferenced; and mails
    that quote with those that said it.
    """
    by_key: dict[int, list[Link]] = {}
    for link in links:
        by_key.setdefault(link.key, []).append(link)
    for group in by_key.values():
        group.sort(key=lambda link: (link.day, link.node))
        kinds = {link.kind for link in group}
        if SUBJECT in kinds:
            for one, other in _pairs([link for link in group if link.kind == SUBJECT]):
                joins.join(one.node, other.node)
        if QUOTES in kinds and SAID in kinds:
            _join_quotes(joins, group)


def _join_quotes(joins: Joins, group: Sequence[Link]) -> None:
    """Joins each quote with all who said so in the days before it, every neighbour of them once."""
    said = [link for link in group if link.kind == SAID]
    low = high = chained = 0
    for quote in group:
        if quote.kind != QUOTES:
            continue
        while high < len(said) and said[high].day <= quote.day:
            high += 1
        while low < high and (quote.day - said[low].day).days > QUOTED_DAYS:
            low += 1
        if low < high:
            joins.join(quote.node, said[high - 1].node)
        for place in range(max(low, chained), high - 1):
            joins.join(said[place].node, said[place + 1].node)
        chained = max(chained, high - 1)


def apart(mails: Mapping[int, Iterable[bytes]], links: Iterable[Link]) -> dict[int, int]:
    """For each mail the smallest mail it still hangs together with, by what these alone say.

    `mails`: the Message-IDs each names, its own included; a link's node is its mail.
    """
    joins = Joins()
    join_by_reference(joins, list(mails.items()), {})
    join_by_links(joins, links)
    return {mail: joins.find(mail) for mail in mails}


def _pairs(group: Sequence[Link]) -> Iterator[tuple[Link, Link]]:
    """Enough pairs for the closure: each mail with the nearest earlier ones it may be joined to.

    An unreferenced mail is joined to its nearest neighbour of any sort, a referring one to its
    nearest unreferenced one; a chain of near neighbours then reaches all the rest.
    """
    last: Link | None = None
    last_plain: Link | None = None
    referring_since_plain: list[Link] = []
    for link in group:
        if link.refers:
            if last_plain and _near(last_plain, link):
                yield last_plain, link
            referring_since_plain.append(link)
        else:
            if last and _near(last, link):
                yield last, link
            yield from ((r, link) for r in referring_since_plain if _near(r, link))
            referring_since_plain, last_plain = [], link
        last = link


def _near(one: Link, other: Link) -> bool:
    return abs((other.day - one.day).days) <= WINDOW_DAYS
