"""Mails that somebody passed on as they were: RFC 5322 3.6.6."""

from dataclasses import replace

from kith.sources.mail.addresses import read_addresses
from kith.sources.mail.reading import Mailboxes, Reading


def as_resent(reading: Reading) -> Reading:
    """What an owner's sent folder holds, if they passed on a mail of somebody else's.

    From the one who passed it on, to whom, when; the mail itself is the one referred to. In other
    folders such a mail is its writer's, as it was: the Resent- fields say how it came there.
    """
    headers = reading.headers
    if "resent-to" not in headers or "resent-from" not in headers:
        return reading
    changed = {
        "date": headers.get("resent-date", []),
        "message-id": headers.get("resent-message-id", []),
        "references": headers.get("message-id", []),
    }
    rest = {n: v for n, v in headers.items() if n not in {"in-reply-to", "received", "sender"}}
    return replace(
        reading,
        headers={**rest, **changed},
        writers=_newest(reading, "resent-from"),
        to=_newest(reading, "resent-to"),
        cc=_newest(reading, "resent-cc"),
        bcc=_newest(reading, "resent-bcc"),
    )


def _newest(reading: Reading, name: str) -> Mailboxes:
    """The first of several: each time a mail is passed on, its fields are put on top."""
    values = reading.headers.get(name)
    return list(read_addresses(values[0])) if values else ()
