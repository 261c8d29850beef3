"""Writes the rows of a small ledger, one line a fact. Pages are tested on what it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from itertools import pairwise

from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.insights.priced import PRICED
from kith.ledger.search.writers import Indexed, index
from kith.terms.words import Level, Part, Role
from tests.allow import setting_up

DAY = date(2026, 5, 18)  # a Monday: where the clock of every cast stands


@dataclass
class Ledger:
    """A firm with people, accounts and mails; `measure` leaves gauges as a refresh would."""

    firm: m.Firm
    batch: m.Batch
    addresses: dict[str, m.Address] = field(default_factory=dict)
    mailboxes: dict[int, m.Mailbox] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, *, demo: bool) -> "Ledger":
        now = timezone.now()
        firm = m.Firm.objects.create(
            name=name,
            zone="Europe/Berlin",
            currency="EUR",
            language="en",
            is_demo=demo,
            clock=DAY,
            created_at=now,
        )
        batch = m.Batch.objects.create(kind="mail", path="mail", started_at=now, touched_at=now)
        return cls(firm, batch)

    def user(self, name: str, role: Role, share: Level = Level.METADATA) -> m.User:
        email = f"{name.split()[0].lower()}@hartpumps.example"
        user = m.User(email=email, name=name, role=role, invited_at=timezone.now())
        user.set_unusable_password()
        user.save()
        colleague = m.Colleague.objects.create(name=name, sort_key=name.lower(), user=user)
        self.addresses[name] = m.Address.objects.create(
            address=email, domain="hartpumps.example", name=name, colleague=colleague
        )
        self.mailboxes[user.pk] = m.Mailbox.objects.create(owner=user, address=email, share=share)
        return user

    def account(self, name: str, owner: m.User | None = None) -> m.Account:
        row = m.Account.objects.create(
            name=name, sort_key=name.lower(), guessed_name=False, owner=owner
        )
        domain = name.lower().replace(" ", "-").replace("&", "and") + ".example"
        m.AccountDomain.objects.create(account=row, domain=domain)
        return row

    def contact(self, name: str, account: m.Account) -> m.Contact:
        row = m.Contact.objects.create(name=name, sort_key=name.lower(), match_key=name.lower())
        m.Employment.objects.create(contact=row, account=account, why="domain")
        domain = account.accountdomain_set.get().domain
        self.addresses[name] = m.Address.objects.create(
            address=f"{name.lower().replace(' ', '.')}@{domain}",
            domain=domain,
            name=name,
            contact=row,
        )
        return row

    def mail(
        self,
        days_ago: int,
        sender: str,
        receivers: Sequence[str],
        subject: str,
        text: str = "",
        *,
        held_by: m.User,
        open_level: Level = Level.METADATA,
        copies: Sequence[str] = (),
        blind: Sequence[str] = (),
        quoted: str = "",
    ) -> m.Activity:
        when = DAY - timedelta(days=days_ago)
        row = m.Activity.objects.create(
            kind="email",
            direction="in" if self.addresses[sender].contact_id else "out",
            happened_at=datetime(when.year, when.month, when.day, 8, 41, tzinfo=UTC),
            known_day=when,
            recorded_at=timezone.now(),
            subject=subject,
            open_level=open_level,
            recipients=len(receivers) + len(copies),
            is_mass=False,
            is_automatic=False,
            content_key=blake2b(f"{when}{sender}{subject}".encode(), digest_size=16).digest(),
        )
        whole = f"{text}\n\n{quoted}" if quoted else text
        m.ActivityText.objects.create(activity=row, text=whole, new_until=len(text))
        parts = [(Part.FROM, sender)]
        for part, names in ((Part.TO, receivers), (Part.CC, copies), (Part.BCC, blind)):
            parts += [(part, name) for name in names]
        m.Participant.objects.bulk_create(
            m.Participant(
                activity=row,
                address=self.addresses[name],
                part=part,
                side=1 if self.addresses[name].colleague_id else 2,
                account_id=self._works_at(name),
                day=when,
            )
            for part, name in parts
        )
        m.Arrival.objects.create(
            batch=self.batch,
            mailbox_id=self.mailboxes[held_by.pk].pk,
            kind=m.Arrival.ACTIVITY,
            object_id=row.pk,
            how=m.Arrival.CREATED,
        )
        box = f"m{self.mailboxes[held_by.pk].pk}"
        sees = [f"everyone {box}" if open_level >= least else box for least in Level][2:]
        with setting_up():
            index([Indexed(row.pk, subject, whole, *sees)], actor=None)
        return row

    def _works_at(self, name: str) -> int | None:
        contact = self.addresses[name].contact
        return contact.employment_set.get().account_id if contact else None

    def measure(self) -> m.Run:
        """Gauges in the shape a refresh leaves them, from the mails written so far."""
        now = timezone.now()
        run = m.Run.objects.create(
            series="live", as_of=DAY, state=m.Run.DONE, started_at=now, finished_at=now
        )
        # Those of trade stand as they were written (`trade_of`).
        old = m.Gauge.objects.filter(until_run_id=None).exclude(name__in=PRICED)
        old.update(until_run_id=run.pk)
        touches = list(
            m.Participant.objects.filter(side=2, account__isnull=False).select_related(
                "address", "activity"
            )
        )
        ours = {
            p.activity_id: p.address.colleague_id
            for p in m.Participant.objects.filter(side=1).select_related("address")
        }
        groups: dict[tuple[str, int, int, int], dict[int, tuple[str, date]]] = {}
        for t in touches:
            contact, colleague = t.address.contact_id or 0, ours[t.activity_id] or 0
            said = (t.activity.direction, t.day or DAY)
            for key in (
                ("account_tie", t.account_id or 0, 0, 0),
                ("breadth", t.account_id or 0, 0, 0),
                ("reach", t.account_id or 0, 0, 0),
                ("last_two_way", t.account_id or 0, 0, 0),
                ("contact_tie", t.account_id or 0, contact, 0),
                ("tie", t.account_id or 0, contact, colleague),
                ("silence", t.account_id or 0, contact, 0),
            ):
                groups.setdefault(key, {})[t.activity_id] = said
        m.Gauge.objects.bulk_create(
            gauge
            for key, said in groups.items()
            if (gauge := _gauge(run, key, list(said.values())))
        )
        return run


def _gauge(
    run: m.Run, key: tuple[str, int, int, int], said: list[tuple[str, date]]
) -> m.Gauge | None:
    name, account, contact, colleague = key
    days = {way: sorted(day for w, day in said if w == way) for way in ("in", "out")}
    fade = {way: sum(2 ** (-(DAY - day).days / 30) for day in days[way]) for way in days}
    parts: dict[str, object]
    if name == "breadth":
        parts, value, n = {"contacts_two_way_365": 1, "colleagues_two_way_365": 1}, None, len(said)
    elif name == "reach":
        parts, value, n = {}, float(len({day for _, day in said})), len(said)
    elif name == "last_two_way":
        if not (days["in"] and days["out"]):
            return None
        last = min(days["in"][-1], days["out"][-1])
        parts, value, n = _last_of(account, last), float(last.toordinal()), len(said)
    elif name == "silence":
        if not days["in"]:
            return None
        apart = [(b - a).days for a, b in pairwise(sorted(set(days["in"])))]
        gaps = sorted(apart)
        enough = len(gaps) >= 4
        parts = {
            "typical_gap": gaps[len(gaps) // 2] if enough else None,
            "longest_gap": gaps[-1] if gaps else None,
            "gaps": ",".join(map(str, apart[-10:])) or None,
            "last_in_day": days["in"][-1].isoformat(),
        }
        value, n = (0.9 if enough else None), len(set(days["in"]))
    else:
        parts = {
            "in30": fade["in"],
            "out30": fade["out"],
            "n_in": len(days["in"]),
            "n_out": len(days["out"]),
            "in90": sum((DAY - day).days < 90 for day in days["in"]),
            "out90": sum((DAY - day).days < 90 for day in days["out"]),
            "first_day": min(day for _, day in said).isoformat(),
            "last_in_day": days["in"][-1].isoformat() if days["in"] else None,
            "last_out_day": days["out"][-1].isoformat() if days["out"] else None,
        }
        n = len(said)
        value = fade["in"] + fade["out"] / 2 if n >= 3 else None
    return m.Gauge(
        series="live",
        run=run,
        name=name,
        account_id=account,
        contact_id=contact,
        colleague_id=colleague,
        value=value,
        n=n,
        parts=parts,
    )


def _last_of(account: int, day: date) -> dict[str, object]:
    """The mail of that day, as `signals.last_two_way` names it."""
    theirs = m.Participant.objects.filter(account_id=account, day=day).select_related("address")[0]
    ours = m.Participant.objects.filter(activity_id=theirs.activity_id, side=1)
    return {
        "day": day.isoformat(),
        "activity_id": theirs.activity_id,
        "theirs_id": theirs.address.contact_id,
        "ours_id": ours.select_related("address")[0].address.colleague_id,
        "kind": "email",
    }
