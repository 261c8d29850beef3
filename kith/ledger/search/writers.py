"""Puts texts into the full-text index, with the tokens of those who may find them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.rights.models import User


@dataclass(frozen=True, slots=True)
class Indexed:
    """One activity's words, and audience tokens (`everyone`, `m12`: the owner of mailbox 12)."""

    activity_id: int
    subject: str
    body: str
    sees_subject: str
    sees_body: str

    @property
    def row(self) -> tuple[int, str, str, str, str]:
        return (self.activity_id, self.subject, self.body, self.sees_subject, self.sees_body)


_ADD = {
    "sqlite": "INSERT INTO ledger_search (rowid, subject, body, sees_subject, sees_body)"
    " VALUES (%s, %s, %s, %s, %s)",
    "postgresql": "INSERT INTO ledger_search (activity_id, subject, body, sees_subject, sees_body)"
    " VALUES (%s, to_tsvector('simple', %s), to_tsvector('simple', left(%s, 200000)),"
    " to_tsvector('simple', %s), to_tsvector('simple', %s))",
}


@writer
def index(texts: Iterable[Indexed], *, actor: User | None) -> None:  # noqa: ARG001
    """Adds texts that are not in the index yet."""
    bulk.update(_ADD[connection.vendor], [text.row for text in texts])


@writer
def reindex(pairs: Iterable[tuple[Indexed | None, Indexed]], *, actor: User | None) -> None:
    """Replaces texts: (as it was indexed, as it shall be). SQLite's index keeps no text of its own,

    so it can only forget a text that is told to it once more, word for word.
    """
    pairs = list(pairs)
    old = [before for before, _ in pairs if before]
    if connection.vendor == "sqlite":
        bulk.update(
            "INSERT INTO ledger_search"
            " (ledger_search, rowid, subject, body, sees_subject, sees_body)"
            " VALUES ('delete', %s, %s, %s, %s, %s)",
            [text.row for text in old],
        )
    else:
        bulk.update(
            "DELETE FROM ledger_search WHERE activity_id = %s", [[t.activity_id] for t in old]
        )
    index([after for _, after in pairs], actor=actor)
