"""Verbs on questions that ask nothing any more."""

from collections.abc import Sequence

from kith.ledger.guard import writer
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import User


@writer
def forget_questions(ids: Sequence[int], *, actor: User | None) -> None:  # noqa: ARG001
    """Deletes questions that wait. One that was answered stays, so that it is not put again."""
    Question.objects.filter(pk__in=ids, answer="").delete()
