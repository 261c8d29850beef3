"""Rids the full-text index of words that nothing in it bears any more."""

from django.db import connection

from kith.ledger.guard import writer
from kith.ledger.rights.models import User

# Each index, and the table that has a row for all that is in it.
INDEXES = {
    "ledger_search": "ledger_searchentry",
    "ledger_search_account": "ledger_account",
    "ledger_search_contact": "ledger_contact",
}


@writer
def merge(name: str, pages: int, *, actor: User | None) -> bool:
    """Writes so many pages (of 4 kB) of a merge of all pieces of an index into one. False: nothing
    was left to be merged. A negative number begins it.

    An empty index is emptied at once: its merge writes no page, and would know no end.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {INDEXES[name]} LIMIT 1")  # noqa: S608
        if cursor.fetchone() is None:
            cursor.execute(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")  # noqa: S608
            return False
        before = connection.connection.total_changes
        cursor.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('merge', %s)", [pages])  # noqa: S608
        # The statement itself counts as one change (SQLite's documentation of FTS5, 6.7).
        return bool(connection.connection.total_changes - before > 1)
