"""Verbs that delete who is left in the ledger although nothing speaks of them any more.

The one place where addresses are deleted: the database does not guard participants' addresses.
"""

from collections.abc import Mapping, Sequence
from functools import reduce

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.ledger import bulk
from kith.ledger.activities.notice_writers import await_again
from kith.ledger.guard import writer
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.imports.undo_writers import forget_arrivals
from kith.ledger.imports.writers import restamp
from kith.ledger.insights.forget_writers import forget_subjects
from kith.ledger.people.models import Address, Colleague, Contact, Merge
from kith.ledger.people.name_writers import name_people
from kith.ledger.people.names import better_name, fold, match_key, name_from_address
from kith.ledger.questions.who_writers import forget_who
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.trade.models import Invoice
from kith.ledger.whole import orphans

PERSONS: Mapping[str, type[Contact | Colleague]] = {"contact": Contact, "colleague": Colleague}


@writer
def drop_addresses(among: Sequence[int], batch: Batch, *, since: int, actor: User | None) -> int:
    """Deletes those of the addresses that still nothing holds; their number."""
    bulk.take_turn()
    gone = orphans.lonely_addresses(among, batch, since=since)
    await_again(gone, actor=actor)
    bulk.change_in("DELETE FROM ledger_nameseen WHERE address_id IN ({values})", gone)
    bulk.change_in("DELETE FROM ledger_address WHERE id IN ({values})", gone)
    forget_arrivals(batch, Arrival.ADDRESS, gone, actor=actor)
    # A contact who keeps another address is known by fewer.
    restamp([("notices", 0)] if gone else [], actor=actor)
    return len(gone)


@writer
def drop_contacts(among: Sequence[int], batch: Batch, *, actor: User | None) -> int:
    """Deletes those of the contacts that still have no address, and where they worked."""
    bulk.take_turn()
    gone = orphans.lonely_contacts(among)
    forget_subjects("contact", gone, actor=actor)
    bulk.change_in("DELETE FROM ledger_employment WHERE contact_id IN ({values})", gone)
    bulk.change_in("DELETE FROM ledger_contact WHERE id IN ({values})", gone)
    forget_arrivals(batch, Arrival.CONTACT, gone, actor=actor)
    restamp([("contacts", 0)], actor=actor)
    return len(gone)


@writer
def drop_colleagues(among: Sequence[int], batch: Batch, *, actor: User | None) -> int:
    """Deletes those of the colleagues that still have no address; their users stay."""
    bulk.take_turn()
    gone = orphans.lonely_colleagues(among)
    forget_subjects("colleague", gone, actor=actor)
    bulk.change_in("DELETE FROM ledger_colleague WHERE id IN ({values})", gone)
    forget_arrivals(batch, Arrival.COLLEAGUE, gone, actor=actor)
    restamp([("colleagues", 0)], actor=actor)
    return len(gone)


@writer
def drop_accounts(among: Sequence[int], batch: Batch, *, actor: User | None) -> int:
    """Deletes those of the accounts that still nothing holds, with their domains."""
    bulk.take_turn()
    gone = orphans.lonely_accounts(among)
    forget_subjects("account", gone, actor=actor)
    forget_who(gone, actor=actor)
    bulk.change_in("DELETE FROM ledger_accountrelation WHERE account_id IN ({values})", gone)
    bulk.change_in("DELETE FROM ledger_accountdomain WHERE account_id IN ({values})", gone)
    bulk.change_in("DELETE FROM ledger_account WHERE id IN ({values})", gone)
    forget_arrivals(batch, Arrival.ACCOUNT, gone, actor=actor)
    restamp([("accounts", 0)], actor=actor)
    return len(gone)


@writer
def give_back_addresses(batch: Batch, *, actor: User | None) -> int:
    """Addresses that the batch took for its mailbox's owner reach whom they reached before.

    Only where they still reach that owner, and whom they reached is still there; their number.
    While another batch of the mailbox stands, the owner keeps them, and it holds the trace.
    """
    bulk.take_turn()
    taken = Arrival.objects.filter(
        batch=batch, kind=Arrival.ADDRESS, how=Arrival.CHANGED, field__in=PERSONS
    )
    other = _standing(batch, mailbox=batch.mailbox_id).first()
    if other:
        taken.update(batch=other)
        return 0
    given = 0
    for row in taken.order_by("-id"):
        was = PERSONS[row.field].objects.filter(pk=int(row.old))
        address = Address.objects.filter(pk=row.object_id, colleague_id=int(row.new)).first()
        if address and was.exists():
            address.colleague_id, address.contact_id = None, None
            setattr(address, f"{row.field}_id", int(row.old))
            address.save(update_fields=["colleague", "contact"])
            given += 1
    taken.delete()
    restamp([("notices", 0)] if given else [], actor=actor)
    return given


@writer
def untie_owner(batch: Batch, *, actor: User | None) -> None:
    """A user none of whose mailboxes holds anything is no colleague that imports have met.

    The colleague, if mail still names them, is called as their mail calls them. One whom invoices
    name is the user still: by that they see what they sold.
    """
    box = Mailbox.objects.filter(pk=batch.mailbox_id or 0).first()
    if box is None or _standing(batch, mailbox__owner=box.owner_id).exists():
        return
    own = Colleague.objects.filter(user=box.owner_id).first()
    if own and not Invoice.objects.filter(salesperson=own.pk).exists():
        Colleague.objects.filter(pk=own.pk).update(user=None)
        name_people([], [own.pk], actor=actor)
        restamp([("colleagues", 0)], actor=actor)


@writer
def rename_absorbed(*, actor: User | None) -> None:
    """Absorbed persons, whom no address reaches, are called by the addresses they came with."""
    came = {
        (row.kind, row.absorbed_id): row.moved["addresses"]
        for row in Merge.objects.filter(undone_at=None)
    }
    seen = {
        pk: name or name_from_address(address)
        for pk, name, address in bulk.select_in(
            "SELECT id, name, address FROM ledger_address WHERE id IN ({values})",
            {pk for addresses in came.values() for pk in addresses},
        )
    }
    called: dict[str, list[tuple[str, str, str, int]]] = {"contact": [], "colleague": []}
    for (kind, absorbed), addresses in came.items():
        if name := reduce(better_name, (seen[pk] for pk in addresses if pk in seen), ""):
            called[kind].append((name, fold(name), match_key(name), absorbed))
    bulk.update(
        "UPDATE ledger_contact SET name = %s, sort_key = %s, match_key = %s WHERE id = %s",
        called["contact"],
    )
    bulk.update(
        "UPDATE ledger_colleague SET name = %s, sort_key = %s WHERE id = %s",
        [(name, key, pk) for name, key, _, pk in called["colleague"]],
    )


def _standing(batch: Batch, **where: object) -> QuerySet[Batch]:
    """The other batches of that sort that hold something, or begin to, newest first."""
    held = Exists(Arrival.objects.filter(batch=OuterRef("pk")))
    found = Batch.objects.filter(Q(state=Batch.RUNNING) | held, **where).exclude(pk=batch.pk)
    return found.order_by("-id")
