"""Texts for a generated ledger, and the search index over them, as imports would have left it.

Words as in any language: the n-th is met about 1/n as often as the first. Mailbox after mailbox, so
that an hour's mails lie in as many places as there are mailboxes.
"""

import sqlite3
from collections.abc import Iterator

import numpy

from bench.ledger.scale import Scale
from kith.ledger.search.places import by_subject, free, hour_of

WORDS = 300_000
MEAN = 40  # words of a text; half have fewer than 28
AT_ONCE = 20_000
EVERYBODY = 10  # one mailbox in so many shares all its mail, and the next its subjects
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvwz", "aeiou"


def word(rank: int) -> str:
    """The word of that rank, from 0: syllables, each word its own; rank says nothing of length."""
    rest, syllables = rank * 7_919 % 1_000_003 + 7, ""
    while rest:
        rest, drawn = divmod(rest, 90)
        syllables += _CONSONANTS[drawn % 18] + _VOWELS[drawn // 18]
    return syllables


def fill_texts(connection: sqlite3.Connection, scale: Scale) -> None:
    """A text for every activity, and its rows in the index."""
    connection.execute("DELETE FROM ledger_activitytext")
    texts = _texts()
    taken: dict[int, int] = {}
    a_mailbox = scale.activities // scale.colleagues
    for box in range(1, scale.colleagues + 1):
        first = (box - 1) * a_mailbox
        for start in range(first, first + a_mailbox, AT_ONCE):
            _fill(connection, box, start, min(start + AT_ONCE, first + a_mailbox), texts, taken)
    connection.execute("ANALYZE ledger_searchentry")


def _fill(
    connection: sqlite3.Connection,
    box: int,
    after: int,
    until: int,
    texts: Iterator[str],
    taken: dict[int, int],
) -> None:
    sees, alone = _audience(box)
    found = connection.execute(
        "SELECT id, unixepoch(happened_at), subject FROM ledger_activity"
        " WHERE id > ? AND id <= ? ORDER BY 2",
        (after, until),
    ).fetchall()
    hours = [hour_of(moment) for _, moment, _ in found]
    rows = [(*row, at, next(texts)) for row, at in zip(found, free(hours, taken), strict=True)]
    for (_, _, _, at, _), hour in zip(rows, hours, strict=True):
        taken[hour] = at
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO ledger_activitytext (activity_id, text, new_from, new_until, quoted_within)"
        " VALUES (?, ?, 0, ?, '[]')",
        [(pk, text, len(text)) for pk, _, _, _, text in rows],
    )
    connection.executemany(
        "INSERT INTO ledger_searchentry (activity_id, place, sees_subject, sees_body)"
        " VALUES (?, ?, ?, ?)",
        [(pk, at, alone, sees) for pk, _, _, at, _ in rows],
    )
    connection.executemany(
        "INSERT INTO ledger_search (rowid, subject, body, sees) VALUES (?, ?, ?, ?)",
        _index_rows(rows, sees, alone),
    )
    connection.execute("COMMIT")


def _index_rows(
    rows: list[tuple[int, int, str, int, str]], sees: str, alone: str
) -> Iterator[tuple[int, str, str, str]]:
    for _, _, subject, at, text in rows:
        yield at, subject, text, sees
        if alone:
            yield by_subject(at), subject, "", alone


def _audience(box: int) -> tuple[str, str]:
    """Tokens for the text, and for the subject alone."""
    if box % EVERYBODY == 0:
        return f"everyone m{box}", ""
    return f"m{box}", "everyone" if box % EVERYBODY == 1 else ""


def _texts() -> Iterator[str]:
    """Texts without end, the same in every run."""
    chance = numpy.random.default_rng(3)
    vocabulary = [word(rank) for rank in range(WORDS)]
    share = 1 / numpy.arange(1, WORDS + 1) ** 1.02
    upto = numpy.cumsum(share / share.sum())
    while True:
        lengths = numpy.minimum(chance.lognormal(numpy.log(MEAN * 0.7), 0.85, 10_000), 2_000)
        ends = numpy.cumsum(lengths.astype(int) + 1)
        drawn = numpy.searchsorted(upto, chance.random(int(ends[-1]))).tolist()
        spoken = [vocabulary[min(rank, WORDS - 1)] for rank in drawn]
        start = 0
        for end in ends.tolist():
            yield " ".join(spoken[start:end])
            start = end
