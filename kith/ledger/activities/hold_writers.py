"""Verbs on mails that fewer hold than before: some go, others stay as if only the rest had come."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kith.ledger import bulk
from kith.ledger.activities.claims import Owner, Present, claimed_by
from kith.ledger.activities.notice_writers import READ, forget_notices
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import Held
from kith.ledger.imports.writers import restamp
from kith.ledger.people.relation_readers import aside_among
from kith.ledger.rights.models import Mailbox, User
from kith.terms.words import Direction, Level, Part

Row = tuple[int, int]  # address, part


@dataclass(frozen=True, slots=True)
class Holder:
    """A mailbox, and its owner as mails know them; None where no import met them."""

    mailbox: Mailbox
    owner: Owner | None


@dataclass(slots=True)
class _Mail:
    """A mail that stays: what it says of itself, and its participants' sides.

    `has_account`: of those who are neither private nor noise.
    """

    direction: str
    has_account: bool
    present: list[Present]


@writer
def remove(activity_ids: Sequence[int], *, actor: User | None) -> None:
    """Deletes mails with their texts, people and notices; index and threads forgot them before."""
    restamp(_years(activity_ids) | _years_copied(activity_ids), actor=actor)
    forget_notices(activity_ids, actor=actor)
    for table in ("activitytext", "participant"):
        bulk.change_in(
            f"DELETE FROM ledger_{table} WHERE activity_id IN ({{values}})",  # noqa: S608
            activity_ids,
        )
    bulk.change_in("DELETE FROM ledger_activity WHERE id IN ({values})", activity_ids)


@writer
def hold_only(
    held: Mapping[int, Held],
    holders: Mapping[int, Holder],
    leaver: int | None,
    *,
    actor: User | None,
) -> None:
    """Makes mails what they are when just these mailboxes hold them: levels, text, who counts.

    `leaver`: the colleague whose mailbox left. The mails must be out of the index, whose words are
    those of the text that may go here.
    """
    mails = _mails(held)
    restamp(_years(held), actor=actor)  # who counts may change, or what it says
    _level(mails, held, holders)
    keep = {pk: max(holders[box].mailbox.keep for box in held[pk].mailboxes) for pk in mails}
    bulk.change_in(
        "UPDATE ledger_activity SET subject = '' WHERE id IN ({values})",
        [pk for pk, level in keep.items() if level < Level.SUBJECT],
    )
    textless = [pk for pk, level in keep.items() if level < Level.FULL]
    bulk.change_in("DELETE FROM ledger_activitytext WHERE activity_id IN ({values})", textless)
    forget_notices(textless, kinds=READ, actor=actor)
    bulk.update(
        "UPDATE ledger_activity SET asks = %s, says = 0 WHERE id = %s",
        [(False, pk) for pk in textless],
    )
    if leaver is not None:
        _count_anew(mails, held, holders, leaver)


@writer
def level_anew(
    held: Mapping[int, Held],
    holders: Mapping[int, Holder],
    *,
    actor: User | None,
) -> None:
    """What colleagues see of these mails, by what the accounts in them are today."""
    _level(_mails(held), held, holders)


def _mails(ids: Collection[int]) -> dict[int, _Mail]:
    """The mails and everybody in them. The names of other batches' people stay as they are."""
    found = {
        pk: _Mail(direction, has_account=False, present=[])
        for pk, direction in bulk.select_in(
            "SELECT id, direction FROM ledger_activity WHERE id IN ({values})", ids
        )
    }
    rows = list(
        bulk.select_in(
            "SELECT p.activity_id, p.address_id, a.colleague_id, p.part, p.side, p.account_id"
            " FROM ledger_participant p JOIN ledger_address a ON a.id = p.address_id"
            " WHERE p.activity_id IN ({values})",
            ids,
        )
    )
    shut = {None, *aside_among({account for *_, account in rows if account is not None})}
    for pk, address, colleague, part, side, account in rows:
        mail = found[pk]
        mail.present.append(Present(address, colleague, part, side))
        mail.has_account |= account not in shut and mail.direction != Direction.INTERNAL
    return found


def _level(
    mails: Mapping[int, _Mail], held: Mapping[int, Held], holders: Mapping[int, Holder]
) -> None:
    """The widest share of those who hold it; nothing of a mail without an account."""
    bulk.update(
        "UPDATE ledger_activity SET open_level = %s WHERE id = %s",
        [
            (
                max(holders[box].mailbox.share for box in held[pk].mailboxes)
                if mail.has_account
                else Level.NOTHING.value,
                pk,
            )
            for pk, mail in mails.items()
        ],
    )


def _count_anew(
    mails: Mapping[int, _Mail],
    held: Mapping[int, Held],
    holders: Mapping[int, Holder],
    leaver: int,
) -> None:
    """Takes back what the leaver claimed, unless another mailbox of theirs claims it as well."""
    gone: list[tuple[object, ...]] = []
    moved: list[tuple[object, ...]] = []
    turned: list[tuple[object, ...]] = []
    for pk, mail in mails.items():
        if mail.direction == Direction.INTERNAL:
            continue
        owners = [
            (owner, box in held[pk].sent)
            for box in held[pk].mailboxes
            if (owner := holders[box].owner)
        ]
        before = _of(mail.present, leaver)
        after = _of(claimed_by(mail.direction, mail.present, owners), leaver)
        added = sorted(after.keys() - before.keys())
        for row in sorted(before.keys() - after.keys()):
            if added:  # the same person, whose day stands in the row: held by their other mailbox
                moved.append((*added.pop(), pk, *row))
            else:
                gone.append((pk, *row))
        turned += [
            (after[row].side, pk, *row)
            for row in before.keys() & after.keys()
            if before[row].side != after[row].side
        ]
    bulk.update(
        "UPDATE ledger_participant SET address_id = %s, part = %s"
        " WHERE activity_id = %s AND address_id = %s AND part = %s",
        moved,
    )
    bulk.update(
        "DELETE FROM ledger_participant WHERE activity_id = %s AND address_id = %s AND part = %s",
        gone,
    )
    bulk.update(
        "UPDATE ledger_participant SET side = %s"
        " WHERE activity_id = %s AND address_id = %s AND part = %s",
        turned,
    )


def _of(present: Iterable[Present], leaver: int) -> dict[Row, Present]:
    """What the leaver's claims may have touched: their own rows, and From, who sent it for them."""
    return {
        (p.address_id, p.part): p
        for p in present
        if p.colleague_id == leaver or p.part == Part.FROM
    }


def _years(activity_ids: Collection[int]) -> set[tuple[str, int]]:
    days = bulk.select_in(
        "SELECT DISTINCT day FROM ledger_participant WHERE side > 0 AND day IS NOT NULL"
        " AND activity_id IN ({values})",
        activity_ids,
    )
    return {("touches", int(str(day)[:4])) for (day,) in days}


def _years_copied(activity_ids: Collection[int]) -> set[tuple[str, int]]:
    days = bulk.select_in(
        "SELECT DISTINCT day FROM ledger_participant WHERE side = 0 AND account_id IS NOT NULL"
        " AND day IS NOT NULL AND activity_id IN ({values})",
        activity_ids,
    )
    return {("copies", int(str(day)[:4])) for (day,) in days}
