"""Rids the search index of what was deleted from it, without making anybody wait."""

from django.db import connection

from kith.ledger.rights.models import User
from kith.ledger.search.tidy_writers import INDEXES, merge

PAGES = 200  # written in one transaction


def optimise(*, actor: User | None) -> None:
    """Merges SQLite's indexes into one piece: what was deleted stays in older ones until then.

    In many small transactions. Cut off, it has done no harm, and is done anew from its beginning.
    PostgreSQL's rows hold their words themselves, and lose them with the row.
    """
    if connection.vendor == "sqlite":
        for name in INDEXES:
            pages = -PAGES
            while merge(name, pages, actor=actor):
                pages = PAGES
