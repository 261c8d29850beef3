"""One mail's bytes in, one record out. Pure: knows no file, no clock, and raises nothing."""

from collections.abc import Mapping
from datetime import datetime

from kith.sources.mail import careful, swift
from kith.sources.mail.addresses import parties, party, read_addresses
from kith.sources.mail.body import clean, line, text_of_parts
from kith.sources.mail.content import content_key
from kith.sources.mail.ids import own_id, references
from kith.sources.mail.kinds import is_automatic, is_listed
from kith.sources.mail.raw import RawMail
from kith.sources.mail.reading import Reading
from kith.sources.mail.when import when
from kith.terms.records import MailRecord, Party, Refusal
from kith.terms.subjects import fold_subject
from kith.terms.words import Part, Sort

SUBJECT = 998  # characters kept; a header line's limit (RFC 5322 2.1.1)


def parse(raw: RawMail, *, latest: datetime) -> MailRecord | Refusal:
    """The mail as a record, or why it is none. Never raises, whatever the bytes.

    `latest`: dates after it are not believed; give the import's time and a day for wrong clocks.
    """
    if raw.problem or not raw.data or raw.data.isspace():
        return Refusal(raw.position, raw.problem or "empty")
    reading = swift.read(raw.data) or careful.read(raw.data)
    headers = reading.headers
    people = _people(reading)
    sender = people[0][1].address if people and people[0][0] is Part.FROM else ""
    own = own_id(headers)
    own = clean(own) if own else None
    sent = when(_first(headers, "date"), headers.get("received", []), latest)
    if not sender and own is None and sent.undated_because in {"no date", "unreadable date"}:
        return Refusal(raw.position, "not a mail: no sender, no date and no Message-ID")
    subject = clean(line(_first(headers, "subject")))[:SUBJECT]
    text = clean(text_of_parts(reading.plain, reading.html))
    return MailRecord(
        position=raw.position,
        folder=raw.folder,
        sent=raw.sent,
        message_id=own,
        references=tuple(map(clean, references(headers, own))),
        sent_at=sent.sent_at,
        undated_because=sent.undated_because,
        offset_minutes=sent.offset_minutes,
        parties=people,
        subject=subject,
        text=text,
        automatic=is_automatic(headers, sender),
        size=len(raw.data),
        content_key=content_key(sender, sent.said, fold_subject(subject), text, own),
        sort=Sort.LIST if is_listed(headers) else Sort.PERSON,
        dated_by=sent.dated_by,
    )


def _people(reading: Reading) -> tuple[tuple[Part, Party], ...]:
    """From, then To, Cc and Bcc, with the firm's own names where From has none."""
    people = [(Part.FROM, writer) for writer in _writer(reading)]
    people += [(Part.TO, one) for one in parties(reading.to)]
    people += [(Part.CC, one) for one in parties(reading.cc)]
    people += [(Part.BCC, one) for one in parties(reading.bcc)]
    return tuple(people[:501])


def _writer(reading: Reading) -> list[Party]:
    """Who wrote: the first From, else Sender. Exchange's exports name them in X-From alone."""
    found = parties(reading.writers)[:1]
    if not found and "sender" in reading.headers:
        found = parties(read_addresses(reading.headers["sender"][0]))[:1]
    if found and not found[0].name and "x-from" in reading.headers:
        name = reading.headers["x-from"][0].partition("<")[0]
        if "@" not in name:
            named = party(name, found[0].address)
            return [named] if named else found
    return found


def _first(headers: Mapping[str, list[str]], name: str) -> str:
    values = headers.get(name)
    return values[0] if values else ""
