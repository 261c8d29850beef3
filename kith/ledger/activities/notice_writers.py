"""Keeps what machines' mails say of addresses: that they bounce, that their person is away.

Bounces lie in inboxes, which are read before the sent mail they answer: an address may be met only
later. Until then the notice holds its key, not the address, which nobody here wrote to yet.
"""

from collections.abc import Iterable, Mapping, Sequence

from kith.ledger import bulk
from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.activities.models import Notice
from kith.ledger.guard import writer
from kith.ledger.imports.keys import address_key
from kith.ledger.people.writers import Reached
from kith.ledger.rights.models import User


@writer
def take_notice(mails: Mapping[int, IncomingMail], *, actor: User | None) -> None:  # noqa: ARG001
    """Writes the notices of these activities, once, however often they are seen."""
    telling = {pk: mail.notices for pk, mail in mails.items() if mail.notices}
    if not telling:
        return
    done = {
        pk
        for (pk,) in bulk.select_in(
            "SELECT activity_id FROM ledger_notice WHERE activity_id IN ({values})", telling
        )
    }
    notices = [(pk, one) for pk, many in telling.items() if pk not in done for one in many]
    named = {one.address for _, one in notices} | {one.successor for _, one in notices}
    known = dict(
        bulk.select_in(
            "SELECT address, id FROM ledger_address WHERE address IN ({values})", sorted(named)
        )
    )
    bulk.insert(
        Notice,
        [
            "activity_id",
            "kind",
            "until",
            "address_id",
            "awaits",
            "successor_id",
            "awaits_successor",
        ],
        [
            (pk, one.kind, one.until, *_found(one.address, known), *_found(one.successor, known))
            for pk, one in notices
        ],
    )


@writer
def meet_awaited(reached: Mapping[str, Reached], *, actor: User | None) -> None:  # noqa: ARG001
    """Ties notices that wait for addresses to those of them that are met for the first time."""
    if not Notice.objects.filter(awaits__isnull=False).exists() and not (
        Notice.objects.filter(awaits_successor__isnull=False).exists()
    ):
        return
    keys = {address_key(address): who.id for address, who in reached.items() if who.is_new}
    for column, awaits in (("address_id", "awaits"), ("successor_id", "awaits_successor")):
        waiting = bulk.select_in(
            f"SELECT id, {awaits} FROM ledger_notice WHERE {awaits} IN ({{values}})",  # noqa: S608
            keys,
        )
        _tie(column, awaits, [(keys[key], pk) for pk, key in waiting])


@writer
def await_again(address_ids: Sequence[int], *, actor: User | None) -> None:  # noqa: ARG001
    """Notices of addresses that are about to go wait for them as before they were met."""
    keys = {
        pk: address_key(address)
        for pk, address in bulk.select_in(
            "SELECT id, address FROM ledger_address WHERE id IN ({values})", address_ids
        )
    }
    for column, awaits in (("address_id", "awaits"), ("successor_id", "awaits_successor")):
        told = bulk.select_in(
            f"SELECT id, {column} FROM ledger_notice WHERE {column} IN ({{values}})",  # noqa: S608
            keys,
        )
        bulk.update(
            f"UPDATE ledger_notice SET {column} = NULL, {awaits} = %s WHERE id = %s",  # noqa: S608
            [(keys[address], pk) for pk, address in told],
        )


def _tie(column: str, awaits: str, rows: Iterable[tuple[int, int]]) -> None:
    bulk.update(
        f"UPDATE ledger_notice SET {column} = %s, {awaits} = NULL WHERE id = %s",  # noqa: S608
        rows,
    )


def _found(address: str, known: Mapping[str, int]) -> tuple[int | None, int | None]:
    """The address' id, or the key by which it is awaited; neither for a name."""
    if address in known:
        return known[address], None
    return None, address_key(address) if "@" in address else None
