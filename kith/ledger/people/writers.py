"""Verbs on accounts, contacts and colleagues."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db import connection

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.imports.undo_writers import arrive_as
from kith.ledger.imports.writers import arrive, restamp, restamp_all
from kith.ledger.people.models import (
    Account,
    AccountDomain,
    Address,
    Colleague,
    Contact,
    Employment,
)
from kith.ledger.people.name_writers import name_addresses, see_names
from kith.ledger.people.names import (
    account_name,
    better_name,
    fold,
    match_key,
    name_from_address,
    person_name,
)
from kith.ledger.people.relation_readers import aside_among
from kith.ledger.people.shared import is_shared
from kith.ledger.people.sighted import Sighted
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note

ALL = 2**31  # more than there can be


class Reached(NamedTuple):
    """Whom an address reaches: exactly one of contact and colleague; the account of today.

    `is_new`: met for the first time, just now. `aside`: the account is private or noise. A named
    tuple: an import makes two or three for every mail.
    """

    id: int
    contact_id: int | None
    colleague_id: int | None
    account_id: int | None
    name: str
    is_new: bool = False
    aside: bool = False

    @property
    def is_open(self) -> bool:
        """Whether mail with them may be seen by colleagues."""
        return self.account_id is not None and not self.aside


# Open employments last, and of these the last one noted: it is the one that stands.
_KNOWN = """
SELECT a.address, a.id, a.contact_id, a.colleague_id, e.account_id, a.name, e.until
FROM ledger_address a
LEFT JOIN ledger_employment e ON e.contact_id = a.contact_id
WHERE a.address IN ({values})
ORDER BY e.until IS NULL, e.id
"""


@writer
def meet(people: Iterable[Sighted], batch: Batch, *, actor: User | None) -> Mapping[str, Reached]:
    """Whom these addresses reach, by address; strangers are added with their organisation."""
    sighted = {person.address: person for person in people}
    known = _known(sighted)
    strangers = [person for address, person in sorted(sighted.items()) if address not in known]
    added = _add(strangers, batch, actor) if strangers else {}
    _learn_names(sighted, known, added, batch, actor)
    return _told_aside(known | added)


def _told_aside(known: dict[str, Reached]) -> dict[str, Reached]:
    """Marks those whose account somebody called private or noise."""
    shut = aside_among({row.account_id for row in known.values() if row.account_id is not None})
    if not shut:
        return known
    return {a: r._replace(aside=True) if r.account_id in shut else r for a, r in known.items()}


def _known(sighted: Mapping[str, Sighted]) -> dict[str, Reached]:
    """Addresses met before. One whose person has worked at several places belongs to the place
    whose domain it bears, whenever the mail was written; else to where they work today."""
    rows = list(bulk.select_in(_KNOWN, sighted))
    known = {
        address: Reached(pk, contact, colleague, account if until is None else None, name)
        for address, pk, contact, colleague, account, name, until in rows
    }
    if len(known) == len(rows):
        return known
    places: dict[str, set[int]] = {}
    for row in rows:
        places.setdefault(row[0], set()).add(row[4])
    several = {a for a, accounts in places.items() if len(accounts) > 1 and sighted[a].domain}
    accounts = _found_accounts({sighted[address].domain or "" for address in several})
    for address in several:
        if (place := accounts.get(sighted[address].domain or "")) in places[address]:
            known[address] = known[address]._replace(account_id=place)
    return known


def _add(strangers: list[Sighted], batch: Batch, actor: User | None) -> dict[str, Reached]:
    accounts = _accounts_of({p.domain for p in strangers if p.domain and not p.ours}, batch, actor)
    theirs = [person for person in strangers if not person.ours]
    ours = [person for person in strangers if person.ours]
    added = _add_contacts(theirs, accounts, batch, actor) | _add_colleagues(ours, batch, actor)
    restamp([("contacts", 0), ("colleagues", 0), ("accounts", 0)], actor=actor)
    return added


@writer
def colleague_of(user: User, address: str, batch: Batch, *, actor: User | None) -> Reached:
    """The colleague behind a mailbox: its address is tied to the user, whichever came first.

    An address that was met before as an outside contact's is the colleague's from now on.
    """
    me = Sighted(address, user.name, ours=True, domain=None)
    reached = meet([me], batch, actor=actor)[address]
    own = Colleague.objects.filter(user=user).first()
    if own is None:
        own = _become(user, reached)
        restamp([("colleagues", 0)], actor=actor)
    if own.pk != reached.colleague_id:
        _take_over(reached, own, batch, actor)
        Address.objects.filter(pk=reached.id).update(colleague=own, contact=None)
        for shape in ("touches", "copies"):
            restamp_all(shape, actor=actor)
        restamp([("notices", 0)], actor=actor)
    return Reached(reached.id, None, own.pk, None, reached.name)


def _take_over(reached: Reached, own: Colleague, batch: Batch, actor: User | None) -> None:
    """Notes whom the address reached before, to be given back."""
    who = "contact" if reached.contact_id else "colleague"
    trace = (reached.id, who, str(reached.contact_id or reached.colleague_id), str(own.pk))
    arrive_as(batch, Arrival.ADDRESS, Arrival.CHANGED, [trace], actor=actor)


def _become(user: User, reached: Reached) -> Colleague:
    """The user's colleague: the one the address reaches, else a new one; under a given name."""
    own = Colleague.objects.filter(pk=reached.colleague_id or 0).first() or Colleague(
        name=reached.name or user.email
    )
    own.user = user
    own.name = user.name if user.name != user.email else own.name
    own.sort_key, own.match_key = fold(own.name), match_key(own.name)
    own.save()
    return own


