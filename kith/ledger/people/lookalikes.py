"""Rows from which it is told who might be whom: whom a batch brought, and who bears a like name.

For the pipeline: nothing here is cut to what a reader may see.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from django.db import connection

from kith.ledger import bulk
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.people.shared import is_shared


class Alike(NamedTuple):
    """One address of a person, as the rules see it.

    `person`: the contact's or colleague's id, `name` and `key` (`names.match_key`) theirs;
    `account_id`: where a contact works today; `named`: a name was seen beside the address;
    `signs_in`: a colleague with a user.
    """

    person: int
    name: str
    key: str
    address_id: int
    address: str
    named: bool
    account_id: int | None = None
    signs_in: bool = False


_OF_BATCH = """
SELECT a.{who}_id FROM ledger_nameseen n JOIN ledger_address a ON a.id = n.address_id
WHERE n.batch_id = %s AND a.{who}_id IS NOT NULL
UNION
SELECT object_id FROM ledger_arrival WHERE batch_id = %s AND kind = %s AND how = %s
"""
# Of several open employments the last one noted, as everywhere.
_CONTACTS = """
SELECT c.id, c.name, c.match_key, a.id, a.address, a.name <> '', max(e.account_id)
FROM ledger_contact c
JOIN ledger_address a ON a.contact_id = c.id
LEFT JOIN ledger_employment e ON e.contact_id = c.id AND e.until IS NULL AND NOT EXISTS (
    SELECT 1 FROM ledger_employment later
    WHERE later.contact_id = c.id AND later.until IS NULL AND later.id > e.id)
WHERE {where} IN ({{values}}) AND NOT c.is_shared
GROUP BY c.id, c.name, c.match_key, a.id, a.address, a.name
ORDER BY a.id
"""
_COLLEAGUES = """
SELECT c.id, c.name, c.match_key, a.id, a.address, a.name <> '', c.user_id IS NOT NULL
FROM ledger_colleague c JOIN ledger_address a ON a.colleague_id = c.id
WHERE {where} IN ({{values}}) ORDER BY a.id
"""


def contacts_of(batch: Batch) -> set[int]:
    """Contacts that the batch added, or whose name it saw."""
    return _of_batch(batch, "contact", Arrival.CONTACT)


def colleagues_of(batch: Batch) -> set[int]:
    """Colleagues that the batch added, or whose name it saw."""
    return _of_batch(batch, "colleague", Arrival.COLLEAGUE)


def common_keys(who: Literal["contact", "colleague"], people: Iterable[int]) -> set[str]:
    """Match keys of several words that these people share with somebody, by the index of keys."""
    return {
        key
        for (key,) in bulk.select_in(
            f"SELECT match_key FROM ledger_{who} WHERE match_key LIKE '%% %%' AND match_key IN"  # noqa: S608
            f" (SELECT match_key FROM ledger_{who} WHERE id IN ({{values}}))"
            " GROUP BY match_key HAVING count(*) > 1",
            people,
        )
    }


def common_accounts(contacts: Iterable[int]) -> set[int]:
    """Accounts where one of these contacts works with somebody else today."""
    return {
        account
        for (account,) in bulk.select_in(
            "SELECT account_id FROM ledger_employment WHERE until IS NULL AND account_id IN"
            " (SELECT account_id FROM ledger_employment WHERE contact_id IN ({values}))"
            " GROUP BY account_id HAVING count(*) > 1",
            contacts,
        )
    }


def with_ids(contacts: Iterable[int]) -> Iterator[Alike]:
    """These contacts' addresses; shared ones are left out here and below."""
    return _contacts("c.id", contacts)


def with_keys(keys: Iterable[str]) -> Iterator[Alike]:
    """Addresses of all contacts with one of these match keys."""
    return _contacts("c.match_key", keys)


def at_accounts(accounts: Iterable[int]) -> Iterator[Alike]:
    """Addresses of all who work at these accounts today."""
    return _contacts("e.account_id", accounts)


def colleagues_with_keys(keys: Iterable[str]) -> Iterator[Alike]:
    """Addresses of all colleagues with one of these match keys."""
    return _colleagues("c.match_key", keys)


def _of_batch(batch: Batch, who: str, kind: int) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(_OF_BATCH.format(who=who), [batch.pk, batch.pk, kind, Arrival.CREATED])
        return {pk for (pk,) in cursor.fetchall()}


def _contacts(column: str, values: Iterable[int | str]) -> Iterator[Alike]:
    for pk, name, key, address_id, address, named, account_id in bulk.select_in(
        _CONTACTS.format(where=column), values
    ):
        yield Alike(pk, name, key, address_id, address, bool(named), account_id)


def _colleagues(column: str, values: Iterable[int | str]) -> Iterator[Alike]:
    for pk, name, key, address_id, address, named, signs_in in bulk.select_in(
        _COLLEAGUES.format(where=column), values
    ):
        if not is_shared(address):
            yield Alike(pk, name, key, address_id, address, bool(named), None, bool(signs_in))
