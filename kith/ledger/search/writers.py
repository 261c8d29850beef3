"""Puts texts into the full-text index, with the tokens of those who may find them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from django.db import connection

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.rights.models import User
from kith.ledger.search.models import SearchEntry
from kith.ledger.search.places import place


@dataclass(frozen=True, slots=True)
class Indexed:
    """One activity's words, and audience tokens (`everyone`, `m12`: the owner of mailbox 12).

    `subject` and `body` are its subject and text as the ledger holds them, word for word.
    """

    activity_id: int
    subject: str
    body: str
    sees_subject: str
    sees_body: str


_MOMENTS = {
    "sqlite": "SELECT id, CAST(strftime('%%s', happened_at) AS INTEGER)"
    " FROM ledger_activity WHERE id IN ({values})",
    "postgresql": "SELECT id, CAST(extract(epoch FROM happened_at) AS bigint)"
    " FROM ledger_activity WHERE id IN ({values})",
}
_ADD = {
    "sqlite": "INSERT INTO ledger_search (rowid, subject, body, sees_subject, sees_body)"
    " VALUES (%s, %s, %s, %s, %s)",
    "postgresql": "INSERT INTO ledger_search (place, subject, body, sees_subject, sees_body)"
    " VALUES (%s, to_tsvector('simple', %s), to_tsvector('simple', left(%s, 200000)),"
    " to_tsvector('simple', %s), to_tsvector('simple', %s))",
}
# SQLite's index keeps no text of its own, so it can only forget what is told to it once more, word
# for word: the entry says which words and tokens those were. Ascending, as it writes its pending
# words to the disk whenever a row id is smaller than the one before.
_FORGET = {
    "sqlite": "INSERT INTO ledger_search"
    " (ledger_search, rowid, subject, body, sees_subject, sees_body)"
    " SELECT 'delete', e.place, a.subject,"
    " CASE WHEN e.sees_body = '' THEN '' ELSE coalesce(t.text, '') END, e.sees_subject, e.sees_body"
    " FROM ledger_searchentry e JOIN ledger_activity a ON a.id = e.activity_id"
    " LEFT JOIN ledger_activitytext t ON t.activity_id = e.activity_id"
    " WHERE e.activity_id IN ({values}) ORDER BY e.place",
    "postgresql": "DELETE FROM ledger_search WHERE place IN"
    " (SELECT place FROM ledger_searchentry WHERE activity_id IN ({values}))",
}


@writer
def index(rows: Iterable[Indexed], *, actor: User | None) -> None:  # noqa: ARG001
    """Adds activities that are not in the index yet, and stand in the ledger already.

    Those that nobody may find stay out.
    """
    found = {row.activity_id: row for row in rows if row.sees_subject}
    moments = dict(bulk.select_in(_MOMENTS[connection.vendor], found))
    placed = sorted(((place(moments[pk], pk), row) for pk, row in found.items()), key=itemgetter(0))
    bulk.insert(
        SearchEntry,
        ["activity_id", "place", "sees_subject", "sees_body"],
        [(row.activity_id, at, row.sees_subject, row.sees_body) for at, row in placed],
    )
    bulk.update(
        _ADD[connection.vendor],
        [
            (at, row.subject, row.body if row.sees_body else "", row.sees_subject, row.sees_body)
            for at, row in placed
        ],
    )


@writer
def unindex(activity_ids: Sequence[int], *, actor: User | None) -> None:  # noqa: ARG001
    """Takes activities out of the index, exactly: to be called while subject and text still stand
    in the ledger as they were indexed. Those that are not in it are passed over.
    """
    bulk.change_in(_FORGET[connection.vendor], activity_ids)
    bulk.change_in("DELETE FROM ledger_searchentry WHERE activity_id IN ({values})", activity_ids)


@writer
def reindex(rows: Iterable[Indexed], *, actor: User | None) -> None:
    """Replaces what the index knows of these activities."""
    rows = list(rows)
    unindex([row.activity_id for row in rows], actor=actor)
    index(rows, actor=actor)