@writer
def rename_account(account_id: int, name: str, *, actor: User | None) -> None:
    """The name a person gives an account, instead of the one guessed from its domain."""
    account = Account.objects.get(pk=account_id)
    old = account.name
    account.name, account.sort_key, account.guessed_name = name, fold(name), False
    account.save(update_fields=["name", "sort_key", "guessed_name"])
    note(
        "rename_account", "account", account.pk, actor=actor, old={"name": old}, new={"name": name}
    )


def _learn_names(
    sighted: Mapping[str, Sighted],
    known: Mapping[str, Reached],
    added: Mapping[str, Reached],
    batch: Batch,
    actor: User | None,
) -> None:
    """Keeps every name seen, and the fullest as the address' own, in whatever order mails come."""
    seen = [(reached.id, reached.name) for reached in added.values()]
    better: dict[int, str] = {}
    for address, reached in known.items():
        given = sighted[address].name
        # Mostly the name that is known: it need not be made clean again.
        name = given if given == reached.name else person_name(given)
        seen.append((reached.id, name))
        if name and better_name(reached.name, name) != reached.name:
            better[reached.id] = name
    see_names(seen, batch, actor=actor)
    if better:
        name_addresses(better, actor=actor)


@writer
def forget_names(batch: Batch, *, actor: User | None, most: int = ALL) -> int:
    """Forgets the names the batch saw, and calls everybody by the fullest seen elsewhere.

    Of `most` addresses, the number of which is returned: large batches are gone through in parts,
    until none is left, so that nobody waits for long.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT address_id FROM ledger_nameseen WHERE batch_id = %s"
            " ORDER BY address_id LIMIT %s",
            [batch.pk, most],
        )
        addresses = [pk for (pk,) in cursor.fetchall()]
    bulk.update(
        "DELETE FROM ledger_nameseen WHERE batch_id = %s AND address_id = %s",
        [(batch.pk, pk) for pk in addresses],
    )
    left = dict.fromkeys(addresses, "")
    for pk, name in bulk.select_in(
        "SELECT address_id, name FROM ledger_nameseen WHERE address_id IN ({values})", addresses
    ):
        left[pk] = better_name(left[pk], name)
    name_addresses(left, actor=actor)
    return len(addresses)


def _found_accounts(domains: Iterable[str]) -> dict[str, int]:
    return dict(
        bulk.select_in(
            "SELECT domain, account_id FROM ledger_accountdomain WHERE domain IN ({values})",
            domains,
        )
    )


def _accounts_of(domains: Iterable[str], batch: Batch, actor: User | None) -> dict[str, int]:
    """The account of each domain; new ones get a name guessed from the domain."""
    wanted = sorted(domains)
    found = _found_accounts(wanted)
    new = dict(
        zip(
            [d for d in wanted if d not in found],
            bulk.new_ids(Account, len(wanted) - len(found)),
            strict=True,
        )
    )
    names = {domain: account_name(domain) for domain in new}
    bulk.insert(
        Account,
        ["id", "name", "sort_key", "guessed_name"],
        [(pk, names[domain], fold(names[domain]), True) for domain, pk in new.items()],
    )
    bulk.insert(AccountDomain, ["domain", "account_id"], new.items())
    arrive(batch, [(Arrival.ACCOUNT, pk, Arrival.CREATED) for pk in new.values()], actor=actor)
    return found | new


def _add_contacts(
    people: list[Sighted], accounts: Mapping[str, int], batch: Batch, actor: User | None
) -> dict[str, Reached]:
    contacts, addresses = (bulk.new_ids(m, len(people)) for m in (Contact, Address))
    added = {
        person.address: Reached(
            address_id,
            contact_id,
            None,
            accounts.get(person.domain or ""),
            person_name(person.name),
            is_new=True,
        )
        for person, contact_id, address_id in zip(people, contacts, addresses, strict=True)
    }
    shown = {address: r.name or name_from_address(address) for address, r in added.items()}
    bulk.insert(
        Contact,
        ["id", "is_shared", "name", "sort_key", "match_key"],
        [
            (r.contact_id, is_shared(a), shown[a], fold(shown[a]), match_key(shown[a]))
            for a, r in added.items()
        ],
    )
    _insert_addresses(added)
    bulk.insert(
        Employment,
        ["contact_id", "account_id", "why"],
        [(r.contact_id, r.account_id, "domain") for r in added.values() if r.account_id],
    )
    _arrived(batch, added, Arrival.CONTACT, actor)
    return added


def _add_colleagues(people: list[Sighted], batch: Batch, actor: User | None) -> dict[str, Reached]:
    colleagues, addresses = (bulk.new_ids(m, len(people)) for m in (Colleague, Address))
    added = {
        person.address: Reached(
            address_id, None, colleague_id, None, person_name(person.name), is_new=True
        )
        for person, colleague_id, address_id in zip(people, colleagues, addresses, strict=True)
    }
    shown = {address: r.name or name_from_address(address) for address, r in added.items()}
    bulk.insert(
        Colleague,
        ["id", "name", "sort_key", "match_key"],
        [(r.colleague_id, shown[a], fold(shown[a]), match_key(shown[a])) for a, r in added.items()],
    )
    _insert_addresses(added)
    _arrived(batch, added, Arrival.COLLEAGUE, actor)
    return added


def _insert_addresses(added: Mapping[str, Reached]) -> None:
    bulk.insert(
        Address,
        ["id", "address", "domain", "name", "contact_id", "colleague_id"],
        [
            (r.id, address, address.rpartition("@")[2][:253], r.name, r.contact_id, r.colleague_id)
            for address, r in added.items()
        ],
    )


def _arrived(batch: Batch, added: Mapping[str, Reached], kind: int, actor: User | None) -> None:
    rows = [(Arrival.ADDRESS, r.id, Arrival.CREATED) for r in added.values()]
    rows += [(kind, (r.contact_id or r.colleague_id or 0), Arrival.CREATED) for r in added.values()]
    arrive(batch, rows, actor=actor)
