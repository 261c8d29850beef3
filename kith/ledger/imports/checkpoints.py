"""How often SQLite moves what was written from its log into the ledger's file."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

USUAL = 4_000  # pages of 8 kB in the log, as the settings say
SELDOM = 16_000  # 128 MB of log: a page that an import touches again and again is moved fewer times


@contextmanager
def seldom() -> Iterator[None]:
    """Moves it a quarter as often, for this connection; the next thing written catches up.

    Nothing is less safe for it: the log is as good as the file, and is read like it.
    """
    _after(SELDOM)
    try:
        yield
    finally:
        _after(USUAL)


def _after(pages: int) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA wal_autocheckpoint={pages:d}")
