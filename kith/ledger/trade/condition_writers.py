"""The verb on what accounts are granted off their invoices, as sheets tell of it."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before
from kith.ledger.imports.told_writers import brought, tell
from kith.ledger.imports.writers import restamp
from kith.ledger.people.models import NAME
from kith.ledger.people.names import fold
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.customer_readers import accounts_of
from kith.ledger.trade.incoming import SaidCondition
from kith.ledger.trade.models import Condition
from kith.ledger.trade.product_writers import tell_families
from kith.ledger.trade.told import CONDITION


@writer
def tell_conditions(
    conditions: Sequence[SaidCondition],
    customers: Mapping[str, int],
    books: Books,
    batch: Batch,
    *,
    actor: User | None,
) -> tuple[int, int]:
    """What is granted from when to when: how many are new, how many were known.

    All that a condition says tells it apart: one that says something else is another.
    """
    names = {c.family for c in conditions if c.family}
    families = tell_families(names, books, batch, actor=actor)
    accounts = accounts_of(customers.values())
    rows: dict[bytes, tuple[Any, ...]] = {}
    for said in conditions:
        family = families[fold(said.family)[:NAME]] if said.family else None
        product = books.products[said.product][0] if said.product else None
        rows[_digest(said)] = (
            accounts[customers[said.customer]], said.kind, family, product, said.share,
            said.amount, said.currency, said.since, said.until, said.since,
        )  # fmt: skip
    there = {
        bytes(key): pk
        for key, pk in bulk.select_in(
            "SELECT key, id FROM ledger_condition WHERE key IN ({values})", rows
        )
    }
    same: dict[int, dict[str, Any]] = {pk: {} for pk in there.values()}
    tell(CONDITION, batch, same, same, told_before(CONDITION, batch, same), actor=actor)
    new = [key for key in rows if key not in there]
    ids = list(bulk.new_ids(Condition, len(new)))
    bulk.insert(
        Condition,
        ["id", "key", "account_id", "kind", "family_id", "product_id", "share", "amount",
         "currency", "since", "until", "known_day"],
        [(pk, key, *rows[key]) for pk, key in zip(ids, new, strict=True)],
    )  # fmt: skip
    brought(CONDITION, batch, [(pk, "") for pk in ids], actor=actor)
    restamp([("conditions", 0)] if new else [], actor=actor)
    return len(new), len(there)


def _digest(said: SaidCondition) -> bytes:
    """Of all it says, its row apart; the customer by its key in the books."""
    return blake2b(repr(said[1:]).encode(), digest_size=16).digest()
