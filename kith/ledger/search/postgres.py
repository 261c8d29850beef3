"""Rows of the index on PostgreSQL, newest first: tsvector under a GIN index."""

from collections.abc import Sequence

from django.db import connection

from kith.ledger.search.asked import Term
from kith.ledger.search.vector import LONGEST

_ROWS = """
SELECT place FROM ledger_search
WHERE words @@ %s::tsquery AND sees @@ %s::tsquery AND place >= %s AND place < %s
ORDER BY place DESC LIMIT %s
"""


class Sought:
    """The terms, made ready. `partial` as on SQLite; here it never is."""

    def __init__(self, terms: Sequence[Term], tokens: Sequence[str]) -> None:
        self.partial = False
        self._words = " & ".join(f"({_query(term)})" for term in terms)
        self._sees = " | ".join(f"'{token}'" for token in tokens)

    def rows(self, since: int, until: int, limit: int) -> list[int]:
        """Row ids from `since` up to `until` (exclusive), the highest first."""
        with connection.cursor() as cursor:
            cursor.execute(_ROWS, [self._words, self._sees, since, until, limit])
            return [row for (row,) in cursor.fetchall()]


def _query(term: Term) -> str:
    """As a tsquery. Words hold letters and digits only, so nothing has to be escaped."""
    quoted = [f"'{word[:LONGEST]}'" for word in term.words]
    return " <-> ".join([*quoted[:-1], quoted[-1] + (":*" if term.begins else "")])
