"""Accounts and the people at them. Everybody in the firm may see that an account exists, but for
those that are private or noise (`relation_readers`)."""

import unicodedata
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.ledger.people.models import (
    Account,
    AccountDomain,
    Address,
    Colleague,
    Contact,
    Employment,
)
from kith.ledger.people.relation_readers import visible_accounts
from kith.ledger.rights.models import User
from kith.terms.errors import BadInput, NotVisible

HIGHEST = "\U0010ffff"  # sorts after every text that begins the same


@dataclass(frozen=True, slots=True)
class AccountSeen:
    """An account with its domains, shortest first; `owner` is a name, '' if nobody owns it."""

    id: int
    name: str
    guessed_name: bool
    domains: tuple[str, ...]
    owner: str


@dataclass(frozen=True, slots=True)
class ContactSeen:
    """A contact beside an account: whether they work there today, and whether they are no person
    but a common address of it."""

    name: str
    works_here: bool
    is_shared: bool


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Some accounts, by name. `after` starts the next page; None: that was all."""

    rows: tuple[Account, ...]
    after: tuple[str, int] | None


def account(user: User, account_id: int) -> AccountSeen:
    """One account. Raises NotVisible where there is none for this reader."""
    row = visible_accounts(user).select_related("owner").filter(id=account_id).first()
    if row is None:
        raise NotVisible("There is no such account here.")
    domains = AccountDomain.objects.filter(account=row).values_list("domain", flat=True)
    return AccountSeen(
        id=row.id,
        name=row.name,
        guessed_name=row.guessed_name,
        domains=tuple(sorted(domains, key=lambda domain: (len(domain), domain))),
        owner=row.owner.name if row.owner else "",
    )


def accounts(
    user: User,
    *,
    search: str = "",
    after: tuple[str, int] | None = None,
    limit: int = 50,
) -> AccountPage:
    """Accounts by name, from `after` on; `search` is how a name or a domain begins.

    Beginnings only: both are ranges of an index, whatever the number of accounts.
    """
    rows = named_so(visible_accounts(user), search, limit=limit)
    if after is not None:
        key, account_id = after
        rows = rows.filter(Q(sort_key__gt=key) | Q(id__gt=account_id), sort_key__gte=key)
    found = list(rows.order_by("sort_key", "id")[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return AccountPage(tuple(found[:limit]), (last.sort_key, last.id) if last else None)


def named_so(rows: QuerySet[Account], search: str, *, limit: int = 50) -> QuerySet[Account]:
    """Those of the accounts whose name or domain begins so; all of them for nothing asked."""
    begins = folded(search)
    if not begins:
        return rows
    by_domain = AccountDomain.objects.filter(domain__gte=begins, domain__lt=begins + HIGHEST)
    return rows.filter(
        Q(sort_key__gte=begins, sort_key__lt=begins + HIGHEST)
        | Q(id__in=by_domain.values("account_id")[:limit])
    )


def contacts_at(
    user: User,  # noqa: ARG001 - open to the whole firm
    account_id: int,
    *,
    limit: int = 200,
) -> dict[int, str]:
    """Names of those who work at the account today, by contact id; of many, those met first."""
    rows = Employment.objects.filter(account_id=account_id, until__isnull=True).order_by("id")
    return dict(rows.values_list("contact_id", "contact__name")[:limit])


def contacts_beside(
    user: User,  # noqa: ARG001 - open to the whole firm
    account_id: int,
    contact_ids: set[int],
) -> dict[int, ContactSeen]:
    """These contacts, wherever they work now, as the account's page shows them."""
    here = Employment.objects.filter(
        account_id=account_id, until__isnull=True, contact_id=OuterRef("id")
    )
    rows = Contact.objects.filter(id__in=contact_ids).annotate(here=Exists(here))
    found = rows.values_list("id", "name", "here", "is_shared")
    return {pk: ContactSeen(name, works_here, shared) for pk, name, works_here, shared in found}


def account_names(user: User, account_ids: set[int]) -> dict[int, str]:
    """Names of accounts that are there for this reader, by name."""
    rows = visible_accounts(user).filter(id__in=account_ids).order_by("sort_key", "id")
    return dict(rows.values_list("id", "name"))


def first_domains(user: User, account_ids: set[int]) -> dict[int, str]:  # noqa: ARG001
    """One mail domain of each account, the first one met, by account."""
    rows = AccountDomain.objects.filter(account_id__in=account_ids).order_by("-id")
    return dict(rows.values_list("account_id", "domain"))


def contact_names(user: User, contact_ids: set[int]) -> dict[int, str]:  # noqa: ARG001
    """Names of contacts, wherever they work."""
    return dict(Contact.objects.filter(id__in=contact_ids).values_list("id", "name"))


def addresses_of(user: User, contact_ids: set[int]) -> dict[int, str]:  # noqa: ARG001
    """One mail address per contact: of several, the one we met last."""
    rows = Address.objects.filter(contact_id__in=contact_ids).order_by("id")
    return {row.contact_id: row.address for row in rows if row.contact_id is not None}


def colleague_names(user: User, colleague_ids: set[int]) -> dict[int, str]:  # noqa: ARG001
    """Names of colleagues, with a sign-in or without."""
    return dict(Colleague.objects.filter(id__in=colleague_ids).values_list("id", "name"))


def folded(text: str) -> str:
    """As sort keys are written: no case, no accents, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def account_by_domain(domain: str) -> Account | None:
    """The account whose people write from a registrable domain."""
    found = AccountDomain.objects.filter(domain=domain).select_related("account").first()
    return found.account if found else None


def accounts_called(what: str) -> list[int]:
    """Accounts by a domain, by their whole name, or, from `.edu`, by how their domain ends.

    For the machine's operator: nothing here looks at rights. Raises BadInput for nobody, and for a
    name that several bear.
    """
    typed = what.strip().casefold()
    if typed.startswith("."):
        found = AccountDomain.objects.filter(domain__endswith=typed)
    else:
        found = AccountDomain.objects.filter(domain=typed)
    ids = sorted(set(found.values_list("account_id", flat=True)))
    if not ids and not typed.startswith("."):
        ids = list(Account.objects.filter(sort_key=folded(what)).values_list("pk", flat=True))
        if len(ids) > 1:
            raise BadInput(f"{len(ids)} accounts are called {what}.", cure="Name its domain.")
    if not ids:
        raise BadInput(f"No account is called {what}.", cure="Name it, or its mail domain.")
    return ids


def addresses_with_account(addresses: set[str]) -> set[str]:
    """Those of the addresses whose person works at an account today."""
    rows = Employment.objects.filter(
        until__isnull=True, contact__address__address__in=list(addresses)
    )
    return set(rows.values_list("contact__address__address", flat=True))
