"""What was computed from rows that are no more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
   OR (g.item_id > 0 AND g.name IN ('waterfall_of_product', 'peer_price')
       AND NOT EXISTS (SELECT 1 FROM ledger_product p WHERE p.id = g.item_id))
   OR (g.item_id > 0 AND g.name = 'waterfall_of_family'
       AND NOT EXISTS (SELECT 1 FROM ledger_family f WHERE f.id = g.item_id))
"""
# Where the papers of a finding lie, by the words that findings name them by.
_PAPERS = {
    "line": "ledger_invoiceline",
    "giveaway": "ledger_giveaway",
    "waiver": "ledger_waiver",
    "rise": "ledger_pricerise",
}
SOME = 5_000


def gauges_of_nobody() -> Iterator[Sequence[int]]:
    """Ids of gauges whose account, contact, colleague, product or family is gone, some thousand at
    a time."""
    with connection.cursor() as cursor:
        cursor.execute(_GAUGES)
        ids = [pk for (pk,) in cursor.fetchall()]
    for start in range(0, len(ids), SOME):
        yield ids[start : start + SOME]


def findings_without_proof() -> list[int]:
    """Ids of findings that name an activity, or a paper of trade, which is gone."""
    proofs = {
        pk: {"activity": evidence, **papers}
        for pk, evidence, papers in Finding.objects.values_list("id", "evidence", "papers")
    }
    tables = {"activity": "ledger_activity", **_PAPERS}
    there = {word: _there(table, word, proofs.values()) for word, table in tables.items()}
    return [
        pk
        for pk, proof in proofs.items()
        if not all(there[word].issuperset(proof.get(word, ())) for word in tables)
    ]


def _there(table: str, word: str, proofs: Iterable[Mapping[str, Sequence[int]]]) -> set[int]:
    """Those of the rows named by the word that are there."""
    named = {pk for proof in proofs for pk in proof.get(word, ())}
    rows = bulk.select_in(f'SELECT id FROM "{table}" WHERE id IN ({{values}})', named)  # noqa: S608
    return {pk for (pk,) in rows}
