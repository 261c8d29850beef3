"""What happened, as far as the reader may see it.

Everybody in the firm sees an activity up to its `open_level`; whoever owns a mailbox that holds it
sees all of it. Getting a row here is the permission check.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.ledger.activities.models import Activity, ActivityText, Participant
from kith.ledger.imports.models import Arrival
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import mailboxes_of
from kith.terms.errors import NotVisible
from kith.terms.words import Level, Part


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an activity. `account_id`: where they worked on that day; None: ours, or none."""

    name: str
    address: str
    part: Part
    is_ours: bool
    contact_id: int | None
    account_id: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An activity as one reader sees it: `subject` and `text` are None where they may not.

    `sort` is a terms.words.Sort; `dated_by` as in Activity. `level` is what they may see; `is_own`:
    one of their mailboxes holds it. `text` is empty where none is kept. `new_from` and `new_until`
    bound what is new in it, the stretches `quoted_within` left out; `asks_from` and `asks_until`
    the sentence that asks: their owners' alone to know.
    """

    id: int
    kind: str
    direction: str
    day: date | None
    happened_at: datetime | None
    level: Level
    is_own: bool
    is_mass: bool
    is_automatic: bool
    people: tuple[Person, ...]
    subject: str | None
    sort: str
    dated_by: str
    recipients: int
    text: str | None = None
    new_from: int = 0
    new_until: int = 0
    quoted_within: tuple[tuple[int, int], ...] = ()
    asks_from: int | None = None
    asks_until: int | None = None

    @property
    def senders(self) -> tuple[Person, ...]:
        return tuple(p for p in self.people if p.part in {Part.FROM, Part.SENDER})

    @property
    def receivers(self) -> tuple[Person, ...]:
        return tuple(p for p in self.people if p.part in {Part.TO, Part.CC, Part.BCC})


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a timeline, newest first. `after` starts the next one; None: that was all."""

    rows: tuple[Seen, ...]
    after: tuple[date, int] | None


def visible_activity(user: User, activity_id: int) -> Seen:
    """One activity with its text. Raises NotVisible where there is none for this reader."""
    rows = _seen(user, visible(user).filter(id=activity_id))
    if not rows:
        raise NotVisible("There is no such activity here.")
    row = rows[0]
    if row.level < Level.FULL:
        return row
    kept = ActivityText.objects.filter(activity_id=activity_id).first()
    if kept is None:
        return replace(row, text="")
    return replace(
        row,
        text=kept.text,
        new_from=kept.new_from,
        new_until=kept.new_until,
        quoted_within=tuple((start, end) for start, end in kept.quoted_within),
        asks_from=kept.asks_from if row.is_own else None,
        asks_until=kept.asks_until if row.is_own else None,
    )


def evidence(user: User, activity_ids: Iterable[int]) -> list[Seen]:
    """Those of the activities that the reader may see at all, in the order given; no texts."""
    wanted = list(activity_ids)
    if not wanted:
        return []  # to word a question that finds nothing takes a page a millisecond
    found = {row.id: row for row in _seen(user, visible(user).filter(id__in=wanted))}
    return [found[activity_id] for activity_id in wanted if activity_id in found]


def account_timeline(
    user: User, account_id: int, before: tuple[date, int] | None = None, limit: int = 50
) -> Page:
    """Dated activities with people of the account, newest first, from `before` on (exclusive).

    Four queries, whatever the length of the record.
    """
    places = Participant.objects.filter(account_id=account_id, day__isnull=False)
    if before is not None:
        day, activity_id = before
        places = places.filter(Q(day__lt=day) | Q(activity_id__lt=activity_id), day__lte=day)
    held = _held(user, OuterRef("activity_id"))
    places = places.filter(Q(activity__open_level__gt=Level.NOTHING) | Exists(held))
    found = list(
        places.order_by("-day", "-activity_id")
        .values_list("day", "activity_id")
        .distinct()[: limit + 1]
    )
    shown = [(day, activity_id) for day, activity_id in found[:limit] if day is not None]
    # An activity may stand on two days, of people in two zones: its later one counts.
    order = dict.fromkeys(activity_id for _, activity_id in shown)
    rows = {row.id: row for row in _seen(user, Activity.objects.filter(id__in=list(order)))}
    return Page(tuple(rows[i] for i in order), shown[-1] if len(found) > limit else None)


