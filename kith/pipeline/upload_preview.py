"""What a colleague would see of the first mails of an upload, before any of them is brought in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from kith.ledger.people.readers import addresses_with_account
from kith.ledger.rights import readers as rights
from kith.pipeline.organisations import OurDomains, outside_domain
from kith.sources.mail.fetch import fetch
from kith.sources.mail.parse import parse
from kith.terms.records import MailRecord, Party
from kith.terms.words import Part

MAILS = 3
LOOK_AT = 50  # mails among which that many readable ones are looked for
ENOUGH = 256 * 1024  # bytes of a mail: headers and the first words
LINE = 120  # characters shown of the text


@dataclass(frozen=True, slots=True)
class Previewed:
    """One mail as its two readers would see it. `is_private`: nobody outside is of a firm, so that
    it is its owner's alone."""

    sender: str
    receivers: Sequence[str]
    sent_at: datetime | None
    subject: str
    line: str
    is_private: bool


def first_mails(path: Path) -> list[Previewed]:
    """The first three mails that lie there. Raises BadInput where there is none."""
    latest = datetime.now(UTC)
    found: list[MailRecord] = []
    for raw in islice(fetch(path), LOOK_AT):
        record = parse(raw._replace(data=raw.data[:ENOUGH]), latest=latest)
        if isinstance(record, MailRecord):
            found.append(record)
        if len(found) == MAILS:
            break
    return _previewed(found)


def _previewed(records: Sequence[MailRecord]) -> list[Previewed]:
    ours = OurDomains(frozenset(rights.own_domains()), frozenset(rights.own_addresses()))
    outside = {
        party.address
        for record in records
        for _, party in record.parties
        if not ours.holds(party.address)
    }
    of_a_firm = {a for a in outside if outside_domain(a)} | addresses_with_account(outside)
    return [_mail(record, of_a_firm) for record in records]


def _mail(record: MailRecord, of_a_firm: set[str]) -> Previewed:
    sender = next((_named(p) for part, p in record.parties if part is Part.FROM), "nobody named")
    return Previewed(
        sender=sender,
        receivers=[_named(p) for part, p in record.parties if part in {Part.TO, Part.CC}],
        sent_at=record.sent_at,
        subject=record.subject,
        line=" ".join(record.text.split())[:LINE],
        is_private=not any(party.address in of_a_firm for _, party in record.parties),
    )


def _named(party: Party) -> str:
    return party.name or party.address
