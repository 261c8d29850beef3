"""Verbs on questions: ask, answer, take an answer back."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.people.merge_writers import Moved, Person, merge, unmerge
from kith.ledger.people.models import Address, Merge
from kith.ledger.questions.models import Question
from kith.ledger.questions.pairs import (
    NEW_EMPLOYER,
    SAME_COLLEAGUE,
    SAME_CUSTOMER,
    days_written,
)
from kith.ledger.questions.same_customer_writers import make_customer_one, make_customer_two
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note
from kith.terms.errors import BadInput, Refused
from kith.terms.language import gettext_noop


class Asking(NamedTuple):
    """A question to be put. `key`: what it asks, whatever the kind; `also`: other keys of the same.

    `put_to_id`: the user it is for; None: whoever may see its subjects.
    """

    kind: str
    key: bytes
    proposal: dict[str, Any]
    evidence: list[Any]
    put_to_id: int | None = None
    also: tuple[bytes, ...] = ()


@writer
def ask(asking: Sequence[Asking], *, actor: User | None) -> int:
    """Puts the questions that were never put, under any of their keys. Returns how many."""
    put = {
        bytes(key)
        for (key,) in bulk.select_in(
            "SELECT key FROM ledger_question WHERE key IN ({values})",
            {key for one in asking for key in (one.key, *one.also)},
        )
    }
    new: dict[bytes, Asking] = {}
    for one in asking:
        if put.isdisjoint((one.key, *one.also)):
            new[one.key] = one
            put.update((one.key, *one.also))
    now = timezone.now()
    bulk.insert_new(
        Question,
        ["kind", "key", "proposal", "evidence", "put_to_id", "asked_at", "answer", "outcome"],
        [
            (
                one.kind, key, json.dumps(one.proposal), json.dumps(one.evidence), one.put_to_id,
                now, "", "{}",
            )
            for key, one in new.items()
        ],
    )  # fmt: skip
    return len(new)


@writer
def answer(question: Question, answer: str, *, actor: User) -> Question:
    """Records yes or no, and does what a yes means. It is never asked again.

    Raises BadInput for another answer, Refused where it was answered already or asks nothing any
    more, and as `people.merge_writers.merge` does.
    """
    if answer not in (Question.YES, Question.NO):
        raise BadInput(gettext_noop("The answer is yes or no."))
    row = Question.objects.select_for_update().get(pk=question.pk)
    if row.answer:
        raise Refused(
            gettext_noop("This was answered already."), cure=gettext_noop("Undo that answer first.")
        )
    row.outcome = _done(row, actor) if answer == Question.YES else {}
    row.answer, row.answered_by, row.answered_at = answer, actor, timezone.now()
    row.save(update_fields=["answer", "answered_by", "answered_at", "outcome"])
    note("answer", "question", row.pk, actor=actor, new={"kind": row.kind, "answer": answer})
    return row


@writer
def take_back(question: Question, *, actor: User) -> Question:
    """The question waits again, and what a yes did is undone.

    Raises Refused where it waits already, or as `people.merge_writers.unmerge` does.
    """
    row = Question.objects.select_for_update().get(pk=question.pk)
    if not row.answer:
        raise Refused(gettext_noop("This was not answered yet."), cure=gettext_noop("Answer it."))
    old = row.answer
    if row.kind == SAME_CUSTOMER and row.outcome:
        make_customer_two(row, actor=actor)
    elif merge_id := row.outcome.get("merge"):
        done = Merge.objects.get(pk=merge_id)
        if done.undone_at is None:
            unmerge(done, actor=actor)
    row.answer, row.answered_by, row.answered_at, row.outcome = "", None, None, {}
    row.save(update_fields=["answer", "answered_by", "answered_at", "outcome"])
    note("take_back", "question", row.pk, actor=actor, old={"kind": row.kind, "answer": old})
    return row


def _done(row: Question, actor: User) -> dict[str, Any]:
    """Does what a yes means; by what it is taken back."""
    if row.kind == SAME_CUSTOMER:
        return make_customer_one(row, actor=actor)
    return {"merge": _make_one(row, actor).pk}


def _make_one(row: Question, actor: User) -> Merge:
    """The two people of a pair become one, at their new employer where that is what was asked."""
    ids = (row.proposal["one"], row.proposal["other"])
    found = Address.objects.select_related("contact", "colleague").in_bulk(ids)
    people = [_person(row, found[pk]) for pk in ids if pk in found]
    if len(people) < 2 or people[0] == people[1]:
        raise Refused(
            gettext_noop("There is nothing left to ask here: they are one, or one is gone.")
        )
    kept, absorbed = people
    return merge(kept, absorbed, actor=actor, moved=_moved(row, *ids))


def _person(row: Question, address: Address) -> Person:
    person = address.colleague if row.kind == SAME_COLLEAGUE else address.contact
    if person is None:
        raise Refused(gettext_noop("One of these addresses has become somebody else's."))
    return person


def _moved(row: Question, old: int, new: int) -> Moved | None:
    """From the last day they wrote at the old place to the first at the new one, known today."""
    if row.kind != NEW_EMPLOYER:
        return None
    wrote = days_written([old, new])
    if old not in wrote or new not in wrote:
        raise Refused(
            gettext_noop("The mails that spoke for it are gone."), cure=gettext_noop("Answer no.")
        )
    return Moved(left=wrote[old][1], joined=wrote[new][0])
