"""Accounts and people by their names: every word of a name counts, and how it begins.

Everybody in the firm sees an account and the people who have one; a person without, or at one that
is private or noise, is known to those who hold a mail with them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from kith.ledger import bulk
from kith.ledger.people.contact_readers import met_among
from kith.ledger.people.models import AccountDomain, Address
from kith.ledger.people.names import fold
from kith.ledger.people.readers import HIGHEST
from kith.ledger.people.relation_readers import hidden_among
from kith.ledger.rights.models import User
from kith.ledger.search.words import words

LOOKED_AT = 200  # names that fit, of which the nearest are shown
_SQLITE = """
SELECT n.id, n.name, n.sort_key FROM ledger_search_{named} s JOIN ledger_{named} n ON n.id = s.rowid
WHERE ledger_search_{named} MATCH %s LIMIT %s
"""
_POSTGRESQL = "SELECT id, name, sort_key FROM ledger_{named} WHERE {fits} LIMIT %s"
_PLACES = """
SELECT e.contact_id, e.account_id, a.name FROM ledger_employment e
JOIN ledger_account a ON a.id = e.account_id WHERE e.contact_id IN ({values}) ORDER BY e.id
"""
_ADDRESSES = """
SELECT contact_id, address FROM ledger_address WHERE contact_id IN ({values}) ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class AccountFound:
    """An account by its name or one of its domains."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Somebody outside, with one of their addresses, and the account where they last were."""

    id: int
    name: str
    address: str
    account_id: int | None
    account: str


_Named = tuple[int, str, str]  # id, name, sort key


def accounts_named(user: User, typed: str, *, limit: int) -> list[AccountFound]:
    """Accounts whose name or domain fits, the nearest first."""
    begins = _beginning(typed)
    by_domain = AccountDomain.objects.filter(domain__gte=begins, domain__lt=begins + HIGHEST)
    hosts = by_domain.values_list("account_id", "account__name", "account__sort_key")
    found = [*_named("account", typed), *(hosts[:LOOKED_AT] if begins else ())]
    hidden = hidden_among(user, {pk for pk, *_ in found})
    near = _nearest([row for row in found if row[0] not in hidden], typed)
    return [AccountFound(pk, name) for pk, name, _ in near[:limit]]


def people_named(user: User, typed: str, *, limit: int) -> list[PersonFound]:
    """People whose name or address fits, as far as the reader may know of them."""
    begins = _beginning(typed)
    by_address = Address.objects.filter(
        address__gte=begins, address__lt=begins + HIGHEST, contact__isnull=False
    ).values_list("contact_id", "contact__name", "contact__sort_key")
    found = [*_named("contact", typed), *(by_address[:LOOKED_AT] if "@" in begins else ())]
    near = _nearest(found, typed)
    ids = [pk for pk, *_ in near]
    places = list(bulk.select_in(_PLACES, ids))
    hidden = hidden_among(user, {account for _, account, _ in places})
    accounts = {pk: (account, name) for pk, account, name in places if account not in hidden}
    known = accounts.keys() | met_among(user, [pk for pk in ids if pk not in accounts])
    shown = [(pk, name) for pk, name, _ in near if pk in known][:limit]
    addresses = dict(bulk.select_in(_ADDRESSES, [pk for pk, _ in shown]))
    return [
        PersonFound(pk, name, addresses.get(pk, ""), *accounts.get(pk, (None, "")))
        for pk, name in shown
    ]


def _beginning(typed: str) -> str:
    """As domains and addresses are kept; without what PostgreSQL takes for no text."""
    return typed.replace("\0", "").encode("utf-8", "ignore").decode().strip().casefold()


def _named(named: str, typed: str) -> list[_Named]:
    """Rows whose name holds, for each typed word, one that begins so."""
    wanted = words(fold(typed))
    if not wanted:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            match = " ".join(f'"{word}"*' for word in wanted)
            cursor.execute(_SQLITE.format(named=named), [match, LOOKED_AT])
        else:
            fits = " AND ".join(["sort_key ~ %s"] * len(wanted))
            patterns = [rf"\m{word}" for word in wanted]
            cursor.execute(_POSTGRESQL.format(named=named, fits=fits), [*patterns, LOOKED_AT])
        return [(pk, name, key) for pk, name, key in cursor.fetchall()]


def _nearest(found: Iterable[_Named], typed: str) -> list[_Named]:
    """Each once: those that begin as was typed first, then by name."""
    begins = fold(typed)
    once = {row[0]: row for row in found}.values()
    return sorted(once, key=lambda row: (not row[2].startswith(begins), row[2], row[0]))
