"""Verbs that take an import back, some mails at a time.

A mail that no other import brought goes, with all that hangs on it. One that others hold stays, as
if only they had come: their levels, their text, their claims.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from kith.ledger import bulk
from kith.ledger.activities.claims import Owner
from kith.ledger.activities.hold_writers import Holder, hold_only, remove
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import Held, holders, some_of
from kith.ledger.imports.left_out import LeftOutMail
from kith.ledger.imports.models import Arrival, Batch, LeftOut
from kith.ledger.imports.undo_writers import forget_arrivals
from kith.ledger.imports.writers import leave_out
from kith.ledger.people.models import Address, Colleague
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.search.audience import audience
from kith.ledger.search.writers import Indexed, index, unindex
from kith.ledger.threads.unlink_writers import unlink
from kith.ledger.threads.writers import forget
from kith.terms.words import Direction, Level

WHY = "Its import was undone."


@writer
def undo_mails(batch: Batch, most: int, *, after: int, actor: User | None) -> tuple[int, int]:
    """Takes the next mails of a batch back: (how many arrivals, the last one's id); (0, _) at the end.

    `after` spares the database the look through what is gone already.
    """
    bulk.take_turn()
    arrived = some_of(batch, Arrival.ACTIVITY, most, after=after)
    if not arrived:
        return 0, after
    ids = sorted({pk for _, pk in arrived})
    others, ours = holders(ids, Arrival.ACTIVITY, batch)
    gone = [pk for pk in ids if pk not in others]
    narrowed = {pk: others[pk] for pk in ids if pk in others and _loses(others[pk], ours[pk])}
    unindex([*gone, *narrowed], actor=actor)
    _leave_out(batch, gone, actor)
    forget(gone, actor=actor)
    remove(gone, actor=actor)
    _narrow(batch, narrowed, actor)
    forget_arrivals(batch, Arrival.ACTIVITY, ids, actor=actor)
    return len(arrived), arrived[-1][0]


def _loses(others: Held, ours: Held) -> bool:
    """Whether a mail is held by a mailbox less, or lies among one's sent mail no longer."""
    return not (ours.mailboxes <= others.mailboxes and ours.sent <= others.sent)


def _narrow(batch: Batch, held: Mapping[int, Held], actor: User | None) -> None:
    """Mails that the batch's mailbox holds no more, or no more as sent."""
    if not held:
        return
    boxes = {box for each in held.values() for box in each.mailboxes}
    known = _holders(boxes | {batch.mailbox_id or 0})
    leaver = known.get(batch.mailbox_id or 0)
    owner = leaver.owner if leaver else None
    unlink([pk for pk, each in held.items() if not _keeps_subject(each, known)], actor=actor)
    hold_only(held, known, owner.colleague_id if owner else None, actor=actor)
    index(_as_held(held, known), actor=actor)


def _holders(boxes: set[int]) -> dict[int, Holder]:
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


def _as_held(held: Mapping[int, Held], known: Mapping[int, Holder]) -> list[Indexed]:
    """How mails stand in the index when just these mailboxes hold them."""
    rows = []
    for pk, subject, text, direction, accounts in bulk.select_in(
        "SELECT a.id, a.subject, t.text, a.direction, EXISTS (SELECT 1 FROM ledger_participant p"
        " WHERE p.activity_id = a.id AND p.account_id IS NOT NULL) FROM ledger_activity a"
        " LEFT JOIN ledger_activitytext t ON t.activity_id = a.id WHERE a.id IN ({values})",
        held,
    ):
        if _keeps_subject(held[pk], known):
            boxes = [known[box].mailbox for box in held[pk].mailboxes]
            open_ = bool(accounts) and direction != Direction.INTERNAL
            tokens = audience(boxes, has_account=open_)
            rows.append(Indexed(pk, subject, text or "", *tokens))
    return rows


def _keeps_subject(held: Held, known: Mapping[int, Holder]) -> bool:
    return any(known[box].mailbox.keep >= Level.SUBJECT for box in held.mailboxes)


def _leave_out(batch: Batch, gone: Sequence[int], actor: User | None) -> None:
    """Why these mails are not here: their import was undone. Each of its Message-IDs says so."""
    addresses: dict[int, set[str]] = {}
    for pk, address in bulk.select_in(
        "SELECT p.activity_id, a.address FROM ledger_participant p"
        " JOIN ledger_address a ON a.id = p.address_id WHERE p.activity_id IN ({values})",
        gone,
    ):
        addresses.setdefault(pk, set()).add(address)
    leave_out(
        batch,
        [
            LeftOutMail(
                LeftOut.UNDONE,
                position="",
                reason=WHY,
                message_key=bytes(key) if key else None,
                day=_day(moment),
                addresses=tuple(addresses.pop(pk, ())),  # counted once a mail
            )
            for pk, key, moment in bulk.select_in(
                "SELECT a.id, k.key, a.happened_at FROM ledger_activity a"
                " LEFT JOIN ledger_mailkey k ON k.activity_id = a.id WHERE a.id IN ({values})",
                gone,
            )
        ],
        actor=actor,
    )


def _day(moment: object) -> date | None:
    """The day in UTC of an instant as either database gives it."""
    return date.fromisoformat(str(moment)[:10]) if moment else None
