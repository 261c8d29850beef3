"""Who is left in the ledger although nothing speaks of them any more.

Each is asked twice: first of all rows, by reads that hold nobody up and may take long; then, of
those found, by the writer that deletes them, as somebody may have been met meanwhile.
"""

from collections.abc import Sequence

from django.db import connection

from kith.ledger import bulk
from kith.ledger.imports.models import Arrival, Batch

# No index leads from an address to all of its mail: the participants are read once, as a whole.
_UNNAMED = """
SELECT id FROM (SELECT id FROM ledger_address EXCEPT SELECT address_id FROM ledger_participant) u
ORDER BY id
"""
# Addresses of mailboxes that hold something stay: what they hold may be claimed by them.
_ADDRESSES = """
SELECT a.id FROM ledger_address a
WHERE a.id IN ({values})
  AND NOT EXISTS (
      SELECT 1 FROM ledger_mailbox m JOIN ledger_batch b ON b.mailbox_id = m.id
      WHERE m.address = a.address AND b.id <> {batch} AND (b.state = '{running}'
        OR EXISTS (SELECT 1 FROM ledger_arrival r WHERE r.batch_id = b.id)))
  AND NOT EXISTS (
      SELECT 1 FROM ledger_merge m WHERE m.undone_at IS NULL
      AND ((m.kind = 'contact' AND a.contact_id IN (m.kept_id, m.absorbed_id))
        OR (m.kind = 'colleague' AND a.colleague_id IN (m.kept_id, m.absorbed_id))))
"""
_PERSONS = """
SELECT c.id FROM ledger_{who} c
WHERE {among} NOT EXISTS (SELECT 1 FROM ledger_address a WHERE a.{who}_id = c.id)
  AND NOT EXISTS (
      SELECT 1 FROM ledger_merge m WHERE m.undone_at IS NULL AND m.kind = '{who}'
      AND c.id IN (m.kept_id, m.absorbed_id))
  {sold}
  AND c.id NOT IN (
      SELECT CAST(r.old AS bigint) FROM ledger_arrival r
      WHERE r.kind = {address} AND r.how = {changed} AND r.field = '{who}')
ORDER BY c.id
"""
_ACCOUNTS = """
SELECT c.id FROM ledger_account c
WHERE {among} c.owner_id IS NULL
  AND (c.guessed_name OR NOT EXISTS (
      SELECT 1 FROM ledger_audit n WHERE n.subject = 'account' AND n.subject_id = c.id
      AND n.verb = 'rename_account'))
  AND NOT EXISTS (SELECT 1 FROM ledger_customer b WHERE b.account_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_condition b WHERE b.account_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_giveaway b WHERE b.account_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_pricerise b WHERE b.account_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_waiver b WHERE b.account_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_employment e WHERE e.account_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_participant p WHERE p.account_id = c.id)
  AND NOT EXISTS (
      SELECT 1 FROM ledger_verdict v WHERE v.account_id = c.id AND v.undone_at IS NULL)
  AND NOT EXISTS (
      SELECT 1 FROM ledger_accountrelation r WHERE r.account_id = c.id AND r.undone_at IS NULL)
ORDER BY c.id
"""
# Who of us is named by the books alone stays for as long as they do.
_SOLD = """
  AND NOT EXISTS (SELECT 1 FROM ledger_invoice b WHERE b.salesperson_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_giveaway b WHERE b.agreed_by_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_waiver b WHERE b.granted_by_id = c.id)
"""
_GIVEN = "AND NOT EXISTS (SELECT 1 FROM ledger_giveaway b WHERE b.contact_id = c.id)"
_ARRIVED = {"address": int(Arrival.ADDRESS), "changed": int(Arrival.CHANGED)}


def newest_participant() -> int:
    """The id of the participant that was added last."""
    return _ids("SELECT COALESCE(MAX(id), 0) FROM ledger_participant")[0]


def unnamed_addresses() -> Sequence[int]:
    """Addresses that no activity names."""
    return _ids(_UNNAMED)


def lonely_addresses(among: Sequence[int], batch: Batch, *, since: int) -> Sequence[int]:
    """Those of unnamed addresses that nothing else holds either, without the batch.

    `since`: the newest participant at the time they were found to be unnamed.
    """
    named = _ids(f"SELECT DISTINCT address_id FROM ledger_participant WHERE id > {since:d}")  # noqa: S608
    statement = _ADDRESSES.format(values="{values}", running=Batch.RUNNING, batch=batch.pk)
    return [pk for (pk,) in bulk.select_in(statement, set(among).difference(named))]


def lonely_contacts(among: Sequence[int] | None = None) -> Sequence[int]:
    """Contacts without an address, of whom no merge and no change that may be undone speaks."""
    return _lonely(_PERSONS.format(who="contact", among="{among}", sold=_GIVEN, **_ARRIVED), among)


def lonely_colleagues(among: Sequence[int] | None = None) -> Sequence[int]:
    """Colleagues without an address, likewise."""
    statement = _PERSONS.format(who="colleague", among="{among}", sold=_SOLD, **_ARRIVED)
    return _lonely(statement, among)


def lonely_accounts(among: Sequence[int] | None = None) -> Sequence[int]:
    """Accounts where nobody works or worked, that the books do not know, and of which nobody said
    anything: no name, no owner, no answer, nor what they are to us."""
    return _lonely(_ACCOUNTS, among)


def _lonely(statement: str, among: Sequence[int] | None) -> Sequence[int]:
    if among is None:
        return _ids(statement.format(among=""))
    chosen = statement.format(among="c.id IN ({values}) AND ")
    return [pk for (pk,) in bulk.select_in(chosen, among)]


def _ids(statement: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [pk for (pk,) in cursor.fetchall()]
