"""What a mailbox's owner is in a mail that lies in their mailbox. Pure.

Mail in a sent folder counts as its owner's, whoever (an assistant) sent it. Received mail that
names its owner nowhere reached them under an alias, through a list or as a blind copy: it counts
as theirs. So does one that copies them and has no colleague in To. Each mailbox that holds a mail
makes its own claim, from what the mail itself says; so their order makes no difference.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kith.terms.words import Direction, Part, Side


class Present(NamedTuple):
    """A participant as the claim sees it; `colleague_id` None for outside persons.

    A named tuple: an import makes one of everybody in every mail.
    """

    address_id: int
    colleague_id: int | None
    part: int
    side: int


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of the mailbox, and the address it is known by."""

    address_id: int
    colleague_id: int


def claim(
    direction: str, *, by_owner: bool, owner: Owner, present: Iterable[Present]
) -> Iterator[Present]:
    """The participants to add, or to set to another side, for this owner's claim."""
    present = list(present)
    mine = [p for p in present if p.colleague_id == owner.colleague_id]
    if direction == Direction.OUT and by_owner:
        if not any(p.part in (Part.FROM, Part.SENDER) for p in mine):
            yield Present(owner.address_id, owner.colleague_id, Part.SENDER, Side.OURS)
            for p in present:
                if p.part == Part.FROM and p.side == Side.OURS:
                    yield Present(p.address_id, p.colleague_id, p.part, Side.BYSTANDER)
    elif direction == Direction.IN:
        if not mine:
            yield Present(owner.address_id, owner.colleague_id, Part.HOLDER, Side.OURS)
        elif not any(p.part == Part.TO and p.colleague_id is not None for p in present):
            first = min(mine, key=lambda p: (p.part, p.address_id))
            if first.side != Side.OURS:
                yield Present(first.address_id, first.colleague_id, first.part, Side.OURS)


def unclaimed(direction: str, present: Iterable[Present]) -> list[Present]:
    """The participants as the mail itself names them, whoever has claimed it: `claim` taken back.

    It relies on what no claim touches: received mail counts colleagues in To only, and mail of ours
    counts the colleague in From.
    """
    present = list(present)
    named = [p for p in present if p.part not in (Part.SENDER, Part.HOLDER)]
    claimed = len(named) < len(present)
    to = any(p.part == Part.TO and p.colleague_id is not None for p in named)
    return [
        p._replace(side=Side.OURS)
        if direction == Direction.OUT and claimed and p.part == Part.FROM and p.colleague_id
        else p._replace(side=Side.BYSTANDER)
        if direction == Direction.IN and not to and p.side == Side.OURS
        else p
        for p in named
    ]


def claimed_by(
    direction: str, present: Iterable[Present], owners: Iterable[tuple[Owner, bool]]
) -> list[Present]:
    """The participants once just these owners, each with `by_owner`, have claimed the mail."""
    base = unclaimed(direction, present)
    found = {(p.address_id, p.part): p for p in base}
    for owner, by_owner in sorted(owners, key=lambda each: each[0].address_id):
        there = list(found.values())
        for p in claim(direction, by_owner=by_owner, owner=owner, present=there):
            found[p.address_id, p.part] = p
    return list(found.values())