def activities_after(account_id: int, activity_id: int, most: int) -> list[int]:
    """The next activities with people of the account by id, for a walk through all of them."""
    rows = Participant.objects.filter(account_id=account_id, activity_id__gt=activity_id)
    return list(
        rows.order_by("activity_id").values_list("activity_id", flat=True).distinct()[:most]
    )


def levels_of(user: User, activity_ids: Iterable[int]) -> dict[int, Level]:
    """How much of each activity the reader may see; those they may not see at all are left out."""
    wanted = list(activity_ids)
    if not wanted:
        return {}
    rows = visible(user).filter(id__in=wanted).annotate(own=Exists(_held(user, OuterRef("id"))))
    return {
        pk: Level.FULL if own else Level(level)
        for pk, level, own in rows.values_list("id", "open_level", "own")
    }


def _held(user: User, activity_id: OuterRef) -> QuerySet[Arrival]:
    return Arrival.objects.filter(
        kind=Arrival.ACTIVITY, object_id=activity_id, mailbox_id__in=mailboxes_of(user)
    )


def visible(user: User) -> QuerySet[Activity]:
    """Every activity of which the reader may see anything."""
    held = _held(user, OuterRef("id"))
    return Activity.objects.filter(Q(open_level__gt=Level.NOTHING) | Exists(held))


def _seen(user: User, activities: QuerySet[Activity]) -> list[Seen]:
    """Rows of activities already known to be visible, cut to what the reader may see of each."""
    rows = list(activities)
    if not rows:
        return []
    ids = [row.id for row in rows]
    own = set(
        Arrival.objects.filter(
            kind=Arrival.ACTIVITY, object_id__in=ids, mailbox_id__in=mailboxes_of(user)
        ).values_list("object_id", flat=True)
    )
    people = _people(ids)
    return [_cut(row, people.get(row.id, []), is_own=row.id in own) for row in rows]


def _people(activity_ids: Sequence[int]) -> dict[int, list[Participant]]:
    found = (
        Participant.objects.filter(activity_id__in=activity_ids)
        .select_related("address__contact", "address__colleague")
        .order_by("activity_id", "part", "id")
    )
    people: dict[int, list[Participant]] = {}
    for row in found:
        people.setdefault(row.activity_id, []).append(row)
    return people


def _cut(row: Activity, people: Sequence[Participant], *, is_own: bool) -> Seen:
    level = Level.FULL if is_own else Level(row.open_level)
    days = [person.day for person in people if person.day is not None]
    return Seen(
        id=row.id,
        kind=row.kind,
        direction=row.direction,
        day=max(days, default=None) or (row.happened_at.date() if row.happened_at else None),
        happened_at=row.happened_at,
        level=level,
        is_own=is_own,
        is_mass=row.is_mass,
        is_automatic=row.is_automatic,
        # Whom a blind copy went to is known to those who hold the mail, as in any mail program.
        people=tuple(person(p) for p in people if is_own or p.part != Part.BCC),
        subject=row.subject if level >= Level.SUBJECT else None,
        sort=row.sort,
        dated_by=row.dated_by,
        recipients=row.recipients,
    )


def person(row: Participant) -> Person:
    """A participant as anybody may know them who sees the activity."""
    address = row.address
    who = address.contact or address.colleague
    return Person(
        name=(who.name if who else "") or address.name or address.address,
        address=address.address,
        part=Part(row.part),
        is_ours=address.colleague_id is not None,
        contact_id=address.contact_id,
        account_id=row.account_id,
    )
