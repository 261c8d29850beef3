"""What an import writes goes from the log into the ledger's file while it goes on writing."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

from kith.ledger.imports.checkpoints import move

SLOW = 30.0  # seconds, on a machine that does much else


def test_what_lies_in_the_log_is_moved_beside_whoever_writes(tmp_path: Path) -> None:
    file, over = tmp_path / "kith.db", Event()
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("CREATE TABLE words (word TEXT)")
        before = file.stat().st_size
        beside = Thread(target=move, args=(str(file), 0.01, over))
        beside.start()
        writer.executemany("INSERT INTO words VALUES (?)", [("word" * 1_000,)] * 100)
        end = time.monotonic() + SLOW
        while file.stat().st_size < before + 100 * 4_000 and time.monotonic() < end:
            time.sleep(0.01)
        over.set()
        beside.join(SLOW)
        assert file.stat().st_size >= before + 100 * 4_000
        assert writer.execute("SELECT count(*) FROM words").fetchone() == (100,)


def test_a_ledger_that_cannot_be_opened_is_left_to_whoever_writes(tmp_path: Path) -> None:
    move(str(tmp_path / "no folder" / "kith.db"), 0.01, Event())
    assert list(tmp_path.iterdir()) == []
