"""When SQLite moves what was written from its log into the ledger's file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

from django.db import connection

USUAL = 4_000  # pages of 8 kB in the log, as the settings say
SELDOM = 16_000  # 128 MB of log: a page that an import touches again and again is moved fewer times
EVERY = 2.0  # seconds


@contextmanager
def seldom(*, every: float = EVERY) -> Iterator[None]:
    """Whoever writes moves it a quarter as often, and finds most of it moved: a second connection
    does so beside it, which waits for the disk in its stead.

    Nothing is less safe for it: the log is as good as the file, and is read like it.
    """
    file = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or not Path(file).is_file():
        yield
        return
    over = Event()
    beside = Thread(target=move, args=(file, every, over), daemon=True)
    beside.start()
    try:
        _after(SELDOM)
        yield
    finally:
        _after(USUAL)
        over.set()
        beside.join()


def move(file: str, every: float, over: Event) -> None:
    """Until it is `over`; or until the disk takes no more, of which whoever writes will tell."""
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as log:
            while not over.wait(every):
                log.execute("PRAGMA wal_checkpoint(PASSIVE)")
    except sqlite3.Error:
        return


def _after(pages: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA wal_autocheckpoint={pages:d}")
