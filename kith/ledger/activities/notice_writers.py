"""Keeps what machines' mails say of addresses: that they bounce, that their person is away or left.

Bounces lie in inboxes, which are read before the sent mail they answer: an address may be met only
later. Until then the notice holds its key, not the address, which nobody here wrote to yet.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from kith.ledger import bulk
from kith.ledger.activities.incoming import AWAY, BOUNCED, LEFT, IncomingMail
from kith.ledger.activities.models import Notice
from kith.ledger.guard import writer
from kith.ledger.imports.keys import address_key
from kith.ledger.imports.writers import restamp
from kith.ledger.people.writers import Reached
from kith.ledger.rights.models import User

KINDS = frozenset((BOUNCED, AWAY, LEFT))
READ = frozenset((AWAY, LEFT))  # in the text; a bounce is read in its report, which is none

_KINDS_OF = "SELECT id, kind FROM ledger_notice WHERE {column} IN ({{values}})"


@writer
def take_notice(mails: Mapping[int, IncomingMail], *, actor: User | None) -> None:
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
    _due(notices, actor)


@writer
def meet_awaited(reached: Mapping[str, Reached], *, actor: User | None) -> None:
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
        met = [(keys[key], pk) for pk, key in waiting]
        _tie(column, awaits, met)
        _due(met, actor)


@writer
def await_again(address_ids: Sequence[int], *, actor: User | None) -> None:
    """Notices of addresses that are about to go wait for them as before they were met."""
    keys = {
        pk: address_key(address)
        for pk, address in bulk.select_in(
            "SELECT id, address FROM ledger_address WHERE id IN ({values})", address_ids
        )
    }
    for column, awaits in (("address_id", "awaits"), ("successor_id", "awaits_successor")):
        told = list(
            bulk.select_in(
                f"SELECT id, {column} FROM ledger_notice WHERE {column} IN ({{values}})",  # noqa: S608
                keys,
            )
        )
        bulk.update(
            f"UPDATE ledger_notice SET {column} = NULL, {awaits} = %s WHERE id = %s",  # noqa: S608
            [(keys[address], pk) for pk, address in told],
        )
        _due(told, actor)


@writer
def forget_notices(
    activity_ids: Collection[int], *, kinds: Collection[str] = KINDS, actor: User | None
) -> None:
    """Deletes what these mails said of addresses, or some kinds of it."""
    _delete(bulk.select_in(_KINDS_OF.format(column="activity_id"), activity_ids), kinds, actor)


@writer
def forget_notices_of(address_ids: Collection[int], *, actor: User | None) -> None:
    """Deletes what was said of these addresses, and their names as somebody's successors."""
    named = list(
        bulk.select_in("SELECT id FROM ledger_notice WHERE successor_id IN ({values})", address_ids)
    )
    bulk.update("UPDATE ledger_notice SET successor_id = NULL WHERE id = %s", named)
    _due(named, actor)
    _delete(bulk.select_in(_KINDS_OF.format(column="address_id"), address_ids), KINDS, actor)


def _delete(rows: Iterable[tuple[int, str]], kinds: Collection[str], actor: User | None) -> None:
    gone = [pk for pk, kind in rows if kind in kinds]
    bulk.change_in("DELETE FROM ledger_notice WHERE id IN ({values})", gone)
    _due(gone, actor)


def _due(changed: Sequence[object], actor: User | None) -> None:
    """The fact table follows, where anything changed."""
    restamp([("notices", 0)] if changed else [], actor=actor)


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
