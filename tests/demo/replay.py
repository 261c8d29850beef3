"""The demo's past days, found again from one mirror: no run is kept, nothing is written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import ibis

from kith.demo.firm import MANAGER
from kith.facts.engine import open_engine, tables
from kith.findings.find import findings
from kith.ledger.people.models import AccountDomain, Address
from kith.ledger.rights.models import User
from kith.pipeline.measure import measures
from kith.terms.finding import Finding
from tests.demo.explained import Found
from tests.demo.rehearsal import NEEDED, Rehearsal


@dataclass
class Replay:
    """`on(day)`: what a run of that day would find, best first, each day computed once; what is
    nobody's own is the manager's. `run(day)`: the same from an honest run, which takes ten times as
    long."""

    tables: Mapping[str, ibis.Table]
    rehearsal: Rehearsal
    domains: dict[int, str]
    contacts: dict[int | None, str]
    users: dict[int | None, str]
    days: dict[date, list[Found]] = field(default_factory=dict)

    def on(self, day: date) -> list[Found]:
        if day not in self.days:
            self.days[day] = [self._named(one) for one in self.rehearsal.on(day)]
        return self.days[day]

    def run(self, day: date) -> list[Found]:
        past = measures(self.tables, as_of=day, report=lambda _: None, names=NEEDED)
        with past as measured:
            return [self._named(one) for one in findings(measured, as_of=day)]

    def _named(self, found: Finding) -> Found:
        return Found(
            kind=str(found.kind),
            account=self.domains.get(found.account_id, ""),
            contact=self.contacts.get(found.contact_id, ""),
            rep=self.users.get(found.user_id, MANAGER.address),
            key=found.key,
            since=found.since,
        )


@contextmanager
def replaying(folder: Path, clock: date) -> Iterator[Replay]:
    """Over the mirror in `folder`, which must be equal to the ledger as it stands; days up to
    `clock`."""
    domains = AccountDomain.objects.values_list("account_id", "domain")
    contacts = Address.objects.filter(contact__isnull=False).values_list("contact_id", "address")
    users = User.objects.values_list("pk", "email")
    with open_engine("duckdb") as backend:
        facts = tables(backend, folder)
        past = Rehearsal(facts, clock)
        yield Replay(facts, past, dict(domains), dict(contacts), dict(users))
