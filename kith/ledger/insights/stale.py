"""What was computed from rows that are no more."""

from collections.abc import Iterator, Sequence

from django.db import connection

from kith.ledger import bulk
from kith.ledger.insights.models import Finding

_GAUGES = """
SELECT g.id FROM ledger_gauge g
WHERE (g.account_id > 0
       AND NOT EXISTS (SELECT 1 FROM ledger_account a WHERE a.id = g.account_id))
   OR (g.contact_id > 0 AND NOT EXISTS (SELECT 1 FROM ledger_contact c WHERE c.id = g.contact_id))
   OR (g.colleague_id > 0
       AND NOT EXISTS (SELECT 1 FROM ledger_colleague c WHERE c.id = g.colleague_id))
"""
SOME = 5_000


def gauges_of_nobody() -> Iterator[Sequence[int]]:
    """Ids of gauges whose account, contact or colleague is gone, some thousand at a time."""
    with connection.cursor() as cursor:
        cursor.execute(_GAUGES)
        ids = [pk for (pk,) in cursor.fetchall()]
    for start in range(0, len(ids), SOME):
        yield ids[start : start + SOME]


def findings_without_proof() -> list[int]:
    """Ids of findings that name an activity which is gone."""
    proofs = dict(Finding.objects.values_list("id", "evidence"))
    named = {activity for evidence in proofs.values() for activity in evidence}
    there = {
        pk
        for (pk,) in bulk.select_in("SELECT id FROM ledger_activity WHERE id IN ({values})", named)
    }
    return [pk for pk, evidence in proofs.items() if not there.issuperset(evidence)]
