"""One number for the ledger's content, the same on both databases and in any order of imports.

Every line of `content` is hashed by itself, and the hashes are added up: a sum has no order, so
nothing is sorted, no database's collation matters, and memory stays flat whatever the size. A sum
also counts doubles, which an exclusive-or would cancel. It tells two ledgers apart that differ by
chance or by a fault; it is no proof against somebody who builds lines to collide.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connection, transaction

from kith.ledger.whole.content import LINES, SETS

BYTES = 32
_MODULUS = 1 << (8 * BYTES)
_SOME = 5_000  # rows fetched at a time


def content_hash() -> str:
    """64 hexadecimal digits. Of an empty ledger: all noughts.

    Reads the ledger as it stands: two hashes are to be compared while nothing is imported.
    """
    total = 0
    for kind, statement in LINES.items():
        total += _sum(_digest(kind, row) for row in _rows(statement))
    for kind, statement in SETS.items():
        for _, members in groupby(_rows(statement), key=itemgetter(0)):
            total += _digest(kind, [_sum(_digest("", row[1:]) for row in members)])
    return f"{total % _MODULUS:0{2 * BYTES}x}"


def _rows(statement: str) -> Iterator[tuple[Any, ...]]:
    """A statement's rows as they come, never all of them in memory.

    On PostgreSQL a cursor on the server lives in a transaction; on SQLite there is none to open, as
    it would wait for whoever writes.
    """
    if connection.vendor == "postgresql":
        with transaction.atomic():
            yield from _fetched(statement)
    else:
        yield from _fetched(statement)


def _fetched(statement: str) -> Iterator[tuple[Any, ...]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while rows := cursor.fetchmany(_SOME):
            yield from rows


def _sum(numbers: Iterable[int]) -> int:
    return sum(numbers) % _MODULUS


def _digest(kind: str, values: Iterable[object]) -> int:
    """Every value with its length before it, so that no two rows read alike."""
    line = blake2b(kind.encode(), digest_size=BYTES)
    for value in values:
        plain = _plain(value)
        line.update(b"%d:" % len(plain))
        line.update(plain)
    return int.from_bytes(line.digest())


def _plain(value: object) -> bytes:
    """A value as bytes, however the database's driver gives it: instants and days as text on one,
    as objects on the other; truths as 0 and 1, or not."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    if value is None:
        return b"\0"
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None)).encode()
    if isinstance(value, date):
        return str(value).encode()
    assert isinstance(value, int), value
    return b"%d" % value
