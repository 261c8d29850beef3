"""A generated ledger, read by hand."""

import sqlite3
from pathlib import Path


def rows(ledger: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(ledger)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def faults(ledger: Path) -> list[tuple[object, ...]]:
    """What the database itself finds wrong: none is [("ok",)]."""
    return rows(ledger, "PRAGMA integrity_check") + rows(ledger, "PRAGMA foreign_key_check")
