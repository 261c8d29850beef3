"""Verbs on accounts and colleagues that the books name: add them, call them as the books do."""

from collections.abc import Iterable, Mapping, Sequence

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before
from kith.ledger.imports.told_writers import brought, tell
from kith.ledger.imports.writers import restamp
from kith.ledger.people.account_told import COLLEAGUE, DOMAIN
from kith.ledger.people.models import Account, AccountDomain, Colleague
from kith.ledger.people.names import LONGEST, fold, match_key
from kith.ledger.rights.models import User


@writer
def add_accounts(rows: Iterable[tuple[int, str]], *, actor: User | None) -> None:
    """Accounts under the names that the books give them: (new id, name)."""
    bulk.insert(
        Account,
        ["id", "name", "sort_key", "guessed_name"],
        [(pk, name[:LONGEST], fold(name), False) for pk, name in rows],
    )


@writer
def call_accounts(
    names: Mapping[int, tuple[str, bool]],
    *,
    actor: User | None,
) -> None:
    """Accounts are called so; with each name, whether it is but guessed from a domain."""
    bulk.update(
        "UPDATE ledger_account SET name = %s, sort_key = %s, guessed_name = %s WHERE id = %s",
        [(name[:LONGEST], fold(name), guessed, pk) for pk, (name, guessed) in names.items()],
    )


@writer
def give_domains(domains: Mapping[str, int], batch: Batch, *, actor: User | None) -> None:
    """Whoever writes from these domains works at these accounts; one that is taken stays."""
    there = {
        domain: (pk, account)
        for domain, pk, account in bulk.select_in(
            "SELECT domain, id, account_id FROM ledger_accountdomain WHERE domain IN ({values})",
            domains,
        )
    }
    new = [domain for domain in sorted(domains) if domain not in there]
    rows = list(zip(bulk.new_ids(AccountDomain, len(new)), new, strict=True))
    bulk.insert(
        AccountDomain, ["id", "domain", "account_id"], [(pk, d, domains[d]) for pk, d in rows]
    )
    brought(DOMAIN, batch, [(pk, "") for pk, _ in rows], actor=actor)
    same: dict[int, dict[str, str]] = {
        pk: {} for domain, (pk, account) in there.items() if account == domains[domain]
    }
    tell(DOMAIN, batch, same, same, told_before(DOMAIN, batch, same), actor=actor)


@writer
def add_colleagues(
    rows: Sequence[tuple[str, int | None]], batch: Batch, *, actor: User | None
) -> Sequence[int]:
    """Colleagues whom only the books name, with their user where they have one; their ids."""
    ids = list(bulk.new_ids(Colleague, len(rows)))
    bulk.insert(
        Colleague,
        ["id", "name", "sort_key", "match_key", "user_id"],
        [
            (pk, name[:LONGEST], fold(name), match_key(name), user)
            for pk, (name, user) in zip(ids, rows, strict=True)
        ],
    )
    brought(COLLEAGUE, batch, [(pk, "") for pk in ids], actor=actor)
    restamp([("colleagues", 0)] if ids else [], actor=actor)
    return ids
