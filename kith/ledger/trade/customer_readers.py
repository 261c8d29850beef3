"""Customers and accounts by which those of a sheet are known again: for the import."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db import connection

from kith.ledger import bulk
from kith.ledger.imports.models import Arrival
from kith.ledger.people.firm_names import FirmNames
from kith.ledger.people.names import fold
from kith.ledger.rights.models import User


class KnownCustomer(NamedTuple):
    id: int
    name: str
    account: int


def by_number(keys: Iterable[str]) -> dict[str, KnownCustomer]:
    """Customers of the books by their folded numbers."""
    return {
        key: KnownCustomer(pk, name, account)
        for key, pk, name, account in bulk.select_in(
            "SELECT number_key, id, name, account_id FROM ledger_customer"
            " WHERE number_key IN ({values})",
            keys,
        )
    }


def by_name(keys: Iterable[str]) -> dict[str, list[KnownCustomer]]:
    """Customers by their names' keys, those without a number first."""
    found: dict[str, list[KnownCustomer]] = {}
    for key, pk, name, account in bulk.select_in(
        "SELECT name_key, id, name, account_id FROM ledger_customer WHERE name_key IN ({values})"
        " ORDER BY number_key IS NOT NULL, id",
        keys,
    ):
        found.setdefault(key, []).append(KnownCustomer(pk, name, account))
    return found


def by_domains(domains: Iterable[str]) -> dict[str, KnownCustomer]:
    """The customer of each domain's account, where it has just one."""
    return {
        domain: KnownCustomer(pk, name, account)
        for domain, pk, name, account, count in bulk.select_in(
            "SELECT d.domain, MIN(c.id), MIN(c.name), d.account_id, COUNT(*)"
            " FROM ledger_accountdomain d JOIN ledger_customer c ON c.account_id = d.account_id"
            " WHERE d.domain IN ({values}) GROUP BY d.domain, d.account_id",
            domains,
        )
        if count == 1
    }


def accounts_by_domain(domains: Iterable[str]) -> dict[str, int]:
    """The account of each domain that has one."""
    return dict(
        bulk.select_in(
            "SELECT domain, account_id FROM ledger_accountdomain WHERE domain IN ({values})",
            domains,
        )
    )


def firm_names() -> FirmNames:
    """All accounts by their names, and by those of their customers."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, name FROM ledger_account"
            " UNION SELECT account_id, name FROM ledger_customer WHERE name <> ''"
        )
        return FirmNames(cursor.fetchall())


def countries(account_ids: Collection[int]) -> dict[int, str]:
    """Where accounts are, as the books say; those that are gone are left out."""
    return dict(
        bulk.select_in("SELECT id, country FROM ledger_account WHERE id IN ({values})", account_ids)
    )


def named_by_people(account_ids: Collection[int]) -> set[int]:
    """Those of the accounts that a person gave a name."""
    return {
        pk
        for (pk,) in bulk.select_in(
            "SELECT subject_id FROM ledger_audit WHERE subject = 'account'"
            " AND verb = 'rename_account' AND subject_id IN ({values})",
            account_ids,
        )
    }


def bare_domains(account_ids: Collection[int]) -> dict[int, str]:
    """A domain of each of the accounts that no customer of the books is."""
    return dict(
        bulk.select_in(
            "SELECT d.account_id, MIN(d.domain) FROM ledger_accountdomain d"
            " WHERE d.account_id IN ({values}) AND NOT EXISTS ("
            " SELECT 1 FROM ledger_customer c WHERE c.account_id = d.account_id)"
            " GROUP BY d.account_id",
            account_ids,
        )
    )


def names_in_books(account_ids: Collection[int]) -> dict[int, str]:
    """What the books call each account: of several customers the one with the lowest number; those
    that a person gave a name are left out."""
    named = named_by_people(account_ids)
    found: dict[int, tuple[bool, str, str]] = {}
    for account, number, name in bulk.select_in(
        "SELECT account_id, number_key, name FROM ledger_customer"
        " WHERE account_id IN ({values}) AND name <> ''",
        set(account_ids) - named,
    ):
        mine = (number is None, number or "", name)
        found[account] = min(mine, found.get(account, mine))
    return {account: name for account, (_, _, name) in found.items()}


def owners_called(texts: Iterable[str]) -> dict[str, int]:
    """Users whose mail address or name these are, by the text; nobody for a name of several."""
    found: dict[str, set[int]] = {}
    for pk, email, name in User.objects.values_list("id", "email", "name"):
        for key in {fold(email), fold(name)}:
            found.setdefault(key, set()).add(pk)
    return {text: min(ids) for text in texts if len(ids := found.get(fold(text), set())) == 1}


def owned_by_books(account_ids: Collection[int]) -> set[int]:
    """Accounts whose owner a sheet named last."""
    named = bulk.select_in(
        f"SELECT r.object_id FROM ledger_arrival r JOIN ledger_account a ON a.id = r.object_id"  # noqa: S608
        f" WHERE r.kind = {Arrival.ACCOUNT:d} AND r.field = 'owner_id'"
        " AND r.new = CAST(a.owner_id AS varchar(32)) AND r.object_id IN ({values})",
        account_ids,
    )
    created = bulk.select_in(
        f"SELECT object_id FROM ledger_arrival WHERE kind = {Arrival.ACCOUNT:d}"  # noqa: S608
        f" AND how = {Arrival.CREATED:d} AND new LIKE '%%o%%' AND object_id IN ({{values}})",
        account_ids,
    )
    return {pk for (pk,) in (*named, *created)}


def accounts_of(customer_ids: Iterable[int]) -> dict[int, int]:
    """The account of each customer."""
    return dict(
        bulk.select_in(
            "SELECT id, account_id FROM ledger_customer WHERE id IN ({values})", set(customer_ids)
        )
    )


def lines_stamps(customer_ids: Collection[int]) -> list[tuple[str, int]]:
    """The parts of the lines' fact table in which these customers buy."""
    days = bulk.select_in(
        "SELECT DISTINCT day FROM ledger_invoice WHERE customer_id IN ({values})", customer_ids
    )
    return [("lines", year) for year in sorted({int(str(day)[:4]) for (day,) in days})]
