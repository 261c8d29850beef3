"""What a reader may see of an address: how much mail, and when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from kith.ledger.activities.models import Participant
from kith.ledger.imports.models import Arrival
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import mailboxes_of
from kith.terms.words import Level


@dataclass(frozen=True, slots=True)
class Traffic:
    """Mails an address was in, and the first and last day; only those the reader may know of."""

    mails: int
    first_day: date | None
    last_day: date | None


def traffic_of(user: User, address_ids: Collection[int]) -> dict[int, Traffic]:
    """By address id; one without any mail the reader may know of is left out."""
    held = Arrival.objects.filter(
        kind=Arrival.ACTIVITY, object_id=OuterRef("activity_id"), mailbox_id__in=mailboxes_of(user)
    )
    places = (
        Participant.objects.filter(address_id__in=address_ids)
        # As the index that finds them has it.
        .filter(Q(side__gt=0) | Q(account__isnull=False))
        .filter(Q(activity__open_level__gt=Level.NOTHING) | Exists(held))
        .values("address_id")
        .annotate(mails=Count("activity_id", distinct=True), first=Min("day"), last=Max("day"))
    )
    return {
        row["address_id"]: Traffic(row["mails"], row["first"], row["last"])
        for row in places.order_by("address_id")
    }
