"""Looks up what is known of threads: Message-IDs, the ids mails refer to, links."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kith.ledger import bulk
from kith.ledger.threads.joining import Link
from kith.ledger.threads.models import KEY


class KnownKey(NamedTuple):
    """A Message-ID met before: its mail (None where only referred to) and its thread."""

    activity_id: int | None
    thread_id: int


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A Message-ID's row: its mail is None where it is only referred to."""

    id: int
    key: bytes
    activity_id: int | None
    thread_id: int


def known_keys(keys: Iterable[bytes]) -> dict[bytes, KnownKey]:
    """Those of the Message-IDs that were met before."""
    statement = "SELECT key, activity_id, thread_id FROM ledger_mailkey WHERE key IN ({values})"
    return {bytes(k): KnownKey(a, t) for k, a, t in bulk.select_in(statement, set(keys))}


def keys_of(threads: Iterable[int]) -> list[HeldKey]:
    """All Message-IDs of the threads, known and only referred to."""
    statement = (
        "SELECT id, key, activity_id, thread_id FROM ledger_mailkey WHERE thread_id IN ({values})"
    )
    return [HeldKey(pk, bytes(k), a, t) for pk, k, a, t in bulk.select_in(statement, threads)]


def references_of(activities: Iterable[int]) -> dict[int, list[bytes]]:
    """The Message-IDs that each of the mails refers to; none for those that refer to nothing."""
    statement = (
        "SELECT activity_id, keys FROM ledger_threadreference WHERE activity_id IN ({values})"
    )
    return {
        pk: [bytes(keys[place : place + KEY]) for place in range(0, len(keys), KEY)]
        for pk, keys in bulk.select_in(statement, activities)
    }


def threads_of(activities: Iterable[int]) -> dict[int, int]:
    """The thread of each activity that has one."""
    statement = (
        "SELECT id, thread_id FROM ledger_activity WHERE thread_id IS NOT NULL AND id IN ({values})"
    )
    return dict(bulk.select_in(statement, activities))


def activities_of(threads: Iterable[int]) -> dict[int, int]:
    """Every activity of the threads, each with its thread."""
    return dict(
        bulk.select_in(
            "SELECT id, thread_id FROM ledger_activity WHERE thread_id IN ({values})", threads
        )
    )


def links_of(activities: Iterable[int]) -> Iterator[Link]:
    """The links of the activities, each with its activity as its node."""
    statement = (
        "SELECT key, day, refers, activity_id, kind FROM ledger_threadlink"
        " WHERE activity_id IN ({values})"
    )
    return _links(bulk.select_in(statement, activities))


def links_by(keys: Iterable[int]) -> Iterator[Link]:
    """The links of these keys, each with its activity's thread as its node."""
    statement = (
        "SELECT l.key, l.day, l.refers, a.thread_id, l.kind FROM ledger_threadlink l"
        " JOIN ledger_activity a ON a.id = l.activity_id WHERE l.key IN ({values})"
    )
    return _links(bulk.select_in(statement, keys))


def message_keys(activity_ids: Collection[int]) -> dict[int, list[bytes]]:
    """The Message-IDs each of the activities came under; every one has an entry."""
    found: dict[int, list[bytes]] = {pk: [] for pk in activity_ids}
    for pk, key in bulk.select_in(
        "SELECT activity_id, key FROM ledger_mailkey WHERE activity_id IN ({values}) ORDER BY id",
        activity_ids,
    ):
        found[pk].append(bytes(key))
    return found


def linked(activity_ids: Collection[int]) -> dict[int, set[int]]:
    """Those of the activities that are linked, each with the kinds of its links."""
    statement = (
        "SELECT DISTINCT activity_id, kind FROM ledger_threadlink WHERE activity_id IN ({values})"
    )
    found: dict[int, set[int]] = {}
    for pk, kind in bulk.select_in(statement, activity_ids):
        found.setdefault(pk, set()).add(kind)
    return found


def _links(rows: Iterable[tuple[int, date | str, bool, int, int]]) -> Iterator[Link]:
    for key, day, refers, node, kind in rows:
        when = day if isinstance(day, date) else date.fromisoformat(day)
        yield Link(key, when, refers=bool(refers), node=node, kind=kind)
