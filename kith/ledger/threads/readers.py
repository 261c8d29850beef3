"""Looks Message-IDs up, known or only referred to."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.ledger import bulk


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A Message-ID met before: its mail (None where only referred to) and its thread."""

    activity_id: int | None
    thread_id: int


def known_keys(keys: Iterable[bytes]) -> dict[bytes, KnownKey]:
    """Those of the Message-IDs that were met before."""
    statement = "SELECT key, activity_id, thread_id FROM ledger_mailkey WHERE key IN ({values})"
    return {bytes(k): KnownKey(a, t) for k, a, t in bulk.select_in(statement, set(keys))}
