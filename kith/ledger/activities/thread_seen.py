"""A thread as one reader sees it: its mails in order, who began, who answered, what is open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import F, Max, Q, QuerySet

from kith.ledger.activities.models import Activity, Participant
from kith.ledger.activities.readers import Seen, evidence, visible
from kith.ledger.rights.models import User
from kith.terms.errors import NotVisible
from kith.terms.words import Direction, Part, Side

SHOWN = 30  # mails around the one in question; a thread may have thousands
ASKING = 40
LONGEST = 2_000  # mails of a thread that are looked at

_SIDES = (Direction.IN.value, Direction.OUT.value)


@dataclass(frozen=True, slots=True)
class ThreadSeen:
    """The mails of a thread that the reader may see, oldest first, undated ones last.

    - `rows`: at most `SHOWN`, the one asked for among them; `earlier` and `later`: how many more.
    - `started`: the first mail. `answered`: the first after it from the other side; None: nobody
      has answered, or only machines have.
    - `open`: the reader's own mails that ask something and wait for an answer.
    """

    rows: tuple[Seen, ...]
    earlier: int
    later: int
    started: Seen
    answered: Seen | None
    open: frozenset[int]


def thread_of(user: User, activity_id: int) -> ThreadSeen:
    """The thread a mail belongs to; of itself alone where it has no other.

    A constant number of queries. Raises NotVisible where there is no such mail for this reader.
    """
    found = visible(user).filter(id=activity_id).only("thread_id").first()
    if found is None:
        raise NotVisible("There is no such activity here.")
    thread_id = found.thread_id
    mails = _mails(user, thread_id) if thread_id is not None else []
    ids = [mail.id for mail in mails]
    if activity_id not in ids:
        mails, ids = [], [activity_id]
    place = ids.index(activity_id)
    first = max(min(place - SHOWN // 2, len(ids) - SHOWN), 0)
    shown = ids[first : first + SHOWN]
    answer = _first_answer(mails)
    rows = {row.id: row for row in evidence(user, {*shown, ids[0], *([answer] if answer else [])})}
    own = {pk for pk, row in rows.items() if row.is_own}
    return ThreadSeen(
        rows=tuple(rows[pk] for pk in shown),
        earlier=first,
        later=len(ids) - first - len(shown),
        started=rows[ids[0]],
        answered=rows[answer] if answer else None,
        open=frozenset(own & open_words([thread_id]) if thread_id is not None else ()),
    )


def open_words(thread_ids: Collection[int]) -> set[int]:
    """The mails of these threads that wait for our answer, by the rule of `signals.threads_open`.

    Per thread and account the last counted mail is theirs, and asks something; and none of us wrote
    to its sender since, in any thread.
    """
    last: dict[tuple[int | None, int | None], tuple[int, Activity]] = {}
    for row in (
        _counted().filter(activity__thread_id__in=thread_ids).select_related("activity", "address")
    ):
        place = row.activity.thread_id, row.account_id
        last[place] = (row.address.contact_id or 0, row.activity)
    asking = [
        (contact, mail)
        for contact, mail in last.values()
        if mail.direction == Direction.IN and mail.asks
    ]
    written = dict(
        _counted()
        .filter(
            activity__direction=Direction.OUT,
            address__contact_id__in=[contact for contact, _ in asking],
        )
        .order_by()
        .values_list("address__contact_id")
        .annotate(latest=Max("activity__happened_at"))
    )
    return {
        mail.id
        for contact, mail in asking
        if contact not in written or written[contact] <= mail.happened_at
    }


def open_asks(user: User, address_ids: Collection[int]) -> list[Seen]:
    """The reader's own mails from these addresses that wait for an answer, newest first; of many
    that ask, the last ones are looked at."""
    asking = _counted().filter(address_id__in=address_ids, activity__asks=True)
    asking = asking.filter(activity__direction=Direction.IN).order_by("-day", "-activity_id")
    found = dict(asking.values_list("activity_id", "activity__thread_id")[:ASKING])
    waiting = open_words(set(found.values()))
    return [row for row in evidence(user, [pk for pk in found if pk in waiting]) if row.is_own]


def _counted() -> QuerySet[Participant]:
    """Their side of mails that count, in order: as the view of touches and `weights.counted` do."""
    return (
        Participant.objects.filter(
            side=Side.THEIRS,
            account__isnull=False,
            address__contact__isnull=False,
            activity__happened_at__isnull=False,
            activity__is_mass=False,
            activity__is_automatic=False,
            activity__direction__in=_SIDES,
        )
        .filter(Q(activity__direction=Direction.OUT) | Q(part=Part.FROM))
        .order_by("activity__happened_at", "activity_id")
    )


def _mails(user: User, thread_id: int) -> list[Activity]:
    return list(
        visible(user)
        .filter(thread_id=thread_id)
        .only("id", "direction", "is_mass", "is_automatic")
        .order_by(F("happened_at").asc(nulls_last=True), "id")[:LONGEST]
    )


def _first_answer(mails: Sequence[Activity]) -> int | None:
    """The first mail from the other side than the first one's; machines and lists answer nobody."""
    sides = [mail for mail in mails if mail.direction in _SIDES]
    for mail in sides[1:]:
        if mail.direction != sides[0].direction and not (mail.is_mass or mail.is_automatic):
            return mail.id
    return None
