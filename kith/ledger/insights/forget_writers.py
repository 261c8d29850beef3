"""Verbs on what was computed from rows that are no more. The next refresh makes the rest anew."""

from collections.abc import Sequence
from typing import Literal

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.insights.models import Finding
from kith.ledger.rights.models import User


@writer
def forget_subjects(
    kind: Literal["account", "contact", "colleague"],
    ids: Sequence[int],
    *,
    actor: User | None,
) -> None:
    """Deletes the findings about these subjects, and answers that were taken back."""
    bulk.change_in(
        f"DELETE FROM ledger_finding WHERE {kind}_id IN ({{values}})",  # noqa: S608
        ids,
    )
    if kind == "account":
        bulk.change_in(
            "DELETE FROM ledger_verdict WHERE undone_at IS NOT NULL AND account_id IN ({values})",
            ids,
        )


@writer
def forget_findings(ids: Sequence[int], *, actor: User | None) -> None:
    """Deletes findings whose evidence is gone."""
    Finding.objects.filter(pk__in=ids).delete()
