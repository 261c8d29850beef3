"""Rids the database's files of what was deleted from its tables."""

from django.db import connection


def scrub() -> None:
    """Writes the file anew without the pages that deleted rows have left, and empties its log.

    On PostgreSQL: gives the space of deleted rows back for use. Outside a transaction only. While
    it runs (about a second for 300 MB) others read, and wait to write. Raises OperationalError
    where the disk has no room for a second copy; nothing has changed then.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM (ANALYZE)")
