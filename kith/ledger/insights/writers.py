"""What people answer to findings."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from kith.ledger.insights.models import Finding, Verdict
from kith.ledger.rights.models import Audit, Firm, User


@transaction.atomic
def answer(
    finding_id: int, verb: str, *, actor: User, why: str = "", until: date | None = None
) -> Verdict:
    """Records done, snooze or wrong."""
    row, now = Finding.objects.get(id=finding_id), timezone.now()
    clock = Firm.objects.values_list("clock", flat=True).first()
    verdict = Verdict.objects.create(
        key=row.key,
        kind=row.kind,
        account_id=row.account_id,
        user=actor,
        verb=verb,
        why=why,
        given_on=clock or now.date(),
        until=until,
        recorded_at=now,
    )
    _audit(f"finding.{verb}", verdict, actor)
    return verdict


@transaction.atomic
def take_back(verdict_id: int, *, actor: User) -> None:
    """Takes an answer back."""
    verdict = Verdict.objects.get(id=verdict_id)
    verdict.undone_at = timezone.now()
    verdict.save(update_fields=["undone_at"])
    _audit("finding.undo", verdict, actor)


def _audit(verb: str, verdict: Verdict, actor: User) -> None:
    Audit.objects.create(
        recorded_at=timezone.now(),
        actor=actor,
        verb=verb,
        subject="verdict",
        subject_id=verdict.pk,
    )
