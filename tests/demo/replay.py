"""The demo's past days, found again from one mirror: no run is kept, nothing is written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import ibis

from kith.demo.firm import MANAGER
from kith.facts.engine import open_engine, tables
from kith.findings.find import SIGNALS, findings
from kith.ledger.people.models import AccountDomain, Address
from kith.ledger.rights.models import User
from kith.pipeline.measure import measures
from kith.terms.finding import Finding
from tests.demo.explained import Found

# What rules read, and what these and the accounts' relations are made of; not what is only kept.
NEEDED = (*SIGNALS, "days_off", "relations")


@dataclass
class Replay:
    """`on(day)`: what a run of that day would find, each day computed once; what is nobody's own
    is the manager's."""

    tables: Mapping[str, ibis.Table]
    domains: dict[int, str]
    contacts: dict[int | None, str]
    users: dict[int | None, str]
    days: dict[date, list[Found]] = field(default_factory=dict)

    def on(self, day: date) -> list[Found]:
        if day not in self.days:
            past = measures(self.tables, as_of=day, report=_unheard, names=NEEDED)
            with past as measured:
                self.days[day] = [self._named(f) for f in findings(measured, as_of=day)]
        return self.days[day]

    def _named(self, found: Finding) -> Found:
        return Found(
            kind=str(found.kind),
            account=self.domains.get(found.account_id, ""),
            contact=self.contacts.get(found.contact_id, ""),
            rep=self.users.get(found.user_id, MANAGER.address),
            key=found.key,
        )


@contextmanager
def replaying(folder: Path) -> Iterator[Replay]:
    """Over the mirror in `folder`, which must be equal to the ledger as it stands."""
    domains = AccountDomain.objects.values_list("account_id", "domain")
    contacts = Address.objects.filter(contact__isnull=False).values_list("contact_id", "address")
    users = User.objects.values_list("pk", "email")
    with open_engine("duckdb") as backend:
        yield Replay(tables(backend, folder), dict(domains), dict(contacts), dict(users))


def _unheard(step: str) -> None:
    """Nobody listens."""
