"""The mailboxes of a real firm that are there with mail they sent, thirteen of 65: to whom their
owners wrote, and who wrote to them, colleagues included.

As a firm they have few people outside with whom mail goes both ways; as so many people they
have hundreds. Addresses become numbers on reading.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kith.ledger.activities.incoming import IncomingMail
from kith.pipeline.decide import House
from kith.pipeline.organisations import OurDomains
from kith.pipeline.prepare import prepared
from kith.terms.words import Direction, Level, Part
from tests.signals.generator import Row, touch

HOME = Path(os.environ.get("KITH_REAL_DATA", "~/.cache/kith-data")).expanduser()
MAILS = HOME / "enron" / "maildir"
SENT = ("sent", "_sent_mail", "sent_items")
# Those of which everything is there, and not a part of each folder.
WHOLE = (
    "allen-p", "arnold-j", "arora-h", "badeer-r", "blair-l", "guzman-m", "motley-m", "skilling-j",
    "stokley-c",
)  # fmt: skip
LATEST = datetime(2026, 1, 1, tzinfo=UTC)
# Nobody's domain is our own: all others are people outside.
HOUSE = House(OurDomains(frozenset()), ZoneInfo("America/Chicago"), {})


def owners() -> list[Path]:
    """The mailboxes that hold sent mail."""
    return sorted(p for p in MAILS.iterdir() if any((p / name).is_dir() for name in SENT))


def touches() -> list[Row]:
    """Each owner is a colleague, each other address a contact with an account of its own."""
    numbers: dict[str, int] = {}
    rows: list[Row] = []
    for colleague, box in enumerate(owners(), 1):
        mails = list(mails_of(box))
        own = own_addresses(mails)
        for mail in mails:
            for address, part in others(mail, own):
                contact = numbers.setdefault(address, len(numbers) + 1)
                assert mail.happened_at is not None
                sent = direction_of(mail, own)
                day = mail.happened_at.astimezone(HOUSE.zone).date()
                rows.append(
                    touch(
                        len(rows) + 1, day, sent, colleague_id=colleague, contact_id=contact,
                        account_id=contact, part=int(part), recipients=mail.recipients,
                        is_mass=mail.is_mass, is_automatic=mail.is_automatic,
                    ) | {"instant": mail.happened_at}
                )  # fmt: skip
    return rows


def mails_of(box: Path) -> Iterator[IncomingMail]:
    """Each dated mail once, sent ones first: a copy elsewhere does not say that it was sent."""
    seen: set[bytes] = set()
    found = [
        mail
        for chunk in prepared(box, None, LATEST, HOUSE, f"{box.name}@owner", Level.FULL)
        for mail in chunk.mails
        if mail.happened_at is not None
    ]
    for mail in sorted(found, key=lambda m: m.direction is not Direction.OUT):
        if mail.content_key not in seen:
            seen.add(mail.content_key)
            yield mail


def own_addresses(mails: list[IncomingMail]) -> set[str]:
    """The addresses from which nearly all of what was sent comes."""
    senders = [sender(mail) for mail in mails if mail.direction is Direction.OUT]
    return {a for a in set(senders) if senders.count(a) >= 0.02 * len(senders)}


def sender(mail: IncomingMail) -> str:
    return next((address for address, part, *_ in mail.parties if part == Part.FROM), "")


def direction_of(mail: IncomingMail, own: set[str]) -> str:
    ours = mail.direction is Direction.OUT or sender(mail) in own
    return (Direction.OUT if ours else Direction.IN).value


def others(mail: IncomingMail, own: set[str]) -> Iterator[tuple[str, Part]]:
    """Of a sent mail whom it went to; of a received one who wrote it."""
    if direction_of(mail, own) == Direction.IN.value:
        if sender(mail):
            yield sender(mail), Part.FROM
        return
    went = {address for address, part, *_ in mail.parties if part != Part.FROM}
    for address in sorted(went - own):
        yield address, Part.TO
