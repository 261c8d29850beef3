"""The bytes that lie on the disk, and a guard over how they are read.

Whoever opens and closes a file of SQLite's lets go of all locks that its process holds on it (POSIX
locks are a process's, not a handle's). The next process to open the ledger then believes itself
alone and cuts the memory that both share, and this process dies of a bus error. So nothing in a
process that has the ledger open reads its files: not Kith, and not the tests.
"""

import subprocess
import sys
from pathlib import Path

from django.db import connections

ENDINGS = ("", "-wal", "-shm", "-journal")


def bytes_of(file: Path) -> bytes:
    """The file's bytes, read by another process."""
    done = subprocess.run(["cat", str(file)], stdout=subprocess.PIPE, check=True)
    return done.stdout


def stand_on() -> None:
    """From here on, opening a file of an open SQLite ledger is an error in this process."""
    sys.addaudithook(_opened)


def _opened(event: str, args: tuple[object, ...]) -> None:
    if event != "open" or not isinstance(args[0], str):
        return
    if args[0].endswith(ENDINGS[1:]) or ".db" in args[0]:
        _refuse_ledgers(args[0])


def _refuse_ledgers(path: str) -> None:
    for one in connections.all(initialized_only=True):
        if one.vendor == "sqlite" and one.connection is not None:
            name = str(one.settings_dict["NAME"])
            if path in {name + ending for ending in ENDINGS}:
                raise AssertionError(
                    f"{path} is open as a ledger here: reading it by hand drops SQLite's locks."
                    " Read it in another process (tests.disk.bytes_of, kith.pipeline.beside)."
                )
