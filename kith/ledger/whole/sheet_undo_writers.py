"""Verbs that take back what a sheet's batch told of customers and their accounts, some at a time.

The account itself goes with all others of whom nothing speaks any more (`whole.orphans`).
"""

from collections.abc import Sequence

from django.db import connection

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told import KEPT
from kith.ledger.imports.told_readers import held_rows
from kith.ledger.imports.told_writers import untell
from kith.ledger.imports.writers import restamp
from kith.ledger.people.account_told import ACCOUNT, DOMAIN
from kith.ledger.questions.customer_writers import forget_customers
from kith.ledger.rights.models import User
from kith.ledger.trade.customer_readers import accounts_of, lines_stamps
from kith.ledger.trade.customer_writers import call_anew
from kith.ledger.trade.told import CUSTOMER

Step = tuple[int, int]  # how many rows, 0 at the end; the last arrival's id


@writer
def untell_customers(batch: Batch, most: int, *, after: int, actor: User | None) -> Step:
    """Takes the batch's word on the next customers back."""
    bulk.take_turn()
    held = held_rows(CUSTOMER, batch, most, after=after)
    ids = [pk for _, pk in held]
    accounts = set(accounts_of(ids).values())
    gone = untell(CUSTOMER, batch, ids, actor=actor)
    restamp(lines_stamps(gone), actor=actor)
    forget_customers(gone, actor=actor)
    bulk.change_in("DELETE FROM ledger_customer WHERE id IN ({values})", gone)
    call_anew(accounts, actor=actor)
    return _step(held, after)


@writer
def untell_accounts(batch: Batch, most: int, *, after: int, actor: User | None) -> Step:
    """Takes back what the batch told of the next accounts: country, segment, owner. One that it
    created and no other sheet speaks of is as if it had come by mail, for as long as it stays."""
    bulk.take_turn()
    held = held_rows(ACCOUNT, batch, most, after=after)
    alone = untell(ACCOUNT, batch, [pk for _, pk in held], actor=actor)
    for column in ACCOUNT.columns:
        if column.blank is not KEPT:
            bulk.update(
                f'UPDATE ledger_account SET "{column.name}" = %s WHERE id = %s',  # noqa: S608
                [(column.blank, pk) for pk in alone],
            )
    restamp([("accounts", 0)], actor=actor)
    return _step(held, after)


@writer
def untell_domains(batch: Batch, most: int, *, after: int, actor: User | None) -> Step:
    """Takes the next domains back, but for those from which somebody at the account writes."""
    bulk.take_turn()
    held = held_rows(DOMAIN, batch, most, after=after)
    gone = untell(DOMAIN, batch, [pk for _, pk in held], actor=actor)
    bulk.change_in(
        "DELETE FROM ledger_accountdomain WHERE id IN ({values}) AND NOT EXISTS ("
        " SELECT 1 FROM ledger_employment e JOIN ledger_address a ON a.contact_id = e.contact_id"
        " WHERE e.account_id = ledger_accountdomain.account_id AND (a.domain = domain"
        " OR a.domain LIKE '%%.' || ledger_accountdomain.domain))",
        gone,
    )
    restamp([("accounts", 0)], actor=actor)
    return _step(held, after)


@writer
def drop_domains(*, actor: User | None) -> None:
    """Deletes the domains of accounts that only the books speak of, and no sheet says: mail made
    them, and was taken back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_accountdomain WHERE account_id IN"
            " (SELECT account_id FROM ledger_customer)"
            " AND id NOT IN (SELECT object_id FROM ledger_arrival WHERE kind = %s)"
            " AND account_id NOT IN (SELECT account_id FROM ledger_employment)"
            " AND account_id NOT IN"
            " (SELECT account_id FROM ledger_participant WHERE account_id IS NOT NULL)",
            [DOMAIN.kind],
        )
        gone = cursor.rowcount
    restamp([("accounts", 0)] if gone else [], actor=actor)


def _step(held: Sequence[tuple[int, int]], after: int) -> Step:
    return len(held), held[-1][0] if held else after
