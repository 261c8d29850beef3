"""Verbs on questions what an account is: put them, say it, take it back, forget them.

Not every account is asked about at once. A firm's mail knows tens of thousands of organisations,
most of them met once; a row for each would be read by nobody and looked through by every page. So
a refresh puts to each user those of their accounts that matter most, some dozens at a time
(`kith.pipeline.ask_who`), and the next ones once these are answered.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.people.models import AccountRelation
from kith.ledger.people.relation_writers import say, unsay
from kith.ledger.questions.models import Question
from kith.ledger.questions.who import KINDS, ONLY_MACHINES, WHO_IS_WHO, who_key
from kith.ledger.questions.writers import Asking, ask
from kith.ledger.rights.models import User


class AskingWho(NamedTuple):
    """An account to be asked about. `guess`: a terms.words.Relation, None where nothing speaks for
    one; `reason`: why it is guessed; `put_to_id`: who knows them best, None: the managers.

    `only_machines`: nobody of theirs ever wrote; it is told together with its like.
    """

    account_id: int
    guess: str | None
    reason: str | None
    put_to_id: int | None
    only_machines: bool = False


@writer
def ask_who(asking: Sequence[AskingWho], *, actor: User | None) -> int:
    """Puts the questions that were never put, in this order. Returns how many."""
    return ask(
        [
            Asking(
                kind=ONLY_MACHINES if one.only_machines else WHO_IS_WHO,
                key=who_key(one.account_id),
                proposal={"account": one.account_id, "guess": one.guess},
                evidence=[one.reason] if one.reason else [],
                put_to_id=one.put_to_id,
            )
            for one in asking
        ],
        actor=actor,
    )


@writer
def answer_who(
    account_ids: Collection[int], relation: str, *, why: str, actor: User | None
) -> Sequence[int]:
    """Says what accounts are, and thereby answers what waits about them. Returns the ids of those
    of which it was news; raises as `people.relation_writers.say` does."""
    told = say(account_ids, relation, why=why, actor=actor)
    now = timezone.now()
    for keys in _keys(told):
        waiting = Question.objects.filter(key__in=keys, kind__in=KINDS, answer="")
        waiting.update(answer=relation, answered_by=actor, answered_at=now)
    return told


@writer
def take_back_who(words: Sequence[AccountRelation], *, actor: User) -> Sequence[int]:
    """Takes words back: their questions wait again, unless an older word stands. Returns the ids of
    the accounts."""
    ids = unsay(words, actor=actor)
    for keys in _keys(ids):
        Question.objects.filter(key__in=keys, kind__in=KINDS).update(
            answer="", answered_by=None, answered_at=None
        )
    return ids


@writer
def forget_who(account_ids: Collection[int], *, actor: User | None) -> None:
    """Deletes all questions about accounts that go: one that comes anew is asked about anew."""
    for keys in _keys(account_ids):
        Question.objects.filter(key__in=keys, kind__in=KINDS).delete()


def _keys(account_ids: Collection[int]) -> list[list[bytes]]:
    keys = [who_key(pk) for pk in sorted(account_ids)]
    return [keys[start : start + bulk.IN_LIST] for start in range(0, len(keys), bulk.IN_LIST)]
