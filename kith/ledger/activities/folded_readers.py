"""A timeline with its threads folded: one row a thread, where its newest mail stands.

What a reader may not see takes no part: neither in the place of a thread nor in its counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from kith.ledger.activities.models import Activity, Participant
from kith.ledger.activities.readers import Person, Seen, evidence, person, visible
from kith.ledger.activities.thread_seen import open_words
from kith.ledger.rights.models import User
from kith.terms.words import Part

LOOKED_AT = 300  # activities of one stretch: a thread of more takes several
SENDERS = 400  # of the threads of one page
A_STRETCH = 8  # threads before "Show earlier": a screen, within the page's budget of bytes
Place = tuple[date, int]  # a day and an activity's id


@dataclass(frozen=True, slots=True)
class Folded:
    """A thread, or an activity without one, as one row.

    `mails`: those of the thread that the reader may see, whoever wrote them; `since`: the first
    day; `senders`: who wrote them. `waits`: one of the reader's own mails in it asks something, and
    nobody has answered.
    """

    newest: Seen
    thread_id: int | None
    mails: int
    since: date | None
    senders: tuple[Person, ...]
    waits: bool

    @property
    def others(self) -> int:
        """How many wrote beside the one named first."""
        return len(self.senders[1:])


@dataclass(frozen=True, slots=True)
class FoldedPage:
    """A stretch, newest first. `after` starts the next one; None: that was all."""

    rows: tuple[Folded, ...]
    after: Place | None


def account_threads(
    user: User,
    account_id: int,
    *,
    kinds: Sequence[str] = (),
    before: Place | None = None,
    limit: int = A_STRETCH,
) -> FoldedPage:
    """Threads with people of the account, from `before` on (exclusive); `kinds`: only activities of
    these. At most eleven queries, whatever the length of the record."""
    return _folded(user, Participant.objects.filter(account_id=account_id), kinds, before, limit)


def contact_threads(
    user: User,
    address_ids: Sequence[int],
    *,
    kinds: Sequence[str] = (),
    before: Place | None = None,
    limit: int = A_STRETCH,
) -> FoldedPage:
    """Threads in which one of these addresses took part, as `account_threads` gives them."""
    theirs = Participant.objects.filter(address_id__in=address_ids)
    # As the index that finds them has it.
    theirs = theirs.filter(Q(side__gt=0) | Q(account__isnull=False))
    return _folded(user, theirs, kinds, before, limit)


def _folded(
    user: User,
    places: QuerySet[Participant],
    kinds: Sequence[str],
    before: Place | None,
    limit: int,
) -> FoldedPage:
    of_one = visible(user).filter(id=OuterRef("activity_id"))
    places = places.filter(Exists(of_one), day__isnull=False)
    if kinds:
        places = places.filter(activity__kind__in=kinds)
    rows: dict[Place, int | None] = {}
    shown: dict[int, int] = {}
    after = before
    for _ in range(2):  # a stretch may lie in one thread that stood on a page before
        rows = _stretch(places, after)
        known = _shown_before(places, before, {t for t in rows.values() if t is not None})
        after = None
        for place, thread_id in rows.items():
            key = -place[1] if thread_id is None else thread_id
            if thread_id not in known and key not in shown:
                if len(shown) == limit:
                    return FoldedPage(_made(user, shown, rows), after)
                shown[key] = place[1]
            after = place
        if shown or len(rows) < LOOKED_AT:
            break
    more = after if len(rows) == LOOKED_AT else None
    return FoldedPage(_made(user, shown, rows), more)


def _stretch(places: QuerySet[Participant], before: Place | None) -> dict[Place, int | None]:
    """The threads of the next activities, newest first, by their places."""
    if before is not None:
        day, activity_id = before
        places = places.filter(Q(day__lt=day) | Q(activity_id__lt=activity_id), day__lte=day)
    found = places.order_by("-day", "-activity_id").values_list(
        "day", "activity_id", "activity__thread_id"
    )
    return {(day, pk): thread for day, pk, thread in found.distinct()[:LOOKED_AT] if day}


def _shown_before(
    places: QuerySet[Participant], before: Place | None, threads: set[int]
) -> set[int]:
    """Those of the threads that have a newer activity, and so stood on an earlier page."""
    if before is None or not threads:
        return set()
    day, activity_id = before
    newer = places.filter(Q(day__gt=day) | Q(activity_id__gte=activity_id), day__gte=day)
    found = newer.filter(activity__thread_id__in=threads).order_by()
    return set(found.values_list("activity__thread_id", flat=True).distinct())


def _made(user: User, shown: dict[int, int], rows: dict[Place, int | None]) -> tuple[Folded, ...]:
    newest = {row.id: row for row in evidence(user, shown.values())}
    thread_of = {pk: thread for (_, pk), thread in rows.items()}
    threads = {thread for pk in newest if (thread := thread_of.get(pk)) is not None}
    inside = visible(user).filter(thread_id__in=threads).order_by()
    counts = {
        thread: (mails, first.date() if first else None)
        for thread, mails, first in inside.values_list("thread_id").annotate(
            Count("id"), Min("happened_at")
        )
    }
    senders = _senders(inside)
    waiting = _waiting(user, threads)
    return tuple(
        Folded(
            newest=row,
            thread_id=thread,
            mails=mails,
            since=since,
            senders=tuple(senders.get(thread, row.senders)),
            waits=thread in waiting,
        )
        for pk, row in newest.items()
        for thread in [thread_of.get(pk)]
        for mails, since in [counts.get(thread, (1, row.day))]
    )


def _senders(inside: QuerySet[Activity]) -> dict[int | None, list[Person]]:
    """Who wrote in each thread, each once, the last to have come in first."""
    rows = Participant.objects.filter(activity__in=inside, part=Part.FROM)
    rows = rows.select_related("activity", "address__contact", "address__colleague")
    found: dict[int | None, dict[int, Person]] = {}
    for row in rows.order_by("-activity_id")[:SENDERS]:
        found.setdefault(row.activity.thread_id, {}).setdefault(row.address_id, person(row))
    return {thread: list(people.values()) for thread, people in found.items()}


def _waiting(user: User, threads: set[int]) -> set[int | None]:
    """The threads in which a mail of the reader's own waits for an answer."""
    asking = open_words(threads) if threads else set()
    own = [row for row in evidence(user, asking) if row.is_own]
    found = Activity.objects.filter(id__in=[row.id for row in own])
    return set(found.values_list("thread_id", flat=True))
