"""What a mail is by the mailboxes that hold it: who they are, and how it stands in the index."""

from collections.abc import Iterable, Mapping

from kith.ledger import bulk
from kith.ledger.activities.claims import Owner
from kith.ledger.activities.hold_writers import Holder
from kith.ledger.imports.arrivals import Held
from kith.ledger.people.models import Address, Colleague
from kith.ledger.people.relation_readers import aside_among
from kith.ledger.rights.models import Mailbox
from kith.ledger.search.audience import audience
from kith.ledger.search.writers import Indexed
from kith.ledger.threads.models import ThreadLink
from kith.terms.words import Direction, Level


def holders_among(boxes: set[int]) -> dict[int, Holder]:
    """The mailboxes and their owners, as imports met them."""
    found = list(Mailbox.objects.filter(pk__in=boxes))
    users = {box.owner_id for box in found}
    colleagues = dict(Colleague.objects.filter(user__in=users).values_list("user_id", "id"))
    addresses = dict(
        Address.objects.filter(address__in=[box.address for box in found]).values_list(
            "address", "id"
        )
    )
    return {
        box.pk: Holder(
            box,
            Owner(addresses[box.address], colleagues[box.owner_id])
            if box.address in addresses and box.owner_id in colleagues
            else None,
        )
        for box in found
    }


def as_held(held: Mapping[int, Held], known: Mapping[int, Holder]) -> list[Indexed]:
    """How mails stand in the index when just these mailboxes hold them."""
    rows = []
    with_account = _with_account(held)
    for pk, subject, text, direction in bulk.select_in(
        "SELECT a.id, a.subject, t.text, a.direction FROM ledger_activity a"
        " LEFT JOIN ledger_activitytext t ON t.activity_id = a.id WHERE a.id IN ({values})",
        held,
    ):
        if keeps_subject(held[pk], known):
            boxes = [known[box].mailbox for box in held[pk].mailboxes]
            open_ = pk in with_account and direction != Direction.INTERNAL
            sees_subject, sees_body = audience(boxes, has_account=open_)
            # Levels may have been raised since: then a text that is kept is not here yet.
            sees_body = sees_body if text is not None else ""
            rows.append(Indexed(pk, subject, text or "", sees_subject, sees_body))
    return rows


def _with_account(ids: Iterable[int]) -> set[int]:
    """Those of the mails in which somebody's account is neither private nor noise."""
    rows = list(
        bulk.select_in(
            "SELECT DISTINCT activity_id, account_id FROM ledger_participant"
            " WHERE account_id IS NOT NULL AND activity_id IN ({values})",
            ids,
        )
    )
    shut = aside_among({account for _, account in rows})
    return {pk for pk, account in rows if account not in shut}


def keeps_subject(held: Held, known: Mapping[int, Holder]) -> bool:
    """Whether any of the mailboxes that hold the mail keeps subjects."""
    return any(known[box].mailbox.keep >= Level.SUBJECT for box in held.mailboxes)


def linkable(held: Held, known: Mapping[int, Holder]) -> set[int]:
    """By what the mail may be linked to others: subjects and texts that a mailbox keeps."""
    keep = max((known[box].mailbox.keep for box in held.mailboxes), default=Level.NOTHING)
    words = {ThreadLink.SAID, ThreadLink.QUOTES} if keep >= Level.FULL else set()
    return words | ({ThreadLink.SUBJECT} if keep >= Level.SUBJECT else set())
