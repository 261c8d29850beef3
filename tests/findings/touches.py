"""Touches made by hand, as the fact tables that rules and signals read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

import pyarrow as pa

from kith.facts.arrow import arrow_schema
from kith.terms.shapes import ACCOUNTS, COLLEAGUES, CONTACTS, COPIES, NOTICES, TOUCHES
from tests.signals.trade import trade_tables

TODAY = date(2025, 6, 30)
EPOCH = date(1970, 1, 1)


@dataclass
class Story:
    """Mails with contacts; each contact's account bears its own number unless told otherwise.

    Colleagues 1 and 2 have the sign-ins 101 and 102, colleague 3 has none. `trade`: rows of the
    fact tables of trade, by name (`tests.signals.trade`).
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    accounts: dict[int, int] = field(default_factory=dict)
    owners: dict[int, int] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)
    notices: list[dict[str, Any]] = field(default_factory=list)
    relations: dict[int, str] = field(default_factory=dict)
    copies: list[dict[str, Any]] = field(default_factory=list)
    trade: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def mail(
        self,
        direction: str,
        contact: int,
        days_ago: int,
        *,
        colleague: int = 1,
        thread: int | None = None,
        known_later: int = 0,
        **other: Any,
    ) -> int:
        """One mail, `in` or `out`; returns its id. A thread of its own unless one is named."""
        pk, day = next(self.ids), TODAY - timedelta(days=days_ago)
        self.rows.append({
            "activity_id": pk, "colleague_id": colleague, "contact_id": contact,
            "account_id": self.accounts.setdefault(contact, contact), "direction": direction,
            "part": 1 if direction == "in" else 3, "recipients": 1, "is_mass": False,
            "is_automatic": False, "asks": False, "says": 0, "kind": "email",
            "thread_id": thread or 10_000 + pk, "day": day,
            "instant": ((day - EPOCH).days * 24 + 9) * 3_600_000_000 + pk,
            "offset_minutes": None, "known_day": day + timedelta(days=known_later), **other,
        })  # fmt: skip
        return pk

    def machine(
        self, kind: str, contact: int, days_ago: int, *, colleague: int = 1, **other: Any
    ) -> int:
        """A machine's mail that says something of a contact: bounced, away or left."""
        mail = self.mail("in", contact, days_ago, colleague=colleague, is_automatic=True)
        self.notices.append({
            "notice_id": mail, "activity_id": mail, "contact_id": contact, "kind": kind,
            "known_day": TODAY - timedelta(days=days_ago), "until_day": None,
            "successor_id": None, "addresses": 1, **other,
        })  # fmt: skip
        return mail

    def copied(
        self, contact: int, sender: int, days_ago: int, *, mail: int | None = None, **other: Any
    ) -> int:
        """A mail of the sender's that went to the contact as well; returns its id."""
        pk, day = mail or next(self.ids), TODAY - timedelta(days=days_ago)
        self.copies.append({
            "activity_id": pk, "contact_id": contact,
            "account_id": self.accounts.setdefault(contact, contact),
            "sender_contact_id": sender,
            "sender_account_id": self.accounts.setdefault(sender, sender),
            "part": 4, "day": day, "known_day": day, **other,
        })  # fmt: skip
        return pk

    def tables(self) -> Mapping[str, pa.Table]:
        """The fact tables, in their exact types."""
        contacts = [
            {"contact_id": c, "account_id": a, "is_shared": c in self.shared}
            for c, a in self.accounts.items()
        ]
        accounts = [
            {
                "account_id": a,
                "owner_user_id": self.owners.get(a),
                "domain": None,
                "relation": self.relations.get(a),
                "country": None,
                "segment": None,
            }
            for a in sorted(set(self.accounts.values()))
        ]
        users = {1: 101, 2: 102, 3: None}
        colleagues = [{"colleague_id": c, "user_id": u} for c, u in users.items()]
        given = {
            TOUCHES: self.rows,
            COPIES: self.copies,
            CONTACTS: contacts,
            COLLEAGUES: colleagues,
            ACCOUNTS: accounts,
            NOTICES: self.notices,
        }
        return {
            shape.name: pa.Table.from_pylist(rows, schema=arrow_schema(shape))
            for shape, rows in given.items()
        } | trade_tables(self.trade)
