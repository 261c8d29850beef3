"""Rids the full-text index of words that nothing in it bears any more."""

from django.db import connection

from kith.ledger.guard import writer
from kith.ledger.rights.models import User


@writer
def optimise(*, actor: User | None) -> None:  # noqa: ARG001
    """Merges SQLite's index into one piece: what was deleted stays in the older ones until then.

    PostgreSQL's rows hold their words themselves, and lose them with the row.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO ledger_search (ledger_search) VALUES ('optimize')")
