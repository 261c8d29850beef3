"""Records of a whole source, in chunks."""

from collections.abc import Iterator
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
    items: list[MailRecord | Refusal] = []
    consumed = 0
    for raw in fetch(path, after=after):
        items.append(_deleted(raw, latest) if raw.code == "deleted" else parse(raw, latest=latest))
        consumed += len(raw.data) if raw.took is None else raw.took
        if len(items) == MAILS or consumed >= BYTES:
            yield Chunk(items, consumed)
            items, consumed = [], 0
    if items:
        yield Chunk(items, consumed)


def _deleted(raw: RawMail, latest: datetime) -> Refusal:
    """What is kept of a mail that its owner deleted: what it can be found by, none of its words."""
    mail = parse(raw._replace(problem=""), latest=latest)
    if isinstance(mail, Refusal):
        return mail
    return Refusal(
        raw.position, raw.problem, raw.code, mail.message_id, mail.sent_at,
        tuple({party.address: None for _, party in mail.parties}),
    )  # fmt: skip
