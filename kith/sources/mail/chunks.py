"""Records of a whole source, in chunks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kith.sources.mail.fetch import fetch
from kith.sources.mail.parse import parse
from kith.sources.mail.raw import RawMail
from kith.terms.records import MailRecord, Refusal

MAILS = 200
BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Chunk:
    """At most `MAILS` items, of about `BYTES` raw bytes; `consumed` bytes of the source were read
    for it (the sum over all chunks is what was fetched)."""

    items: list[MailRecord | Refusal]
    consumed: int


def chunks(path: Path, *, after: str | None = None, latest: datetime) -> Iterator[Chunk]:
    """The source's items in `fetch`'s order, those up to `after` left out; `latest` as in `parse`.

    Raises BadInput as `fetch` does.
    """
    return parsed(fetch(path, after=after), latest=latest)


def parsed(mails: Iterable[RawMail], *, latest: datetime) -> Iterator[Chunk]:
    """These mails' items in their order."""
    items: list[MailRecord | Refusal] = []
    consumed = 0
    for raw in mails:
        items.append(_deleted(raw, latest) if raw.code == "deleted" else parse(raw, latest=latest))
        consumed += took(raw)
        if len(items) == MAILS or consumed >= BYTES:
            yield Chunk(items, consumed)
            items, consumed = [], 0
    if items:
        yield Chunk(items, consumed)


def first_mails(path: Path, *, after: str | None, most: int, bytes_: int) -> list[RawMail]:
    """The first mails from `after` on: `most` of them, or as many as have so many bytes or more."""
    found: list[RawMail] = []
    mails = fetch(path, after=after)
    while len(found) < most and bytes_ > 0 and (raw := next(mails, None)):
        found.append(raw)
        bytes_ -= took(raw)
    return found


def took(raw: RawMail) -> int:
    """Bytes of the source that the mail takes up."""
    return len(raw.data) if raw.took is None else raw.took


def _deleted(raw: RawMail, latest: datetime) -> Refusal:
    """What is kept of a mail that its owner deleted: what it can be found by, none of its words."""
    mail = parse(raw._replace(problem=""), latest=latest)
    if isinstance(mail, Refusal):
        return mail
    return Refusal(
        raw.position, raw.problem, raw.code, mail.message_id, mail.sent_at,
        tuple({party.address: None for _, party in mail.parties}),
    )  # fmt: skip
