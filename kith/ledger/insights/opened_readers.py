"""What has changed at an account since its reader opened it last."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Exists, OuterRef
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kith.ledger.activities.models import Participant
from kith.ledger.activities.readers import visible
from kith.ledger.insights.models import Opened
from kith.ledger.insights.readers import current_gauges, waiting
from kith.ledger.people.readers import contact_names
from kith.ledger.rights.models import User
from kith.terms.words import Direction

MOST = 100  # mails that are counted
FEW = 3  # new people that are named


@dataclass(frozen=True, slots=True)
class Before:
    """`since`: the last day before this one on which the reader opened the page; None: never.
    `is_noted`: that they have opened it today is kept already."""

    since: date | None
    is_noted: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """From the day `since` on: mails of theirs and of ours that the reader may see (`many`: of so
    many only the newest are counted), people met for the first time, and findings of the reader's.
    """

    since: date
    theirs: int
    ours: int
    many: bool
    people: tuple[tuple[int, str], ...]
    findings: int

    @property
    def nothing(self) -> bool:
        return not (self.theirs or self.ours or self.people or self.findings)


def opened_before(user: User, account_id: int, today: date) -> Before:
    """When the reader opened the account's page before today."""
    row = Opened.objects.filter(user=user, account_id=account_id).first()
    if row is None:
        return Before(None, is_noted=False)
    is_noted = row.day >= today
    return Before(row.before if is_noted else row.day, is_noted)


def changes(user: User, account_id: int, since: date) -> Changes:
    """What came on that day or later. The day itself counts: better told twice than missed."""
    seen = visible(user).filter(id=OuterRef("activity_id"))
    places = Participant.objects.filter(Exists(seen), account_id=account_id, day__gte=since)
    came = places.order_by("-day", "-activity_id").values_list(
        "day", "activity_id", "activity__direction"
    )
    ways = [way for _, _, way in came.distinct()[: MOST + 1]]
    ties = current_gauges().filter(name="contact_tie", account_id=account_id)
    met = ties.annotate(first=Cast(KT("parts__first_day"), CharField())).filter(
        first__gte=since.isoformat()
    )
    people = contact_names(user, set(met.values_list("contact_id", flat=True)[:FEW]))
    found = waiting(user).filter(account_id=account_id, found_on__gte=since)
    return Changes(
        since=since,
        theirs=ways[:MOST].count(Direction.IN),
        ours=ways[:MOST].count(Direction.OUT),
        many=len(ways) > MOST,
        people=tuple(sorted(people.items())),
        findings=len(found.values_list("pk")[:MOST]),
    )
