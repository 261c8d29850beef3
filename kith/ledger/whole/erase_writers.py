"""Verbs that erase a person, each a step small enough for one transaction.

Every step adds what it did to the erasure's counts and can be done again: cut off anywhere, the
erasure goes on, and its counts are exact.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import connection
from django.db.models import BigIntegerField, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.activities.hold_writers import remove
from kith.ledger.activities.notice_writers import forget_notices_of
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import held_by_all
from kith.ledger.imports.models import Arrival
from kith.ledger.imports.writers import restamp
from kith.ledger.insights.models import Finding, Gauge, Verdict
from kith.ledger.people.erased_writers import delete_person, remember_erased
from kith.ledger.people.models import Account, Address, Employment
from kith.ledger.people.relation_readers import ASIDE, in_force
from kith.ledger.questions.forget_writers import forget_given_of, forget_given_of_nobody
from kith.ledger.questions.models import Question
from kith.ledger.questions.who_writers import forget_who
from kith.ledger.rights.models import Audit, User
from kith.ledger.rights.writers import note
from kith.ledger.search.writers import index, unindex
from kith.ledger.threads.writers import forget
from kith.ledger.trade.giveaway_writers import forget_contacts
from kith.ledger.trade.models import Customer, Giveaway
from kith.ledger.whole.erasure_readers import Whom, Words
from kith.ledger.whole.held import as_held, holders_among
from kith.ledger.whole.models import Erasure
from kith.terms.words import Level


@writer
def begin_erasure(person: Whom, full_names: Iterable[list[str]], *, actor: User | None) -> Erasure:
    """From here on no import brings the person back; the erasure of that address that is under way
    is gone on with. `full_names`: the words of each name that stands for nobody else.
    """
    bulk.take_turn()
    remember_erased([text for _, text in person.addresses], full_names, actor=actor)
    for under_way in Erasure.objects.exclude(state=Erasure.DONE):
        if under_way.whom.get("addresses", [[0, ""]])[0][1] == person.addresses[0][1]:
            return under_way
    row = Erasure.objects.create(whom=person.as_json(), asked_by=actor, asked_at=timezone.now())
    note("begin_erasure", "erasure", row.pk, actor=actor)  # without a name: it would outlive them
    return row


@writer
def delete_mails(erasure: Erasure, activity_ids: Sequence[int], *, actor: User | None) -> None:
    """Deletes activities with everything that hangs on them."""
    unindex(activity_ids, actor=actor)
    forget(activity_ids, actor=actor)
    remove(activity_ids, actor=actor)
    bulk.change_in(
        f"DELETE FROM ledger_arrival WHERE kind = {Arrival.ACTIVITY}"  # noqa: S608
        " AND object_id IN ({values})",
        activity_ids,
    )
    _count(erasure, {"mails deleted": len(activity_ids)})


@writer
def rewrite_mails(
    erasure: Erasure,
    rows: Sequence[Words],
    left: Collection[int],
    address_ids: Sequence[int],
    links: Iterable[tuple[int, int]],
    *,
    cursor: int | None = None,
    actor: User | None,
) -> None:
    """Gives activities these words; those in `left` lose the person, too.

    Where nobody with an account is left in one, it is its owners' alone from now on. `links`:
    (activity, key) of subject x person, which would tell who it was. `cursor` moves the walk on.
    """
    ids = [row.activity_id for row in rows]
    unindex(ids, actor=actor)
    forget_given_of(ids, actor=actor)
    bulk.update(
        "UPDATE ledger_activity SET subject = %s WHERE id = %s",
        [(row.subject, row.activity_id) for row in rows],
    )
    bulk.update(
        "UPDATE ledger_activitytext SET text = %s, new_from = %s, new_until = %s,"
        " quoted_within = %s, asks_from = %s, asks_until = %s WHERE activity_id = %s",
        [(*row[2:], row.activity_id) for row in rows if row.text is not None],
    )
    _leave(left, address_ids, links, actor)
    held = held_by_all(ids)
    boxes = holders_among({box for each in held.values() for box in each.mailboxes})
    index(as_held(held, boxes), actor=actor)
    named = sum(row.activity_id not in left for row in rows)
    _count(erasure, {"mails they were taken out of": len(left), "mails that named them": named})
    if cursor is not None:
        Erasure.objects.filter(pk=erasure.pk).update(cursor=cursor)


def _leave(
    left: Collection[int],
    address_ids: Sequence[int],
    links: Iterable[tuple[int, int]],
    actor: User | None,
) -> None:
    """Takes the person out of these activities. What nobody with an account is in is private."""
    restamp(_years(left), actor=actor)
    bulk.update(
        "DELETE FROM ledger_participant WHERE activity_id = %s AND address_id = %s",
        [(pk, address) for pk in left for address in address_ids],
    )
    bulk.update("DELETE FROM ledger_threadlink WHERE activity_id = %s AND key = %s", links)
    with_account = {
        pk
        for (pk,) in bulk.select_in(
            "SELECT DISTINCT activity_id FROM ledger_participant"
            " WHERE account_id IS NOT NULL AND activity_id IN ({values})",
            left,
        )
    }
    bulk.update(
        "UPDATE ledger_activity SET open_level = %s WHERE id = %s",
        [(Level.NOTHING, pk) for pk in sorted(set(left) - with_account)],
    )


@writer
def go_on(erasure: Erasure, state: str, *, cursor: int = 0, actor: User | None) -> None:
    """The next step of the erasure, or the same one further on."""
    Erasure.objects.filter(pk=erasure.pk).update(state=state, cursor=cursor)


@writer
def rewrite_rows(
    erasure: Erasure,
    table: str,
    key: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    actor: User | None,
) -> None:
    """Writes these columns anew: rows of (values ..., key). Names of columns are our own."""
    values = ", ".join(f'"{name}" = %s' for name in columns)
    bulk.update(f'UPDATE "{table}" SET {values} WHERE "{key}" = %s', rows)  # noqa: S608
    _count(erasure, {"other rows that named them": len(rows)})


@writer
def delete_rows(erasure: Erasure, table: str, ids: Sequence[int], *, actor: User | None) -> None:
    """Deletes rows that say nothing but the person's name."""
    bulk.change_in(f"DELETE FROM {table} WHERE id IN ({{values}})", ids)  # noqa: S608 - our own
    _count(erasure, {"other rows that named them": len(ids)})


