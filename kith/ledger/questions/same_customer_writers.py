"""Verbs on a customer of the books that turned out to be an account that was known before."""

from typing import Any

from kith.ledger.guard import writer
from kith.ledger.people.models import Account, AccountRelation
from kith.ledger.people.relation_readers import said_of
from kith.ledger.people.relation_writers import say, unsay
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import User
from kith.ledger.trade.customer_writers import point
from kith.ledger.trade.models import Condition, Customer
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Relation


@writer
def make_customer_one(row: Question, *, actor: User | None) -> dict[str, Any]:
    """The customer is the other account's from now on, with its invoices and what it is granted;
    what was done, to be taken back. Raises Refused where there is nothing left to ask."""
    told = row.proposal
    customer = Customer.objects.filter(pk=told["customer"], account=told["own"]).first()
    if customer is None or not Account.objects.filter(pk=told["other"]).exists():
        raise Refused(gettext_noop("There is nothing left to ask here: one of them is gone."))
    alone = not Customer.objects.filter(account=told["own"]).exclude(pk=customer.pk).exists()
    granted = Condition.objects.filter(account=told["own"]) if alone else Condition.objects.none()
    conditions = list(granted.values_list("id", flat=True))
    point(customer.pk, told["other"], conditions, actor=actor)
    said = _say_anew(told["own"], told["other"], actor)
    return {"customer": customer.pk, "conditions": conditions, "said": said}


@writer
def make_customer_two(row: Question, *, actor: User | None) -> None:
    """The customer is its own account's again, unless it was pointed elsewhere meanwhile. Raises
    Refused where that account is gone."""
    own, other = row.proposal["own"], row.proposal["other"]
    if not Customer.objects.filter(pk=row.outcome["customer"], account=other).exists():
        return
    if not Account.objects.filter(pk=own).exists():
        raise Refused(
            gettext_noop("The account that it came with is gone."),
            cure=gettext_noop("Import its sheet again after undoing it."),
        )
    point(row.outcome["customer"], own, row.outcome["conditions"], actor=actor)
    _say_anew(other if row.outcome["said"] else None, own, actor)


def _say_anew(empty: int | None, full: int, actor: User | None) -> bool:
    """Invoices say of one account no longer that it is a customer, and say so of another, of which
    nobody said anything. Whether they do now. The invoices say so, not who answered."""
    if empty is not None and not _invoiced(empty):
        words = AccountRelation.objects.filter(
            account=empty, why=AccountRelation.INVOICE, undone_at=None
        )
        unsay(list(words), actor=actor)
    if full in said_of([full]) or not _invoiced(full):
        return False
    return bool(say([full], Relation.CUSTOMER, why=AccountRelation.INVOICE, actor=None))


def _invoiced(account: int) -> bool:
    return Customer.objects.filter(account=account, invoice__isnull=False).exists()
