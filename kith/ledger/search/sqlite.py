"""Rows of the index on SQLite, newest first: FTS5, which walks its lists from the end by itself."""

from collections.abc import Iterator, Sequence

from django.db import connection

from kith.ledger.search.asked import Term

EXPANDED = 120  # longer words that a beginning stands for, at most
LAST = "\U0010ffff"
# One step to the next word costs 50 microseconds, whatever the number of mails that hold it.
_NEXT = "SELECT term FROM ledger_search_word WHERE term >= %s AND term < %s LIMIT 1"
_ROWS = """
SELECT rowid FROM ledger_search WHERE ledger_search MATCH %s AND rowid >= %s AND rowid < %s
ORDER BY rowid DESC LIMIT %s
"""


class Sought:
    """The terms, made ready. `partial`: a beginning stands for more words than are looked for."""

    def __init__(self, terms: Sequence[Term], tokens: Sequence[str]) -> None:
        self.partial = False
        found = [self._match(term) for term in terms]
        allowed = " OR ".join(f'"{token}"' for token in tokens)
        self._query = f"{{subject body}} : ({' AND '.join(found)}) AND sees : ({allowed})"

    def rows(self, since: int, until: int, limit: int) -> list[int]:
        """Row ids from `since` up to `until` (exclusive), the highest first."""
        with connection.cursor() as cursor:
            cursor.execute(_ROWS, [self._query, since, until, limit])
            return [row for (row,) in cursor.fetchall()]

    def _match(self, term: Term) -> str:
        """FTS5 would read all mails with a beginning before it gives the first, which of a frequent
        one takes seconds: its words, one by one, are as quick as words that were typed.
        """
        *before, last = term.words
        if not term.begins:
            return _quoted(term.words)
        ways = list(_going_on(last))
        self.partial |= len(ways) > EXPANDED
        return f"({' OR '.join(_quoted([*before, word]) for word in ways[:EXPANDED])})"


def _quoted(words: Sequence[str]) -> str:
    """As a phrase. Words hold letters and digits only, so nothing has to be escaped."""
    return f'"{" ".join(words)}"'


def _going_on(beginning: str) -> Iterator[str]:
    """The word itself, then what the index holds that begins with it: words before numbers."""
    yield beginning
    if beginning[-1].isdigit():
        yield from _between(f"{beginning}0", beginning + LAST)
    else:
        yield from _between(f"{beginning}a", beginning + LAST)
        yield from _between(f"{beginning}0", f"{beginning}a")


def _between(first: str, until: str) -> Iterator[str]:
    count = 0
    with connection.cursor() as cursor:
        while count <= EXPANDED:
            cursor.execute(_NEXT, [first, until])
            found = cursor.fetchone()
            if found is None:
                return
            yield found[0]
            first, count = f"{found[0]}\x01", count + 1
