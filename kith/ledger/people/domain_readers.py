"""Who is known under a mail domain: what changes when it becomes our own, or no longer is."""

from dataclasses import dataclass

from kith.ledger.people.models import AccountDomain, Address, Colleague, Employment
from kith.ledger.people.relation_readers import hidden_among
from kith.ledger.rights.models import User

MANY = 1000  # more are not counted


@dataclass(frozen=True, slots=True)
class UnderDomain:
    """`account`: the firm outside that the domain stands for, '' where there is none the reader may
    know; `people` work there; `ours`: colleagues who write from it. At most MANY are counted."""

    account: str
    people: int
    ours: int


def under_domain(user: User, domain: str) -> UnderDomain:
    """What the ledger holds under a domain, as it is written."""
    found = AccountDomain.objects.select_related("account").filter(domain=domain).first()
    if found and hidden_among(user, [found.account_id]):
        found = None
    people = Employment.objects.filter(account_id=found.account_id)[:MANY].count() if found else 0
    ours = Address.objects.filter(domain=domain, colleague__in=Colleague.objects.all())
    return UnderDomain(found.account.name if found else "", people, ours[:MANY].count())
