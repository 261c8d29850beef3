"""One mail's bytes in, one record out. Pure: knows no file, no clock, and raises nothing."""

from datetime import datetime

from kith.sources.mail import careful, swift
from kith.sources.mail.body import clean, line, plain, text_of_parts
from kith.sources.mail.content import content_key
from kith.sources.mail.ids import own_id, references
from kith.sources.mail.labels import labels
from kith.sources.mail.people import people
from kith.sources.mail.raw import RawMail
from kith.sources.mail.reading import Reading
from kith.sources.mail.reports import gone
from kith.sources.mail.resent import as_resent
from kith.sources.mail.sorts import list_host, sorted_mail
from kith.sources.mail.when import when
from kith.terms.language import gettext_noop
from kith.terms.records import MailRecord, Refusal
from kith.terms.subjects import fold_subject
from kith.terms.words import Part, Sort

SUBJECT = 998  # characters kept; a header line's limit (RFC 5322 2.1.1)


def parse(raw: RawMail, *, latest: datetime) -> MailRecord | Refusal:
    """The mail as a record, or why it is none. Never raises, whatever the bytes.

    `latest`: dates after it are not believed; give the import's time and a day for wrong clocks.
    """
    if raw.problem or not raw.data or raw.data.isspace():
        return Refusal(raw.position, raw.problem or gettext_noop("empty"))
    try:
        return _record(raw, swift.read(raw.data) or careful.read(raw.data), latest)
    except Exception:  # what no test foresaw costs one mail its quick reading, not the import
        return _second_try(raw, latest)


def _second_try(raw: RawMail, latest: datetime) -> MailRecord | Refusal:
    try:
        return _record(raw, careful.read(raw.data), latest)
    except Exception as error:
        return Refusal(raw.position, f"could not be read: {type(error).__name__}")


def _record(raw: RawMail, reading: Reading, latest: datetime) -> MailRecord | Refusal:
    if raw.sent:
        reading = as_resent(reading)
    headers = reading.headers
    everybody, cut = people(reading)
    sender = everybody[0][1].address if everybody and everybody[0][0] is Part.FROM else ""
    own = own_id(headers)
    own = plain(own) if own else None
    sent = when(headers.get("date", []), headers.get("received", []), latest)
    if not sender and own is None and sent.undated_because in {"no date", "unreadable date"}:
        return Refusal(
            raw.position, gettext_noop("not a mail: no sender, no date and no Message-ID")
        )
    subject = plain(line(headers["subject"][0]))[:SUBJECT] if "subject" in headers else ""
    text = clean(text_of_parts(reading.plain, reading.html))
    hosts = {one.address.rpartition("@")[2] for part, one in everybody if part is not Part.FROM}
    sort, automatic = sorted_mail(headers, sender, subject, text, reading.reports, hosts)
    return MailRecord(
        position=raw.position,
        folder=raw.folder,
        sent=raw.sent,
        message_id=own,
        references=tuple(map(clean, references(headers, own))),
        sent_at=sent.sent_at,
        undated_because=sent.undated_because,
        offset_minutes=sent.offset_minutes,
        parties=everybody,
        subject=subject,
        text=text,
        automatic=automatic,
        size=len(raw.data),
        content_key=content_key(sender, sent.said, fold_subject(subject), text, own),
        sort=sort,
        dated_by=sent.dated_by,
        labels=labels(headers),
        cut=cut,
        gone=gone(headers, reading.reports) if sort is Sort.BOUNCE else (),
        list_host=list_host(headers) if sort is Sort.LIST else "",
    )
