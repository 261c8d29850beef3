"""Makes a generated ledger: Django's migrations for the schema, then SQL alone for the rows."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.cache import ROOT
from bench.ledger import trade as trade_rows
from bench.ledger.rows import TEMPORARY, statements
from bench.ledger.scale import Scale, Trade
from bench.ledger.texts import fill_texts

Schema = list[tuple[str, str, str]]


def build(home: Path, scale: Scale, report: Callable[[str, float], None]) -> None:
    """A ledger in `home`, as a KITH_HOME. Its schema is the migrated one to the letter.

    Secondary indexes are dropped while the rows go in, and made anew from their own statements.
    """
    migrate(home)
    with _filling(home) as connection:
        fill(connection, scale, report)


def build_with_texts(home: Path, scale: Scale, report: Callable[[str, float], None]) -> None:
    """The same, with a text for every activity, and all of them in the search index."""
    build(home, scale, report)
    with _filling(home) as connection:
        began = time.perf_counter()
        fill_texts(connection, scale)
        report("texts and their index", time.perf_counter() - began)


def build_with_trade(
    home: Path, scale: Scale, trade: Trade, report: Callable[[str, float], None]
) -> None:
    """The same, with products, invoices, gifts and price rises."""
    migrate(home)
    with _filling(home) as connection:
        connection.executescript(trade_rows.TEMPORARY)
        fill(connection, scale, report, more=trade_rows.statements(scale, trade))


@contextmanager
def _filling(home: Path) -> Iterator[sqlite3.Connection]:
    """A connection that writes as quickly as it can: a cut-off making is made anew."""
    connection = sqlite3.connect(home / "kith.db", isolation_level=None)
    try:
        connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;"
            "PRAGMA temp_store=MEMORY; PRAGMA threads=2; PRAGMA locking_mode=EXCLUSIVE;"
        )
        yield connection
    finally:
        connection.close()


def migrate(home: Path) -> None:
    """An empty ledger in `home`."""
    home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    settings = {"KITH_HOME": str(home), "DJANGO_SETTINGS_MODULE": "kith.config.settings"}
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    subprocess.run(command, cwd=ROOT, env=environment | settings, check=True)


def fill(
    connection: sqlite3.Connection,
    scale: Scale,
    report: Callable[[str, float], None],
    *,
    more: Iterable[tuple[str, str]] = (),
) -> None:
    """Puts the rows into a migrated, empty ledger; `more` after them, before its indexes."""
    before = schema(connection)
    indexes = [(name, sql) for kind, name, sql in before if kind == "index"]
    connection.executescript(TEMPORARY)
    for name, _ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    for name, sql in [*statements(scale), *more, *indexes]:
        began = time.perf_counter()
        connection.execute(sql)
        report(name, time.perf_counter() - began)
    if schema(connection) != before:
        raise RuntimeError("The generated ledger's schema is not the migrated one.")


def schema(connection: sqlite3.Connection) -> Schema:
    """Everything that is declared by a statement: (kind, name, statement)."""
    found = "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL ORDER BY 1, 2"
    return connection.execute(found).fetchall()
