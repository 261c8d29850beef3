"""From a source to chunks that only need writing: fetch, parse, decide. Knows no database.

Runs in a process of its own where a source is large; imports no Django for that reason.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from kith.ledger.people.names import better_name, person_name
from kith.ledger.people.sighted import Sighted
from kith.ledger.whole.chunk import MailChunk
from kith.pipeline.decide import House, decide, sighted
from kith.sources.mail.chunks import Chunk, chunks
from kith.terms.records import MailRecord, Refusal
from kith.terms.words import Level


def prepared(
    path: Path, after: str | None, latest: datetime, house: House, owner: str, keep: Level
) -> Iterator[MailChunk]:
    """The source's mails from `after` on, as the mailbox of `owner` at level `keep` holds them.

    Raises BadInput as `fetch` does.
    """
    for chunk in chunks(path, after=after, latest=latest):
        yield _decided(chunk, house, owner, keep)


def _decided(chunk: Chunk, house: House, owner: str, keep: Level) -> MailChunk:
    mails = [item for item in chunk.items if isinstance(item, MailRecord)]
    return MailChunk(
        people=_fullest(person for record in mails for person in sighted(record, house)),
        mails=[decide(record, house, owner=owner, keep=keep) for record in mails],
        refused=[item for item in chunk.items if isinstance(item, Refusal)],
        cursor=chunk.items[-1].position,
        bytes_done=chunk.consumed,
    )


def _fullest(people: Iterable[Sighted]) -> list[Sighted]:
    """Each address once, under the fullest name it bears in the chunk."""
    best: dict[str, Sighted] = {}
    for person in people:
        known = best.get(person.address)
        if known is None:
            best[person.address] = person
        elif known.name != person.name:
            name = better_name(person_name(known.name), person_name(person.name))
            best[person.address] = known._replace(name=name)
    return list(best.values())
