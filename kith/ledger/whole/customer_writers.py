"""Verbs by which invoices say what an account is: a customer; and take it back when they go."""

from django.db import connection

from kith.ledger.guard import writer
from kith.ledger.people.models import AccountRelation
from kith.ledger.people.relation_writers import say, unsay
from kith.ledger.rights.models import User
from kith.terms.words import Relation

SOME = 2_000  # accounts of one transaction

# Who was invoiced and is, as far as anybody said, no more than a prospect.
_INVOICED = """
SELECT DISTINCT c.account_id FROM ledger_customer c
WHERE EXISTS (SELECT 1 FROM ledger_invoice i WHERE i.customer_id = c.id)
  AND NOT EXISTS (
      SELECT 1 FROM ledger_accountrelation r
      WHERE r.account_id = c.account_id AND r.undone_at IS NULL AND r.relation <> 'prospect'
        AND NOT EXISTS (
            SELECT 1 FROM ledger_accountrelation later
            WHERE later.account_id = r.account_id AND later.undone_at IS NULL AND later.id > r.id))
ORDER BY 1 LIMIT %s
"""
_NOT_INVOICED = """
SELECT r.id FROM ledger_accountrelation r
WHERE r.why = 'invoice' AND r.undone_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM ledger_customer c JOIN ledger_invoice i ON i.customer_id = c.id
    WHERE c.account_id = r.account_id)
ORDER BY 1 LIMIT %s
"""


@writer
def say_some(*, actor: User | None) -> int:
    """Says of the next accounts that were invoiced that they are customers. What a person said
    stands, but for a prospect. Returns how many; 0: all are said."""
    ids = _ids(_INVOICED)
    say(ids, Relation.CUSTOMER, why=AccountRelation.INVOICE, actor=actor)
    return len(ids)


@writer
def unsay_some(*, actor: User | None) -> int:
    """Takes back what invoices said of the next accounts that have none any more; 0: none left."""
    ids = _ids(_NOT_INVOICED)
    unsay(list(AccountRelation.objects.filter(pk__in=ids)), actor=actor)
    return len(ids)


def _ids(statement: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [SOME])
        return [pk for (pk,) in cursor.fetchall()]
