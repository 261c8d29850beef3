"""Invented touches: a seeded ledger, a hypothesis strategy, and rows written by hand."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import strategies as st

from kith.facts.arrow import arrow_schema
from kith.facts.engine import tables as engine_tables
from kith.facts.manifest import Part, write_manifest
from kith.terms.shapes import ACCOUNTS, COLLEAGUES, CONTACTS, COPIES, NOTICES, TOUCHES, Shape
from kith.terms.words import Direction, Kind, Says
from kith.terms.words import Part as Role
from tests.signals.trade import Trade, trade_tables

Row = dict[str, Any]

FIRST = date(2000, 1, 1)


def touch(activity_id: int, day: date, direction: str, **other: Any) -> Row:
    """A mail between colleague 1 and contact 1 of account 1, but for what `other` says."""
    hour = other.pop("hour", 12)
    return {
        "activity_id": activity_id,
        "colleague_id": 1,
        "contact_id": 1,
        "account_id": 1,
        "direction": direction,
        "part": int(Role.FROM if direction == Direction.IN else Role.TO),
        "recipients": 1,
        "is_mass": False,
        "is_automatic": False,
        "asks": False,
        "says": 0,
        "kind": Kind.EMAIL.value,
        "thread_id": None,
        "day": day,
        "instant": datetime.combine(day, time(hour), UTC),
        "offset_minutes": None,
        "known_day": day,
        **other,
    }


def notice(notice_id: int, contact: int, kind: str, day: date, **other: Any) -> Row:
    """What a machine's mail of that day said of the one address of a contact."""
    return {
        "notice_id": notice_id,
        "activity_id": 1_000_000 + notice_id,
        "contact_id": contact,
        "kind": kind,
        "known_day": day,
        "until_day": None,
        "successor_id": None,
        "addresses": 1,
        **other,
    }


def arrow(shape: Shape, rows: Sequence[Row]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=arrow_schema(shape))


def copy(activity_id: int, day: date, contact_id: int, **other: Any) -> Row:
    """A mail of contact 1 of account 1 that went to their colleague as well, but for `other`."""
    return {
        "activity_id": activity_id,
        "contact_id": contact_id,
        "account_id": 1,
        "sender_contact_id": 1,
        "sender_account_id": 1,
        "part": int(Role.CC),
        "day": day,
        "known_day": day,
        **other,
    }


def copies_of(touches: Sequence[Row]) -> list[Row]:
    """Whom else their mails went to: generated ones name all their people, the writer first."""
    mails = [
        row
        for row in touches
        if row["direction"] == Direction.IN
        and row["kind"] == Kind.EMAIL
        and not (row["is_mass"] or row["is_automatic"])
    ]
    writers = {row["activity_id"]: row for row in mails if row["part"] == Role.FROM}
    found = {
        (row["activity_id"], row["contact_id"]): copy(
            row["activity_id"],
            row["known_day"] - timedelta(days=row["known_day"].day % 3),
            row["contact_id"],
            account_id=row["account_id"],
            sender_contact_id=writers[row["activity_id"]]["contact_id"],
            sender_account_id=writers[row["activity_id"]]["account_id"],
            part=row["part"],
            known_day=row["known_day"],
        )
        for row in mails
        if row["part"] != Role.FROM and row["activity_id"] in writers
    }
    return list(found.values())


def tables(
    touches: Sequence[Row],
    contacts: Mapping[int, int] | None = None,
    shared: Collection[int] = (),
    accounts: Mapping[int, tuple[str | None, str | None]] | None = None,
    notices: Sequence[Row] = (),
    copies: Sequence[Row] | None = None,
    trade: Trade | None = None,
) -> dict[str, pa.Table]:
    """The fact tables; `contacts` maps contact to account today (default: as in the touches and
    copies); `shared`: those that are no persons; `accounts`: domain, and relation as somebody said;
    `copies` by default those `copies_of` makes; `trade`: rows of its fact tables, by name."""
    copies = copies_of(touches) if copies is None else copies
    if contacts is None:
        contacts = {row["contact_id"]: row["account_id"] for row in (*copies, *touches)}
    colleagues = sorted({row["colleague_id"] for row in touches})
    known = dict.fromkeys(contacts.values(), (None, None)) | dict(accounts or {})
    return {
        "touches": arrow(TOUCHES, touches),
        "copies": arrow(COPIES, copies),
        "contacts": arrow(
            CONTACTS,
            [
                {"contact_id": c, "account_id": a, "is_shared": c in shared}
                for c, a in contacts.items()
            ],
        ),
        "colleagues": arrow(COLLEAGUES, [{"colleague_id": c, "user_id": None} for c in colleagues]),
        "accounts": arrow(
            ACCOUNTS,
            [
                {
                    "account_id": a,
                    "owner_user_id": None,
                    "domain": domain,
                    "relation": relation,
                    "country": ("de", "at", None)[a % 3],
                    "segment": ("oem", None)[a % 2],
                }
                for a, (domain, relation) in known.items()
            ],
        ),
        "notices": arrow(NOTICES, notices),
        **trade_tables(trade or {}),
    }


