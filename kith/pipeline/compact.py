"""Writes the search index and the database anew: what was deleted stands in freed bytes until then.

On PostgreSQL the server decides when freed bytes are overwritten; see docs/privacy.md.
"""

from django.db import connection

from kith.ledger.search.compact_writers import begin_compacting, compact_further


def compact() -> None:
    """Leaves nothing in the database's file but its rows. Takes as long as to copy the file.

    Nobody else can write meanwhile on SQLite. Does nothing inside a transaction, where no
    database can be written anew.
    """
    if connection.in_atomic_block:
        return
    begin_compacting(actor=None)
    while compact_further(actor=None):
        pass
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