@writer
def delete_whom(erasure: Erasure, person: Whom, *, actor: User | None) -> None:
    """Deletes the person: addresses, contact, findings, ties, and an account nobody else is at.

    Their mails and their places in mails must have gone before.
    """
    found = Finding.objects.filter(contact_id__in=person.contacts)
    keys = list(found.values_list("key", flat=True))
    gauges = Gauge.objects.filter(account_id__in=person.accounts, contact_id__in=person.contacts)
    counts = {
        "addresses": Address.objects.filter(pk__in=person.address_ids).count(),
        "findings": found.delete()[0],
        "values of signals": gauges._raw_delete(connection.alias) or 0,  # None: nothing asked for
    }
    Verdict.objects.filter(key__in=keys).delete()
    counts["questions"] = _delete_questions(person.address_ids)
    Audit.objects.filter(subject="contact", subject_id__in=person.contacts).update(
        old={}, new={}, why=""
    )
    forget_notices_of(person.address_ids, actor=actor)
    forget_given_of_nobody(actor=actor)
    forget_contacts(person.contacts, actor=actor)
    delete_person(person.contacts, person.addresses, actor=actor)
    counts["accounts"] = _delete_empty_accounts(person.accounts, actor)
    _count(erasure, counts)


def _delete_questions(address_ids: Collection[int]) -> int:
    """Questions name addresses by their ids: who is who, asked about nobody, asks nothing."""
    named = Question.objects.annotate(
        one=Cast(KT("proposal__one"), BigIntegerField()),
        other=Cast(KT("proposal__other"), BigIntegerField()),
    )
    about = named.filter(Q(one__in=address_ids) | Q(other__in=address_ids))
    return about.delete()[0]


@writer
def forget_whom(erasure: Erasure, *, actor: User | None) -> None:
    """The erasure's own memory of the person goes last: without it the work could not go on."""
    Erasure.objects.filter(pk=erasure.pk).update(state=Erasure.DISK, whom={}, cursor=0)
    erasure.refresh_from_db()
    note("erase", "erasure", erasure.pk, actor=actor, new=erasure.counts)


def _delete_empty_accounts(account_ids: Collection[int], actor: User | None) -> int:
    """Accounts that were made from the person's mail domain, and that nobody else ever was at.

    One that somebody called a customer, a supplier or the like is a firm, and stays; what is
    private is the person.
    """
    used = {
        *Employment.objects.filter(account_id__in=account_ids).values_list("account", flat=True)
    }
    used |= {
        pk
        for (pk,) in bulk.select_in(
            "SELECT DISTINCT account_id FROM ledger_participant WHERE account_id IN ({values})",
            account_ids,
        )
    }
    for rows in (Giveaway.objects, Customer.objects):
        used |= set(rows.filter(account_id__in=account_ids).values_list("account", flat=True))
    firms = in_force().filter(account_id__in=account_ids).exclude(relation__in=ASIDE)
    used |= set(firms.values_list("account_id", flat=True))
    empty = Account.objects.filter(pk__in=set(account_ids) - used, guessed_name=True, owner=None)
    ids = list(empty.values_list("pk", flat=True))
    forget_who(ids, actor=actor)
    bulk.change_in(
        f"DELETE FROM ledger_arrival WHERE kind = {Arrival.ACCOUNT} AND object_id IN ({{values}})",  # noqa: S608
        ids,
    )
    Gauge.objects.filter(account_id__in=ids)._raw_delete(connection.alias)
    Account.objects.filter(pk__in=ids).delete()
    restamp([("accounts", 0)] if ids else [], actor=actor)
    return len(ids)


@writer
def end_erasure(erasure: Erasure, *, actor: User | None) -> Erasure:
    """The last byte is gone: of this one, and of any that was cut off at that same last step."""
    waiting = Erasure.objects.filter(state=Erasure.DISK)
    waiting.update(state=Erasure.DONE, finished_at=timezone.now())
    erasure.refresh_from_db()
    return erasure


def _years(activity_ids: Iterable[int]) -> set[tuple[str, int]]:
    days = bulk.select_in(
        "SELECT DISTINCT day FROM ledger_participant WHERE activity_id IN ({values})", activity_ids
    )
    years = {int(str(day)[:4]) for (day,) in days if day}
    return {(shape, year) for shape in ("touches", "copies") for year in years}


def _count(erasure: Erasure, more: Mapping[str, int]) -> None:
    counts = Counter(Erasure.objects.values_list("counts", flat=True).get(pk=erasure.pk))
    counts.update(more)
    Erasure.objects.filter(pk=erasure.pk).update(counts=dict(counts))
