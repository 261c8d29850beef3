"""One search over what a reader may know: accounts, people, and mails by their words.

Who may find a text stands beside its words in the index; what is found is then read by the same
readers as every other page, which would hide it once more.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection
from django.db.models import Max

from kith.ledger.activities.models import ActivityText
from kith.ledger.activities.readers import Seen, evidence
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import mailboxes_of
from kith.ledger.search import postgres, sqlite
from kith.ledger.search.asked import Term, terms
from kith.ledger.search.audience import EVERYONE
from kith.ledger.search.models import SearchEntry
from kith.ledger.search.places import HOUR, NEWEST, hours_before, place_of
from kith.ledger.search.snippet import Pieces, marked, snippet
from kith.terms.words import Level

# Hours of the stretches that are looked through one after the other, newest first.
STRETCHES = (4_380, 4_380, 8_760, 17_520)
SECONDS = 0.06  # after which no further stretch is begun


@dataclass(frozen=True, slots=True)
class Hit:
    """A mail that was found: its subject and some of its text, as far as the reader may see them.

    Pieces say which of their words were asked for.
    """

    seen: Seen
    subject: Pieces | None
    text: Pieces


@dataclass(frozen=True, slots=True)
class Mails:
    """Mails, newest first. `before` goes on; None: that was all.

    `back_to`: the search stopped here, in time, before it was through: `before` looks further
    back. `partial`: a beginning stands for more words than were looked for.
    """

    hits: tuple[Hit, ...] = ()
    before: int | None = None
    back_to: datetime | None = None
    partial: bool = False


def search(user: User, typed: str, *, before: int | None = None, limit: int = 20) -> Mails:
    """Mails in which every term that was typed is met (`search/asked.py`), newest first."""
    wanted = terms(typed)
    if not wanted:
        return Mails()
    tokens = [EVERYONE, *(f"m{pk}" for pk in mailboxes_of(user))]
    engine = sqlite if connection.vendor == "sqlite" else postgres
    sought = engine.Sought(wanted, tokens)
    found, rest = _places(sought, before, limit)
    more = len(found) > limit
    return Mails(
        hits=tuple(_hits(user, found[:limit], wanted, tokens)),
        before=found[limit - 1] if more else rest,
        back_to=None
        if more or rest is None
        else datetime.fromtimestamp((rest >> HOUR) * 3600, tz=UTC),
        partial=sought.partial,
    )


def _places(
    sought: sqlite.Sought | postgres.Sought, before: int | None, limit: int
) -> tuple[list[int], int | None]:
    """Places of one more than `limit` activities, and where the search stopped if not at the end.

    Terms that are frequent, but hardly ever together, are looked for through all their mails: so
    it goes stretch by stretch, and asks before it takes more time than a page has.
    """
    began = time.perf_counter()
    newest = SearchEntry.objects.aggregate(newest=Max("place"))["newest"] or 0
    until = min(before or NEWEST, newest + 2)
    found: list[int] = []
    for since in _stretches(until):
        while len(found) <= limit:
            wanted = limit + 1 - len(found)
            rows = sought.rows(since, until, wanted)
            found += dict.fromkeys(map(place_of, rows))
            if len(rows) < wanted:
                break
            until = found[-1]
        until = since
        if len(found) > limit or not since:
            break
        if time.perf_counter() - began > SECONDS:
            return found, since
    return found, None


def _stretches(until: int) -> Iterator[int]:
    since = until
    for hours in STRETCHES:
        since = hours_before(since, hours)
        yield since
        if not since:
            return
    yield 0


def _hits(
    user: User, places: Sequence[int], wanted: Sequence[Term], tokens: Sequence[str]
) -> Iterator[Hit]:
    entries = {entry.place: entry for entry in SearchEntry.objects.filter(place__in=places)}
    order = [entries[at] for at in places if at in entries]
    seen = {row.id: row for row in evidence(user, [entry.activity_id for entry in order])}
    whole = [e.activity_id for e in order if not set(tokens).isdisjoint(e.sees_body.split())]
    texts = {row.activity_id: row for row in ActivityText.objects.filter(activity_id__in=whole)}
    for entry in order:
        if row := seen.get(entry.activity_id):
            text = texts.get(row.id) if row.level >= Level.FULL else None
            yield Hit(
                row,
                marked(row.subject, wanted) if row.subject else None,
                snippet(text.text, (text.new_from, text.new_until), wanted) if text else (),
            )
