"""Questions whether two addresses are one person's: their kinds, and what a yes would do.

A proposal names addresses, not persons: merges and unmerges elsewhere leave it true, and once both
addresses reach the same person, or one of them is gone, there is nothing left to ask.
"""

from collections.abc import Iterable
from datetime import date
from struct import pack

from django.db.models import BigIntegerField, Case, Exists, OuterRef, Q, QuerySet, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kith.ledger import bulk
from kith.ledger.imports.keys import address_key
from kith.ledger.people.models import Account, Address, Employment
from kith.ledger.people.relation_readers import aside, aside_among
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Customer

SAME_PERSON, NEW_EMPLOYER, SAME_COLLEAGUE = "same_person", "new_employer", "same_colleague"
KINDS = (SAME_PERSON, NEW_EMPLOYER, SAME_COLLEAGUE)
SAME_CUSTOMER = "same_customer"  # of a customer of the books and an account, not of two addresses
QUEUED = (*KINDS, SAME_CUSTOMER)


def pair_key(one: str, other: str) -> bytes:
    """16 bytes for two addresses in either order; nobody can read them out of it."""
    return pack(">QQ", *sorted((address_key(one), address_key(other))))


def days_written(address_ids: Iterable[int]) -> dict[int, tuple[date, date]]:
    """First and last day on which mail came from each address, whoever may see it."""
    return {
        pk: (_day(first), _day(last))
        for pk, first, last in bulk.select_in(
            "SELECT address_id, min(day), max(day) FROM ledger_participant"
            " WHERE address_id IN ({values}) AND part = 1 AND day IS NOT NULL"  # Part.FROM
            " AND (side > 0 OR account_id IS NOT NULL) GROUP BY address_id",
            address_ids,
        )
    }


def counting(address_ids: Iterable[int]) -> set[int]:
    """Those of the addresses that stand on one side of a mail with the outside."""
    return {
        pk
        for (pk,) in bulk.select_in(
            "SELECT DISTINCT address_id FROM ledger_participant"
            " WHERE address_id IN ({values}) AND side > 0",
            address_ids,
        )
    }


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def waiting(user: User) -> QuerySet[Question]:
    """Questions that wait for this reader and still ask something: those about customers first,
    then the oldest."""
    rows = Question.objects.filter(answer="", kind__in=QUEUED)
    rows = rows.filter(Q(put_to__isnull=True) | Q(put_to=user))
    rows = rows.annotate(
        one=Cast(KT("proposal__one"), BigIntegerField()),
        other=Cast(KT("proposal__other"), BigIntegerField()),
        customer=Cast(KT("proposal__customer"), BigIntegerField()),
        own=Cast(KT("proposal__own"), BigIntegerField()),
    )
    pairs = Q(kind__in=KINDS) & Exists(_two_people()) & ~Exists(_private())
    customers = Q(kind=SAME_CUSTOMER) & Exists(_open_customer()) & Exists(_open_account())
    outside_first = Case(When(kind=SAME_COLLEAGUE, then=1), default=0)
    return rows.filter(pairs | customers).order_by(outside_first, "id")


def _open_customer() -> QuerySet[Customer]:
    """The customer, where it is still its own account's, and that one is open to everybody."""
    rows = Customer.objects.filter(pk=OuterRef("customer"), account=OuterRef("own"))
    return rows.filter(~aside("account"))


def _open_account() -> QuerySet[Account]:
    return Account.objects.filter(pk=OuterRef("other")).filter(~aside("pk"))


def _two_people() -> QuerySet[Address]:
    """The second address, where the first one is there too and reaches somebody else."""
    first = Address.objects.filter(pk=OuterRef(OuterRef("one")))
    contacts = first.filter(contact__isnull=False).exclude(contact=OuterRef("contact"))
    colleagues = first.filter(colleague__isnull=False).exclude(colleague=OuterRef("colleague"))
    return Address.objects.filter(pk=OuterRef("other")).filter(
        Q(contact__isnull=False) & Exists(contacts)
        | Q(colleague__isnull=False) & Exists(colleagues)
    )


def _private() -> QuerySet[Address]:
    """Either address, where its person works at an account that is private or noise: who they are
    is nobody else's to know, and nothing of theirs counts."""
    sides = Address.objects.filter(pk__in=[OuterRef("one"), OuterRef("other")])
    return sides.filter(Exists(_shut()))


def is_private(question: Question) -> bool:
    """Whether one of its people works at an account that is private or noise, or is one."""
    if question.kind == SAME_CUSTOMER:
        return bool(aside_among((question.proposal["own"], question.proposal["other"])))
    sides = (question.proposal["one"], question.proposal["other"])
    return Address.objects.filter(Exists(_shut()), pk__in=sides).exists()


def _shut() -> QuerySet[Employment]:
    at = Employment.objects.filter(contact=OuterRef("contact"), until__isnull=True)
    return at.filter(aside("account_id"))


def questions_of_nobody() -> list[int]:
    """Ids of waiting questions one of whose addresses is gone: there is nothing left to ask."""
    waiting = Question.objects.filter(answer="", kind__in=KINDS)
    pairs = {
        pk: (proposal["one"], proposal["other"])
        for pk, proposal in waiting.values_list("id", "proposal")
    }
    there = {
        pk
        for (pk,) in bulk.select_in(
            "SELECT id FROM ledger_address WHERE id IN ({values})",
            {address for pair in pairs.values() for address in pair},
        )
    }
    return [pk for pk, pair in pairs.items() if not there.issuperset(pair)]
