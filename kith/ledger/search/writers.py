"""Puts texts into the full-text index, with the tokens of those who may find them."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from django.db import connection

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.rights.models import User
from kith.ledger.search.models import SearchEntry
from kith.ledger.search.places import HOUR, UNDATED, by_subject, free, hour_ends, hour_of
from kith.ledger.search.vector import vector


class Indexed(NamedTuple):
    """One activity's words, and audience tokens (`everyone`, `m12`: the owner of mailbox 12).

    `subject` and `body` are its subject and text as the ledger holds them, word for word. Whoever
    `sees_body` sees the subject too.
    """

    activity_id: int
    subject: str
    body: str
    sees_subject: str
    sees_body: str


SOME = 400  # hours asked for at once: SQLite allows 500 parts of a compound SELECT
_SECONDS = {
    "sqlite": "CAST(strftime('%%s', happened_at) AS INTEGER)",
    "postgresql": "CAST(extract(epoch FROM happened_at) AS bigint)",
}
_MOMENTS = "SELECT id, {seconds} FROM ledger_activity WHERE id IN ({{values}})"
# The last place taken in each hour. One statement, whatever the number of hours.
_TAKEN = """
SELECT h.hour, (
    SELECT e.place FROM ledger_searchentry e
    WHERE e.place >= h.since AND e.place < h.until ORDER BY e.place DESC LIMIT 1)
FROM ({hours}) h
"""
# SQLite's index keeps no text of its own, so it can only forget what is told to it once more, word
# for word: the entry says which words and tokens those were. Ascending, as it writes its pending
# words to the disk whenever a row id is smaller than the one before.
_FORGET = {
    "sqlite": """
        INSERT INTO ledger_search (ledger_search, rowid, subject, body, sees)
        SELECT 'delete', e.place + r.alone, a.subject, iif(r.alone, '', coalesce(t.text, '')),
            iif(r.alone, e.sees_subject, e.sees_body)
        FROM ledger_searchentry e
        JOIN (SELECT 0 AS alone UNION ALL SELECT 1) r
            ON iif(r.alone, e.sees_subject, e.sees_body) <> ''
        JOIN ledger_activity a ON a.id = e.activity_id
        LEFT JOIN ledger_activitytext t ON t.activity_id = e.activity_id
        WHERE e.activity_id IN ({values}) ORDER BY 2""",
    "postgresql": """
        DELETE FROM ledger_search WHERE place IN (
            SELECT e.place + r.alone FROM ledger_searchentry e, (VALUES (0), (1)) r (alone)
            WHERE e.activity_id IN ({values}))""",
}


@writer
def index(rows: Iterable[Indexed], *, actor: User | None) -> None:
    """Adds activities that are not in the index yet, and stand in the ledger already.

    Those that nobody may find stay out.
    """
    bulk.take_turn()
    found = {row.activity_id: row for row in rows if row.sees_subject}
    placed = [(at, found[pk], _alone(found[pk])) for pk, at in _places(found)]
    bulk.insert(
        SearchEntry,
        ["activity_id", "place", "sees_subject", "sees_body"],
        [(row.activity_id, at, alone, row.sees_body) for at, row, alone in placed],
    )
    _add(_rows(placed))


@writer
def unindex(activity_ids: Sequence[int], *, actor: User | None) -> None:
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


def _places(activity_ids: Iterable[int]) -> list[tuple[int, int]]:
    """Activities with a free place for each, in the order of their places."""
    seconds = _SECONDS[connection.vendor]
    moments = bulk.select_in(_MOMENTS.format(seconds=seconds), activity_ids)
    hours = {pk: hour_of(moment) for pk, moment in moments}
    wanted = sorted({UNDATED, *hours.values()})
    taken: dict[int, int] = {}
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), SOME):
            some = wanted[start : start + SOME]
            listed = " UNION ALL ".join(
                f"SELECT {hour} AS hour, {hour << HOUR} AS since, {hour_ends(hour)} AS until"
                for hour in some
            )
            cursor.execute(_TAKEN.format(hours=listed))
            taken |= {hour: at for hour, at in cursor.fetchall() if at is not None}
    order = sorted(hours, key=lambda pk: (hours[pk], pk))
    return sorted(
        zip(order, free([hours[pk] for pk in order], taken), strict=True), key=itemgetter(1)
    )


_Row = tuple[int, str, str, str]  # row id, subject, body, tokens


def _alone(row: Indexed) -> str:
    """The tokens of those who see the subject and not the text."""
    if row.sees_subject == row.sees_body:
        return ""
    full = row.sees_body.split()
    return " ".join(token for token in row.sees_subject.split() if token not in full)


def _rows(placed: Iterable[tuple[int, Indexed, str]]) -> Iterator[_Row]:
    for at, row, alone in placed:
        if row.sees_body:
            yield at, row.subject, row.body, row.sees_body
        if alone:
            yield by_subject(at), row.subject, "", alone


def _add(rows: Iterable[_Row]) -> None:
    if connection.vendor == "sqlite":
        bulk.update(
            "INSERT INTO ledger_search (rowid, subject, body, sees) VALUES (%s, %s, %s, %s)", rows
        )
        return
    bulk.update(
        "INSERT INTO ledger_search (place, words, sees) VALUES (%s, %s::tsvector, %s::tsvector)",
        ((at, vector(subject, body), sees) for at, subject, body, sees in rows),
    )
