"""Whose mailbox holds the mail with an address. For the pipeline: to ask its owner."""

from collections.abc import Iterable

from kith.ledger import bulk

# From the addresses on (CROSS JOIN keeps the order): SQLite would go through all arrivals else.
_HOLDERS = """
SELECT p.address_id, m.owner_id, count(*)
FROM ledger_participant p
CROSS JOIN ledger_arrival r
CROSS JOIN ledger_mailbox m
WHERE p.address_id IN ({values}) AND (p.side > 0 OR p.account_id IS NOT NULL)
  AND r.kind = 1 AND r.object_id = p.activity_id AND m.id = r.mailbox_id
GROUP BY p.address_id, m.owner_id
"""  # kind 1: Arrival.ACTIVITY


def holders(address_ids: Iterable[int]) -> dict[int, int]:
    """By address id, the user in whose mailboxes most of its mail lies; of several, the first."""
    best: dict[int, tuple[int, int]] = {}
    for address_id, owner_id, mails in bulk.select_in(_HOLDERS, address_ids):
        best[address_id] = max(best.get(address_id, (0, 0)), (mails, -owner_id))
    return {address_id: -owner for address_id, (_, owner) in best.items()}