def mirrored(
    facts: Mapping[str, pa.Table], folder: Path, engine: ibis.BaseBackend
) -> Mapping[str, ibis.Table]:
    """The fact tables as the engine reads them from a mirror in `folder`.

    Ibis' own in-memory tables will not do on Spark: there a null whole number makes its column
    null.
    """
    parts = []
    for name, table in facts.items():
        if len(table):
            pq.write_table(table, folder / f"{name}.parquet")
            parts.append(Part(name, None, 1, "", len(table), f"{name}.parquet"))
    write_manifest(folder, parts)
    return engine_tables(engine, folder)


def as_ibis(facts: Mapping[str, pa.Table]) -> dict[str, ibis.Table]:
    return {name: ibis.memtable(table) for name, table in facts.items()}


def seeded(seed: int, *, activities: int, contacts: int = 40, days: int = 700) -> list[Row]:
    """Activities with up to three colleagues and three contacts each, some odd in every way.

    One contact in four takes part from two thirds of the days on only.
    """
    random, said = np.random.default_rng(seed), np.random.default_rng(seed + 1_000)
    account_of = random.integers(1, max(2, contacts // 4), contacts + 1)
    rows: list[Row] = []
    for activity in range(1, activities + 1):
        day = FIRST + timedelta(days=int(random.integers(days)))
        late = int(random.integers(10)) if random.random() < 0.1 else 0
        direction = str(random.choice(["in", "out"]))
        common = {
            "recipients": int(random.integers(1, 9)),
            "is_mass": bool(random.random() < 0.05),
            "is_automatic": bool(random.random() < 0.05),
            "asks": bool(random.random() < 0.3),
            "says": int(said.choice([0, 0, 0, *map(int, Says), 5, 144])),
            "kind": str(random.choice(["email", "email", "email", "call", "meeting", "note"])),
            # Few threads, so that mails in them answer each other.
            "thread_id": int(random.integers(1, activities)) % 40
            if random.random() < 0.8
            else None,
            "offset_minutes": (None, 0, 60, -300, 330)[activity % 5],
            "known_day": day + timedelta(days=late),
            # Whole hours, so that some activities share an instant.
            "hour": int(random.integers(24)),
        }
        drawn = random.choice(contacts, size=int(random.integers(1, 4)), replace=False) + 1
        late_comers = (day - FIRST).days >= days * 2 / 3
        people = dict.fromkeys(n if late_comers or n % 4 else n - 1 for n in map(int, drawn))
        ours = random.choice(5, size=int(random.integers(1, 4)), replace=False) + 1
        for place, contact in enumerate(people):
            part = Role.FROM if direction == "in" and not place else Role.TO
            who = {"contact_id": contact, "account_id": int(account_of[contact])}
            rows.extend(
                touch(
                    activity,
                    # A colleague in another zone dates it a day later.
                    day + timedelta(days=int(colleague == 5)),
                    direction,
                    colleague_id=int(colleague),
                    part=int(part),
                    **who,
                    **common,
                )
                for colleague in ours
            )
    return rows


def seeded_notices(
    seed: int, *, notices: int = 60, contacts: int = 40, days: int = 700
) -> list[Row]:
    """Bounces, absences with and without a day of return, and people who left, on any day."""
    random = np.random.default_rng(seed)
    rows = []
    for number in range(1, notices + 1):
        kind = str(random.choice(["bounced", "away", "away", "left"]))
        day = FIRST + timedelta(days=int(random.integers(days)))
        back = day + timedelta(days=int(random.integers(1, 40)))
        heir = int(random.integers(1, contacts)) if random.random() < 0.5 else None
        rows.append(
            notice(
                number,
                int(random.integers(1, contacts)),
                kind,
                day,
                until_day=back if kind == "away" and random.random() < 0.7 else None,
                successor_id=heir if kind != "bounced" else None,
                addresses=int(random.integers(1, 3)),
            )
        )
    return rows


@st.composite
def touches(draw: st.DrawFn, max_activities: int = 25) -> list[Row]:
    """Few people and days, so that what must be merged, tied or left out happens often."""
    rows: list[Row] = []
    for activity in range(1, draw(st.integers(0, max_activities)) + 1):
        day = FIRST + timedelta(days=draw(st.integers(0, 60)))
        direction = draw(st.sampled_from(["in", "out"]))
        common = {
            "recipients": draw(st.integers(1, 5)),
            "is_mass": draw(st.integers(0, 9)) == 0,
            "is_automatic": draw(st.integers(0, 9)) == 0,
            "asks": draw(st.booleans()),
            "says": draw(st.sampled_from([0, *map(int, Says), 5, 144])),
            "kind": draw(st.sampled_from(["email", "email", "call", "meeting", "visit", "task"])),
            "known_day": day + timedelta(days=draw(st.sampled_from([0, 0, 0, 5]))),
            "thread_id": draw(st.sampled_from([None, 1, 2])),
            "hour": draw(st.integers(8, 11)),
            "offset_minutes": draw(st.sampled_from([None, 0, 0, 120])),
        }
        people = draw(st.lists(st.integers(1, 3), min_size=1, max_size=2, unique=True))
        ours = draw(st.lists(st.integers(1, 2), min_size=1, max_size=2, unique=True))
        for contact in people:
            part = draw(st.sampled_from([Role.FROM, Role.TO, Role.CC]))
            who = {"contact_id": contact, "account_id": 1 + contact // 3, "part": int(part)}
            rows.extend(
                touch(activity, day, direction, colleague_id=c, **who, **common) for c in ours
            )
    return rows
