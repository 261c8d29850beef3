"""Verbs on questions whether something was given away: put them, answer, take an answer back."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone

from kith.ledger.guard import writer
from kith.ledger.people.models import Account, Colleague, Contact
from kith.ledger.questions.given import FREE_LINE, GIVEAWAY
from kith.ledger.questions.models import Question
from kith.ledger.questions.writers import Asking, ask
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import founded
from kith.ledger.rights.writers import note
from kith.ledger.trade.giveaway_writers import give, withdraw
from kith.ledger.trade.models import Giveaway, InvoiceLine
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop


class AskingMail(NamedTuple):
    """A mail in which one of us seems to have given something. `key`: given.mail_key.

    `says` and `sentence`: the words that give and the sentence round them, as places in its text.
    `put_to_id`: who wrote it.
    """

    key: bytes
    activity_id: int
    account_id: int
    contact_id: int | None
    colleague_id: int
    put_to_id: int
    kind: str
    says: tuple[int, int]
    sentence: tuple[int, int]
    day: date


class AskingLine(NamedTuple):
    """A line of an invoice at no price. `key`: given.line_key; `put_to_id`: who sold it, else the
    account's owner; None: the managers."""

    key: bytes
    line_id: int
    account_id: int
    product_id: int | None
    put_to_id: int | None
    day: date


@writer
def ask_given(
    mails: Sequence[AskingMail], lines: Sequence[AskingLine], *, actor: User | None
) -> int:
    """Puts the questions that were never put, oldest first. Returns how many."""
    asking = [
        Asking(
            GIVEAWAY,
            one.key,
            {
                "activity": one.activity_id, "account": one.account_id, "contact": one.contact_id,
                "colleague": one.colleague_id, "kind": one.kind, "says": one.says,
                "sentence": one.sentence, "day": str(one.day),
            },
            [one.activity_id],
            one.put_to_id,
        )
        for one in mails
    ]  # fmt: skip
    asking += [
        Asking(
            FREE_LINE,
            one.key,
            {
                "line": one.line_id, "account": one.account_id, "product": one.product_id,
                "day": str(one.day),
            },
            [one.line_id],
            one.put_to_id,
        )
        for one in lines
    ]  # fmt: skip
    return ask(sorted(asking, key=lambda one: str(one.proposal["day"])), actor=actor)


@writer
def confirm(question: Question, *, kind: str, what: str, actor: User, **said: Any) -> Question:
    """It was a giveaway: it is written down, as `give` does, and raises as that does.

    `said`: of `value_list`, `value_cost`, `after_complaint`, `why`, what is known better than the
    question. Raises Refused where it was answered already, or asks nothing any more.
    """
    row = _waiting(question)
    known = _known(row)
    given = give(**{**known, **said}, kind=kind, what=what, actor=actor)
    return _answered(row, Question.YES, {"giveaway": given.pk}, actor)


@writer
def decline(question: Question, *, actor: User) -> Question:
    """It was none. It is never asked again. Raises Refused where it was answered already."""
    return _answered(_waiting(question), Question.NO, {}, actor)


@writer
def take_back_given(question: Question, *, actor: User) -> Question:
    """The question waits again, and the giveaway that a yes made counts no more.

    Raises Refused where it waits already.
    """
    row = Question.objects.select_for_update().get(pk=question.pk)
    if not row.answer:
        raise Refused(gettext_noop("This was not answered yet."), cure=gettext_noop("Answer it."))
    made = Giveaway.objects.filter(pk=row.outcome.get("giveaway", 0), withdrawn_at=None).first()
    if made:
        withdraw(made, actor=actor)
    old, row.answer, row.answered_by, row.answered_at = row.answer, "", None, None
    row.outcome = {}
    row.save(update_fields=["answer", "answered_by", "answered_at", "outcome"])
    note("take_back", "question", row.pk, actor=actor, old={"kind": row.kind, "answer": old})
    return row


def _waiting(question: Question) -> Question:
    row = Question.objects.select_for_update().get(pk=question.pk)
    if row.answer:
        raise Refused(
            gettext_noop("This was answered already."), cure=gettext_noop("Undo that answer first.")
        )
    return row


def _answered(row: Question, answer: str, outcome: dict[str, int], actor: User) -> Question:
    row.answer, row.answered_by, row.answered_at = answer, actor, timezone.now()
    row.outcome = outcome
    row.save(update_fields=["answer", "answered_by", "answered_at", "outcome"])
    note("answer", "question", row.pk, actor=actor, new={"kind": row.kind, "answer": answer})
    return row


def _known(row: Question) -> dict[str, Any]:
    """What the question knows of the giveaway, as `give` takes it."""
    told = row.proposal
    account = Account.objects.filter(pk=told["account"]).first()
    if account is None:
        raise _nothing_left()
    known = {
        "account": account, "day": date.fromisoformat(told["day"]), "value_list": None,
        "value_cost": None,
    }  # fmt: skip
    if row.kind == FREE_LINE:
        return known | _of_line(told["line"])
    contact = Contact.objects.filter(pk=told["contact"]).first() if told["contact"] else None
    agreed = Colleague.objects.filter(pk=told["colleague"]).first()
    return known | {
        "contact": contact, "agreed_by": agreed, "activity_id": told["activity"],
        "currency": founded().currency,
    }  # fmt: skip


def _of_line(line_id: int) -> dict[str, Any]:
    lines = InvoiceLine.objects.select_related("invoice__salesperson")
    line = lines.filter(pk=line_id).first()
    if line is None:
        raise _nothing_left()
    return {
        "value_list": line.list_amount, "value_cost": line.cost, "line_id": line.pk,
        "currency": line.invoice.currency, "agreed_by": line.invoice.salesperson,
    }  # fmt: skip


def _nothing_left() -> Refused:
    return Refused(gettext_noop("There is nothing left to ask here: what it spoke of is gone."))
