"""Rids the full-text index of words that nothing in it bears any more."""

from django.db import connection

from kith.ledger.guard import writer
from kith.ledger.rights.models import User

INDEXES = ("ledger_search", "ledger_search_account", "ledger_search_contact")


@writer
def optimise(*, actor: User | None) -> None:  # noqa: ARG001
    """Merges SQLite's indexes into one piece: what was deleted stays in older ones until then.

    PostgreSQL's rows hold their words themselves, and lose them with the row.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for name in INDEXES:
                cursor.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608
