"""A guess that waits for a person."""

from django.db import models

from kith.ledger.rights.models import User


class Question(models.Model):
    """A proposal, what speaks for it, whom it is put to, and the answer once there is one.

    - `kind` says what is asked (same_person, new_employer, ...) and what a yes does.
    - `key`: digest of kind and proposal; an answered question is never put again.
    - `put_to` null: to whoever sees both sides. `answer`: yes, no, or what an account is
      (terms.words.Relation); '' while it waits.
    - `outcome`: what a yes did, by which it is taken back.
    """

    YES, NO = "yes", "no"

    kind = models.CharField(max_length=32)
    key = models.BinaryField(max_length=16, unique=True)
    proposal = models.JSONField()
    evidence = models.JSONField(default=list)
    put_to = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="asked")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=16, blank=True)
    answered_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="answered"
    )
    outcome = models.JSONField(default=dict)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["answer", "kind", "id"], name="question_waiting")]
