"""Verbs that take an import back, some mails at a time.

A mail that no other import brought goes, with all that hangs on it. One that others hold stays, as
if only they had come: their levels, their text, their claims.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from kith.ledger import bulk
from kith.ledger.activities.hold_writers import hold_only, remove
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import Held, holders, some_of
from kith.ledger.imports.left_out import LeftOutMail
from kith.ledger.imports.models import Arrival, Batch, LeftOut
from kith.ledger.imports.undo_writers import forget_arrivals
from kith.ledger.imports.writers import leave_out
from kith.ledger.rights.models import User
from kith.ledger.search.writers import index, unindex
from kith.ledger.threads.unlink_writers import unlink
from kith.ledger.threads.writers import forget
from kith.ledger.whole.held import as_held, holders_among, keeps_subject

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
    known = holders_among(boxes | {batch.mailbox_id or 0})
    leaver = known.get(batch.mailbox_id or 0)
    owner = leaver.owner if leaver else None
    unlink([pk for pk, each in held.items() if not keeps_subject(each, known)], actor=actor)
    hold_only(held, known, owner.colleague_id if owner else None, actor=actor)
    index(as_held(held, known), actor=actor)


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
