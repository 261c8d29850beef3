"""From a source to chunks that only need writing: fetch, parse, decide. Knows no database.

Runs in a process of its own where a source is large; imports no Django for that reason.
"""

from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path

from kith.ledger.people.sighted import Sighted
from kith.ledger.whole.chunk import MailChunk
from kith.pipeline.beside import waiting
from kith.pipeline.decide import House, Somebody, decide, everybody
from kith.pipeline.erased_mail import without_erased
from kith.pipeline.organisations import outside_domain
from kith.sources.mail.chunks import Chunk, chunks
from kith.terms.records import MailRecord, Party, Refusal
from kith.terms.words import Level


def prepared(
    path: Path, after: str | None, latest: datetime, house: House, owner: str, keep: Level
) -> Generator[MailChunk, None, None]:
    """The source's mails from `after` on, as the mailbox of `owner` at level `keep` holds them.

    Raises BadInput as `fetch` does.
    """
    for chunk in chunks(path, after=after, latest=latest):
        yield decided(chunk, house, owner, keep)


def shared(
    path: Path,
    after: str | None,
    latest: datetime,
    house: House,
    owner: str,
    keep: Level,
    waiting: Callable[[], int] = waiting,
) -> Generator[MailChunk | Chunk, None, None]:
    """As `prepared`, but a chunk that is parsed while none is `waiting` is left as it is: whoever
    writes will soon have nothing to do, and decides what it means. So both end at one time, however
    fast their processors and disks are.
    """
    for chunk in chunks(path, after=after, latest=latest):
        yield decided(chunk, house, owner, keep) if waiting() else chunk


def decided(chunk: Chunk, house: House, owner: str, keep: Level) -> MailChunk:
    """What a chunk's records mean to the mailbox of `owner` at level `keep`."""
    people: dict[str, Sighted] = {}
    met: set[Party] = set()
    mails = []
    left_out = []
    for item in chunk.items:
        record = without_erased(item, house) if house.erased else item
        if isinstance(record, Refusal):
            left_out.append(record)
            continue
        present = everybody(record, house)
        if house.blocks and (blocked := _blocked(record, present, house)):
            left_out.append(blocked)
            continue
        _sight(people, met, present)
        mails.append(decide(record, present, house, owner=owner, keep=keep))
    return MailChunk(
        people=list(people.values()),
        mails=mails,
        left_out=left_out,
        cursor=chunk.items[-1].position,
        bytes_done=chunk.consumed,
        erased=len(house.erased.keys) if house.erased else 0,
    )


def _blocked(record: MailRecord, present: list[Somebody], house: House) -> Refusal | None:
    return house.blocks.refusal(record, [p.address for _, p, ours in present if not ours])


def _sight(people: dict[str, Sighted], met: set[Party], present: list[Somebody]) -> None:
    """Adds who is new in the chunk; each address once, under the fullest name it bears there.

    `met`: addresses with the names they bore, each of which is weighed but once.
    """
    for _, party, ours in present:
        if party in met:
            continue
        met.add(party)
        known = people.get(party.address)
        if known is None:
            domain = None if ours else outside_domain(party.address)
            people[party.address] = Sighted(party.address, party.name, ours, domain)
        else:
            people[party.address] = known.also(party.name)
