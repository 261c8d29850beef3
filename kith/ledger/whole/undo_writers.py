"""Verbs that take an import back, some mails at a time.

A mail that no other import brought goes, with all that hangs on it. One that others hold stays, as
if only they had come: their levels, their text, their claims.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from kith.ledger import bulk
from kith.ledger.activities.arriving import unheld
from kith.ledger.activities.hold_writers import Holder, hold_only, remove
from kith.ledger.activities.holdings import holdings
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import Held, holders, some_of
from kith.ledger.imports.left_out import LeftOutMail
from kith.ledger.imports.models import Arrival, Batch, LeftOut
from kith.ledger.imports.undo_writers import forget_arrivals
from kith.ledger.imports.writers import leave_out
from kith.ledger.rights.models import User
from kith.ledger.search.writers import index, unindex
from kith.ledger.threads.again_writers import thread_again
from kith.ledger.threads.readers import linked, message_keys
from kith.ledger.threads.writers import forget
from kith.ledger.whole.held import as_held, holders_among, linkable

WHY = "Its import was undone."


@writer
def undo_mails(batch: Batch, most: int, *, after: int, actor: User | None) -> tuple[int, int]:
    """Takes the next mails of a batch back: how many arrivals, 0 at the end; the last one's id.

    `after` spares the database the look through what is gone already.
    """
    bulk.take_turn()
    arrived = some_of(batch, most, after=after)
    if not arrived:
        return 0, after
    ids = sorted({pk for _, pk in arrived})
    others, ours = holders(ids, batch)
    gone = [pk for pk in ids if pk not in others]
    stay = {pk: others[pk] for pk in ids if pk in others}
    narrowed = {pk: held for pk, held in stay.items() if _loses(held, ours[pk])}
    unindex([*gone, *narrowed], actor=actor)
    _leave_out(batch, gone, actor)
    forget(gone, actor=actor)
    remove(gone, actor=actor)
    _narrow(batch, stay, narrowed, actor)
    forget_arrivals(batch, Arrival.ACTIVITY, ids, actor=actor)
    return len(arrived), arrived[-1][0]


def _loses(others: Held, ours: Held) -> bool:
    """Whether a mail is held by a mailbox less, or lies among one's sent mail no longer."""
    return not (ours.mailboxes <= others.mailboxes and ours.sent <= others.sent)


def _narrow(
    batch: Batch, stay: Mapping[int, Held], narrowed: Mapping[int, Held], actor: User | None
) -> None:
    """Mails that others hold: some no longer in the batch's mailbox, or no more as sent."""
    if not stay:
        return
    boxes = {box for each in stay.values() for box in each.mailboxes}
    known = holders_among(boxes | {batch.mailbox_id or 0})
    leaver = known.get(batch.mailbox_id or 0)
    owner = leaver.owner if leaver else None
    _thread_again(batch, stay, known, actor)
    hold_only(narrowed, known, owner.colleague_id if owner else None, actor=actor)
    index(as_held(narrowed, known), actor=actor)


def _thread_again(
    batch: Batch, stay: Mapping[int, Held], known: Mapping[int, Holder], actor: User | None
) -> None:
    """Message-IDs that only this batch brought go, and links by what nobody keeps."""
    keys = message_keys(stay)
    fewer = unheld(keys, holdings(stay), batch.pk)
    unlinked = {
        pk: lost
        for pk, kinds in linked(stay).items()
        if (lost := kinds - linkable(stay[pk], known))
    }
    changed = {pk: fewer.get(pk, keys[pk]) for pk in {*fewer, *unlinked}}
    thread_again(changed, unlinked, actor=actor)


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
