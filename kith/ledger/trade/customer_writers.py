"""Verbs on customers: whom the books mean by a number or a name, and which account that is.

1. A customer is known by its number, else by its name, else by its domain.
2. A new one belongs to the account of its name, else of its domain; where there is none, or it is
   doubtful which, to one of its own, and the doubt is put to a person (`whole.sheet_writers`).
3. An account is called as its customer with the lowest number, unless a person named it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before, values_of
from kith.ledger.imports.told_writers import brought, tell
from kith.ledger.imports.writers import restamp
from kith.ledger.people.account_told import ACCOUNT
from kith.ledger.people.account_writers import add_accounts, call_accounts, give_domains
from kith.ledger.people.firm_names import firm_key
from kith.ledger.people.models import NAME, Account
from kith.ledger.people.names import account_name, fold
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note
from kith.ledger.trade.books import Books
from kith.ledger.trade.customer_places import Places
from kith.ledger.trade.customer_readers import (
    KnownCustomer,
    accounts_by_domain,
    bare_domains,
    by_domains,
    by_name,
    by_number,
    countries,
    firm_names,
    lines_stamps,
    named_by_people,
    names_in_books,
    owned_by_books,
    owners_called,
)
from kith.ledger.trade.incoming import SaidCustomer
from kith.ledger.trade.models import KEY, Condition, Customer
from kith.ledger.trade.told import CUSTOMER

PLACE = 64  # characters of a country and a segment


class Doubtful(NamedTuple):
    """A new customer on an account of its own, and the account that it may be as well."""

    customer: int
    own: int
    other: int
    name: str


class ToldCustomers(NamedTuple):
    """`ids`: by key; `new`: keys of those that were added; `changed`: how many were."""

    ids: Mapping[str, int]
    new: Sequence[str]
    changed: int
    doubtful: list[Doubtful]


@writer
def tell_customers(
    said: Mapping[str, SaidCustomer], books: Books, batch: Batch, *, actor: User | None
) -> ToldCustomers:
    """Puts these customers, by key, into the books, each with its account; strangers are added."""
    news = {k: c for k, c in said.items() if k not in books.customers or books.customers[k][1] != c}
    known = _known(news, books)
    fresh = {key: customer for key, customer in news.items() if key not in known}
    places = _places(fresh, books) if fresh else None
    placed = {key: places.place(key, customer) for key, customer in fresh.items() if places}
    add_accounts(places.made if places else (), actor=actor)
    ids = dict(zip(fresh, bulk.new_ids(Customer, len(fresh)), strict=True))
    _insert(ids, news, placed, batch, actor)
    changed = _tell_names(news, known, batch, actor)
    ids |= {key: customer.id for key, customer in known.items()}
    placed |= {key: customer.account for key, customer in known.items()}
    made = [pk for pk, _ in places.made] if places else []
    moved = _tell_accounts(news, placed, made, batch, actor)
    for key, customer in news.items():
        books.customers[key] = (ids[key], customer)
    changed |= {customer.id for customer in known.values() if customer.account in moved}
    return ToldCustomers(
        {key: books.customers[key][0] for key in said},
        sorted(fresh),
        len(changed),
        [Doubtful(ids[key], placed[key], o, news[key].name) for key, o in places.doubtful.items()]
        if places
        else [],
    )


@writer
def point(
    customer_id: int, account_id: int, condition_ids: Sequence[int], *, actor: User | None
) -> None:
    """The customer is that account's, and what is granted by these conditions; both accounts are
    called as their customers are."""
    row = Customer.objects.get(pk=customer_id)
    old, row.account_id = row.account_id, account_id
    row.save(update_fields=["account"])
    Condition.objects.filter(pk__in=condition_ids).update(account=account_id)
    call_anew({old, account_id}, actor=actor)
    restamp([("conditions", 0)] if condition_ids else [], actor=actor)
    restamp([("accounts", 0), *lines_stamps([customer_id])], actor=actor)
    note(
        "point_customer", "customer", customer_id, actor=actor,
        old={"account": old}, new={"account": account_id},
    )  # fmt: skip


@writer
def call_anew(account_ids: set[int], *, actor: User | None) -> None:
    """Accounts are called as the books call them; where these do not any more, by their domain."""
    name_accounts(account_ids, actor=actor)
    bare = account_ids - named_by_people(account_ids)
    call_accounts(
        {pk: (account_name(domain), True) for pk, domain in bare_domains(bare).items()}, actor=actor
    )


@writer
def name_accounts(account_ids: Collection[int], *, actor: User | None) -> None:
    """Accounts are called as the books call them, where they do and nobody gave them a name."""
    names = names_in_books(account_ids)
    call_accounts({pk: (name, False) for pk, name in names.items()}, actor=actor)


def _known(news: Mapping[str, SaidCustomer], books: Books) -> dict[str, KnownCustomer]:
    """Those of the customers whom the books know, by the keys they are told apart by."""
    found: dict[str, KnownCustomer] = {}
    numbered = {fold(c.number)[:KEY]: key for key, c in news.items() if c.number}
    if books.match == "number":
        found |= {numbered[number]: row for number, row in by_number(numbered).items()}
    named = {
        key: firm_key(c.name)
        for key, c in news.items()
        if key not in found and c.name and (books.match != "number" or not c.number)
    }
    rows = by_name(named.values())
    for key, name in named.items():
        if len({row.account for row in rows.get(name, ())}) == 1:
            found[key] = rows[name][0]
    by_domain = {
        key: c.domain
        for key, c in news.items()
        if key not in found and c.domain and (books.match == "domain" or not (c.number or c.name))
    }
    at = by_domains(by_domain.values())
    found |= {key: at[domain] for key, domain in by_domain.items() if domain in at}
    return found


def _places(fresh: Mapping[str, SaidCustomer], books: Books) -> Places:
    """The accounts among which those of new customers are looked for."""
    if books.names is None:
        books.names = firm_names()
    keys = {firm_key(c.name) for c in fresh.values() if c.name}
    near = {pk for key in keys for pk in (*books.names.called(key), *books.names.like(key))}
    domains = accounts_by_domain({c.domain for c in fresh.values() if c.domain})
    where = countries(near | set(domains.values()))
    return Places(books.names, domains, where, bulk.new_ids(Account, len(fresh)))


def _insert(
    ids: Mapping[str, int],
    said: Mapping[str, SaidCustomer],
    placed: Mapping[str, int],
    batch: Batch,
    actor: User | None,
) -> None:
    bulk.insert(
        Customer,
        ["id", "number", "number_key", "name", "name_key", "account_id"],
        [
            (
                pk, said[key].number[:KEY], fold(said[key].number)[:KEY] or None,
                said[key].name[:NAME], firm_key(said[key].name) if said[key].name else "",
                placed[key],
            )
            for key, pk in ids.items()
        ],
    )  # fmt: skip
    letters = {key: "n" if said[key].name else "" for key in ids}
    brought(CUSTOMER, batch, [(pk, letters[key]) for key, pk in ids.items()], actor=actor)


def _tell_names(
    said: Mapping[str, SaidCustomer],
    known: Mapping[str, KnownCustomer],
    batch: Batch,
    actor: User | None,
) -> set[int]:
    """What the sheet calls customers that are known; the ids of those called otherwise now."""
    now = {c.id: {"name": c.name} for c in known.values()}
    values = {
        c.id: {"name": said[key].name[:NAME]} if said[key].name else {} for key, c in known.items()
    }
    return tell(CUSTOMER, batch, values, now, told_before(CUSTOMER, batch, now), actor=actor)


def _tell_accounts(
    said: Mapping[str, SaidCustomer],
    placed: Mapping[str, int],
    new: Collection[int],
    batch: Batch,
    actor: User | None,
) -> set[int]:
    """Country, segment and owner of the customers' accounts, and their domains; the ids of those
    of which something changed. An owner whom a person named stays."""
    brought(ACCOUNT, batch, [(pk, "") for pk in new], actor=actor)
    ids = set(placed.values())
    now = values_of(ACCOUNT, ids)
    owners = owners_called({c.owner for c in said.values() if c.owner})
    free = {pk for pk in ids if now[pk]["owner_id"] is None} | owned_by_books(ids)
    values: dict[int, dict[str, Any]] = {pk: {} for pk in ids}
    for key, customer in said.items():
        mine = values[pk := placed[key]]
        if customer.country:
            mine.setdefault("country", customer.country[:PLACE])
        if customer.segment:
            mine.setdefault("segment", customer.segment[:PLACE])
        if customer.owner in owners and pk in free:
            mine.setdefault("owner_id", owners[customer.owner])
    changed = tell(ACCOUNT, batch, values, now, told_before(ACCOUNT, batch, ids), actor=actor)
    domains = {c.domain: placed[key] for key, c in reversed(list(said.items())) if c.domain}
    give_domains(domains, batch, actor=actor)
    name_accounts(ids, actor=actor)
    restamp([("accounts", 0)] if new or changed or domains else [], actor=actor)
    return changed
