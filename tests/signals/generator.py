"""Invented touches: a seeded generator of many, as Arrow, in the shapes' exact types."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from kith.facts.arrow import arrow_schema
from kith.terms.shapes import ACCOUNTS, COLLEAGUES, CONTACTS, TOUCHES

FIRST = date(2000, 1, 1)
KINDS = ("email", "email", "email", "email", "call", "meeting", "visit", "note")


def ledger(
    seed: int, *, activities: int, contacts: int = 40, colleagues: int = 5, days: int = 700
) -> dict[str, pa.Table]:
    """The four fact tables; activities have one to three colleagues and contacts each."""
    random = np.random.default_rng(seed)
    account_of = random.integers(1, max(2, contacts // 4), contacts + 1)
    rows = []
    for activity in range(1, activities + 1):
        day = FIRST + timedelta(days=int(random.integers(days)))
        known = day + timedelta(days=int(random.integers(10)) if random.random() < 0.1 else 0)
        incoming = bool(random.random() < 0.5)
        people = random.choice(contacts, size=int(random.integers(1, 4)), replace=False) + 1
        ours = random.choice(colleagues, size=int(random.integers(1, 4)), replace=False) + 1
        recipients = int(random.integers(1, 9))
        mass, automatic = bool(random.random() < 0.05), bool(random.random() < 0.05)
        kind = KINDS[int(random.integers(len(KINDS)))]
        thread = int(random.integers(1, activities // 3 + 2)) if random.random() < 0.8 else None
        # Whole hours, so that two activities at one instant happen.
        instant = int(random.integers(24)) * 3_600_000_000
        for place, contact in enumerate(people):
            for colleague in ours:
                rows.append(  # noqa: PERF401 - three loops deep a comprehension hides the draw
                    {
                        "activity_id": activity,
                        "colleague_id": int(colleague),
                        "contact_id": int(contact),
                        "account_id": int(account_of[contact]),
                        "direction": "in" if incoming else "out",
                        "part": 3 if place or not incoming else 1,
                        "recipients": recipients,
                        "is_mass": mass,
                        "is_automatic": automatic,
                        "kind": kind,
                        "thread_id": thread,
                        "day": day,
                        "instant": (day - date(1970, 1, 1)).days * 86_400_000_000 + instant,
                        "known_day": known,
                    }
                )
    # Every tenth contact has left for an organisation without an account.
    today = [c for c in range(1, contacts + 1) if c % 10]
    return {
        "touches": pa.Table.from_pylist(rows, schema=arrow_schema(TOUCHES)),
        "contacts": pa.Table.from_pylist(
            [{"contact_id": c, "account_id": int(account_of[c])} for c in today],
            schema=arrow_schema(CONTACTS),
        ),
        "colleagues": pa.Table.from_pylist(
            [{"colleague_id": c, "user_id": None} for c in range(1, colleagues + 1)],
            schema=arrow_schema(COLLEAGUES),
        ),
        "accounts": arrow_schema(ACCOUNTS).empty_table(),
    }
