"""Records of a whole source, in chunks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kith.sources.mail.fetch import fetch
from kith.sources.mail.parse import parse
from kith.terms.records import MailRecord, Refusal

MAILS = 500
BYTES = 4 * 1024 * 1024


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
        items.append(parse(raw, latest=latest))
        consumed += len(raw.data)
        if len(items) == MAILS or consumed >= BYTES:
            yield Chunk(items, consumed)
            items, consumed = [], 0
    if items:
        yield Chunk(items, consumed)
