"""Some mails of a batch, decided upon, as they are recorded in one transaction."""

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.people.sighted import Sighted
from kith.terms.records import Refusal


class MailChunk(NamedTuple):
    """Mails, everyone in them (each address once), what stays outside, and how far this brings us.

    `cursor`: the position of the last item; `bytes_done`: bytes of the source read for the chunk.
    `erased`: how many hashes of erased people were known then.
    """

    people: list[Sighted]
    mails: list[IncomingMail]
    left_out: list[Refusal]
    cursor: str
    bytes_done: int
    erased: int = 0

    @property
    def items(self) -> int:
        """How many items of the source it deals with."""
        return len(self.mails) + len(self.left_out)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled with plain tuples in it, which takes two thirds of the time on either side."""
        people, mails, *rest = self
        return _unpacked, (list(map(tuple, people)), list(map(tuple, mails)), *rest)


def _unpacked(people: list[tuple[Any, ...]], mails: list[tuple[Any, ...]], *rest: Any) -> MailChunk:
    return MailChunk(list(map(Sighted._make, people)), list(map(IncomingMail._make, mails)), *rest)


def together(chunks: Sequence[MailChunk]) -> MailChunk:
    """Chunks that follow one another, as one."""
    if len(chunks) == 1:
        return chunks[0]
    people: dict[str, Sighted] = {}
    for person in chain.from_iterable(chunk.people for chunk in chunks):
        known = people.get(person.address)
        people[person.address] = known.also(person.name) if known else person
    return MailChunk(
        people=list(people.values()),
        mails=list(chain.from_iterable(chunk.mails for chunk in chunks)),
        left_out=list(chain.from_iterable(chunk.left_out for chunk in chunks)),
        cursor=chunks[-1].cursor,
        bytes_done=sum(chunk.bytes_done for chunk in chunks),
        erased=chunks[0].erased,
    )
