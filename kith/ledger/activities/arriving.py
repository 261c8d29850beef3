"""Which arrivals a chunk adds: who holds a mail, and under which of its Message-IDs. Pure.

One mail may lie in several places under several Message-IDs. The one it came under first is told
by a plain arrival, each other one by an arrival of its own; so that an undone batch takes with it
the Message-IDs, and the threads they joined, that no other batch brought.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

Seen = tuple[int, bytes | None]  # activity, the Message-ID's digest in a copy of it


class Holding(NamedTuple):
    """An activity's arrival. `key`: the other Message-ID it tells of in hex; '' in a plain one."""

    activity_id: int
    batch_id: int
    mailbox_id: int
    key: str


def doubles(seen: Iterable[Seen], new: Mapping[int, bytes | None]) -> Iterator[tuple[int, str]]:
    """Of mails that are new in the chunk: their copies there under other Message-IDs, each once."""
    told: set[Seen] = set()
    for pk, key in seen:
        if pk in new and key and key != new[pk] and (pk, key) not in told:
            told.add((pk, key))
            yield pk, key.hex()


def arriving(
    seen: Iterable[Seen], bound: Mapping[bytes, int | None], held: Sequence[Holding], batch_id: int
) -> Iterator[tuple[int, str]]:
    """Of mails known before the chunk: the arrivals that the batch lacks, (activity, key or '').

    `bound`: the activity each Message-ID named, before the chunk.
    """
    others = {(row.activity_id, row.key) for row in held if row.key}
    ours = {(row.activity_id, row.key) for row in held if row.batch_id == batch_id}
    for pk, key in seen:
        other = key is not None and (bound.get(key) != pk or (pk, key.hex()) in others)
        arrival = (pk, key.hex() if key and other else "")
        if arrival not in ours:
            ours.add(arrival)
            yield arrival


def unheld(
    keys: Mapping[int, Sequence[bytes]], held: Iterable[Holding], leaver: int
) -> dict[int, list[bytes]]:
    """The Message-IDs that a mail keeps without the leaving batch, where it loses any."""
    rows = list(held)
    others = {(row.activity_id, row.key) for row in rows if row.key}
    left = {(row.activity_id, row.key) for row in rows if row.batch_id != leaver}
    found = {}
    for pk, mine in keys.items():
        kept = [k for k in mine if (pk, k.hex() if (pk, k.hex()) in others else "") in left]
        if len(kept) < len(mine):
            found[pk] = kept
    return found
