"""Makes the index forget for good: what was taken out of it stands in old segments until then."""

from django.db import connection

from kith.ledger.guard import writer
from kith.ledger.rights.models import User

PAGES = 200  # of the index, merged in one transaction: tens of milliseconds


@writer
def begin_compacting(*, actor: User | None) -> None:  # noqa: ARG001
    """Asks for all of SQLite's segments to become one. PostgreSQL's index has none."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_search (ledger_search, rank) VALUES ('merge', %s)", [-PAGES]
            )


@writer
def compact_further(*, actor: User | None) -> bool:  # noqa: ARG001
    """One step of it. False: there is nothing left to merge."""
    if connection.vendor != "sqlite":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT total_changes()")
        before = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO ledger_search (ledger_search, rank) VALUES ('merge', %s)", [PAGES]
        )
        cursor.execute("SELECT total_changes()")
        return bool(cursor.fetchone()[0] - before > 1)
