"""Verbs on questions that ask nothing any more."""

from collections.abc import Collection, Sequence

from django.db.models import BigIntegerField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.questions.given import GIVEAWAY, given_about_nothing
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import User


@writer
def forget_questions(ids: Sequence[int], *, actor: User | None) -> None:
    """Deletes questions that wait. One that was answered stays, so that it is not put again."""
    Question.objects.filter(pk__in=ids, answer="").delete()


@writer
def forget_given_of(activity_ids: Collection[int], *, actor: User | None) -> None:
    """Deletes what waits about mails whose words have changed: its places in them are no more. The
    next refresh reads them anew."""
    rows = Question.objects.filter(kind=GIVEAWAY, answer="").annotate(
        activity=Cast(KT("proposal__activity"), BigIntegerField())
    )
    ids = sorted(activity_ids)
    for start in range(0, len(ids), bulk.IN_LIST):
        rows.filter(activity__in=ids[start : start + bulk.IN_LIST]).delete()


@writer
def forget_given_of_nobody(*, actor: User | None) -> None:
    """Deletes what waits about mails and lines that are gone."""
    forget_questions(given_about_nothing(), actor=actor)
