"""Verbs on the question whether a customer of the books is an account that is known: put it, do
what a yes means, take that back."""

from collections.abc import Collection, Sequence
from hashlib import blake2b

from kith.ledger.guard import writer
from kith.ledger.people.firm_names import firm_key
from kith.ledger.people.models import Account
from kith.ledger.questions.models import Question
from kith.ledger.questions.pairs import SAME_CUSTOMER
from kith.ledger.questions.same_customer_writers import make_customer_one
from kith.ledger.questions.writers import Asking, ask
from kith.ledger.rights.models import User
from kith.ledger.trade.customer_writers import Doubtful


@writer
def ask_customers(doubtful: Sequence[Doubtful], *, actor: User | None) -> int:
    """Asks once of each whether it is the other account. Returns how many questions that made.

    One to which somebody said yes before an undo is that account at once.
    """
    names = dict(
        Account.objects.filter(pk__in={one.other for one in doubtful}).values_list("id", "name")
    )
    asking = [
        Asking(
            kind=SAME_CUSTOMER,
            key=_key(one.name, names[one.other]),
            proposal={"customer": one.customer, "own": one.own, "other": one.other},
            evidence=[one.name, names[one.other]],
        )
        for one in doubtful
        if one.other in names
    ]
    _answered_before(asking, actor)
    return ask(asking, actor=actor)


def _answered_before(asking: Sequence[Asking], actor: User | None) -> None:
    told = {one.key: one.proposal for one in asking}
    for row in Question.objects.filter(key__in=list(told), answer=Question.YES):
        row.proposal = told[bytes(row.key)]
        row.outcome = make_customer_one(row, actor=actor)
        row.save(update_fields=["proposal", "outcome"])


@writer
def forget_customers(customer_ids: Collection[int], *, actor: User | None) -> None:
    """Deletes what waits about customers that go. What was answered stays."""
    if customer_ids:
        gone = set(customer_ids)
        rows = Question.objects.filter(kind=SAME_CUSTOMER, answer="")
        ids = [pk for pk, told in rows.values_list("id", "proposal") if told["customer"] in gone]
        Question.objects.filter(pk__in=ids).delete()


def _key(customer: str, account: str) -> bytes:
    """Of both names, so that a customer who comes again is not asked about again."""
    both = "\0".join((SAME_CUSTOMER, firm_key(customer), firm_key(account)))
    return blake2b(both.encode(), digest_size=16).digest()
