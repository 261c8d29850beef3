"""Brings a source into the ledger: fetch, parse, decide, record, in chunks that may be cut off.

1. The mailbox and its owner are found, or made with the levels asked for.
2. A batch begins, or goes on from its cursor if it was cut off on this path.
3. Chunks come parsed from a process beside this one (the first ones are parsed here, until it has
   started), most of them decided too; as many as a transaction has time for are recorded in one.
4. Who of those it brought may be somebody known already is asked.
5. The batch is closed as done; an error or Ctrl-C closes it as stopped, to be gone on with.
"""

import gc
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from kith.ledger.activities.claims import Owner
from kith.ledger.imports import checkpoints
from kith.ledger.imports.models import Batch, LeftOut
from kith.ledger.imports.writers import begin, close, expect
from kith.ledger.people.erased_readers import erased_people
from kith.ledger.people.writers import colleague_of
from kith.ledger.rights import readers as rights
from kith.ledger.rights.block_readers import blocks_for
from kith.ledger.rights.models import Block, Mailbox, User
from kith.ledger.whole.chunk import MailChunk, together
from kith.ledger.whole.writers import SomebodyErased, open_for, record_chunk
from kith.pipeline.beside import beside
from kith.pipeline.blocked import Blocks
from kith.pipeline.decide import House
from kith.pipeline.organisations import OurDomains
from kith.pipeline.pace import Pace
from kith.pipeline.prepare import decided, prepared, shared
from kith.pipeline.recognise import recognise
from kith.pipeline.turn import of_import, turn
from kith.sources.mail import chunks
from kith.sources.mail.chunks import Chunk, first_mails, parsed
from kith.sources.mail.fetch import fetch, is_large, measure
from kith.terms.words import Level

FUTURE = timedelta(days=1)  # clocks of senders may be ahead of ours by so much
GOAL = 0.12  # seconds of work of one transaction: nobody else shall wait for more than 0.2
MOST = 2_000  # mails of one transaction; the fewest are a chunk's
BYTES = 4 * 1024 * 1024  # of mail in one transaction, if it is more than one chunk
SMALL = 2 * 1024 * 1024  # bytes below which a second process costs more than it gives
FIRST = 1_000  # mails that are parsed and written here while the second process starts


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: bytes of its source, and mails read, kept (new) and refused so far."""

    bytes_done: int
    bytes_total: int
    read: int
    kept: int
    refused: int


def import_mail(
    path: Path,
    *,
    mailbox: str,
    keep: Level | None = None,
    share: Level | None = None,
    actor: User | None = None,
    report: Callable[[Progress], None] | None = None,
) -> Batch:
    """Imports a mailbox's mail; the same path again changes nothing, a cut-off one goes on.

    Raises BadInput for a path that cannot be read, NotReady where there is no firm yet, Refused for
    levels that contradict each other or the mailbox's own.
    """
    rights.founded()
    next(fetch(path))  # raises where there is no mail, before anything is made for it
    with turn(of_import(path), wait=False):
        box = open_for(mailbox, keep=keep, share=share, actor=actor)
        return _import(path, box, actor, report)


def _import(
    path: Path, box: Mailbox, actor: User | None, report: Callable[[Progress], None] | None
) -> Batch:
    batch = begin("mail", str(path.resolve()), mailbox=box, actor=actor)
    box.refresh_from_db()  # from here on its levels stay: nobody may change them meanwhile
    try:
        while not _to_its_end(path, box, batch, actor, report):
            batch.refresh_from_db()  # its cursor: from there on the source is read again
        recognise(batch, actor=actor)
    except BaseException:
        close(batch, Batch.STOPPED, actor=actor)
        raise
    return close(batch, Batch.DONE, actor=actor)


def _to_its_end(
    path: Path,
    box: Mailbox,
    batch: Batch,
    actor: User | None,
    report: Callable[[Progress], None] | None,
) -> bool:
    """Imports from the batch's cursor on. False: somebody was erased before the end was reached."""
    made = _chunks(path, batch, _house(box), box)
    with closing(made), few_collections(), checkpoints.seldom():
        total = expect(batch, measure(path), actor=actor)  # while the other process starts
        me = colleague_of(box.owner, box.address, batch, actor=actor)
        owner = Owner(me.id, me.colleague_id or 0)
        done = Progress(batch.bytes_done, total, batch.read, batch.kept, batch.refused)
        pace = Pace(GOAL, chunks.MAILS, MOST, size=chunks.MAILS)
        for chunk in gathered(made, pace):
            try:
                with pace.kept(chunk.items):
                    recorded = record_chunk(chunk, owner, box, batch, actor=actor)
            except SomebodyErased:
                return False
            done = _further(done, chunk, len(recorded.new))
            if report:
                report(done)
    return True


def gathered(made: Iterable[MailChunk], pace: Pace) -> Iterator[MailChunk]:
    """As many chunks together as the pace allows: larger transactions write less to the disk."""
    held: list[MailChunk] = []
    items = bytes_ = 0
    for chunk in made:
        items, bytes_ = items + chunk.items, bytes_ + chunk.bytes_done
        if held and (items > pace.size or bytes_ > BYTES):
            yield together(held)
            held, items, bytes_ = [], chunk.items, chunk.bytes_done
        held.append(chunk)
    if held:
        yield together(held)


@contextmanager
def few_collections() -> Iterator[None]:
    """Garbage is looked for seldom: rows by the thousand are made here, none of them in circles."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _house(box: Mailbox) -> House:
    firm = rights.founded()
    zones = {address: ZoneInfo(zone) for address, zone in rights.mailbox_zones()}
    ours = OurDomains(frozenset(rights.own_domains()), frozenset(rights.own_addresses()))
    return House(ours, ZoneInfo(firm.zone), zones, _blocks(box), erased_people())


def _blocks(box: Mailbox) -> Blocks:
    found: dict[str, set[str]] = {Block.DOMAIN: set(), Block.LABEL: set()}
    for kind, value in blocks_for(box):
        found[kind].add(value)
    return Blocks(frozenset(found[Block.DOMAIN]), frozenset(found[Block.LABEL]))


def _chunks(
    path: Path, batch: Batch, house: House, box: Mailbox
) -> Generator[MailChunk, None, None]:
    latest = datetime.now(UTC) + FUTURE
    after = batch.cursor or None
    mine = (house, box.address, Level(box.keep))
    if not is_large(path, SMALL):
        return prepared(path, after, latest, *mine)
    # The process beside this one takes a third of a second to start: what comes first is parsed
    # here meanwhile.
    first = first_mails(path, after=after, most=FIRST, bytes_=BYTES)
    after = first[-1].position if first else after
    return _in_turn(parsed(first, latest=latest), beside(shared, path, after, latest, *mine), *mine)


def _in_turn(
    first: Iterator[Chunk],
    beside_: Generator[MailChunk | Chunk, None, None],
    house: House,
    owner: str,
    keep: Level,
) -> Generator[MailChunk, None, None]:
    """The first chunks, then those of the process beside this one, all of them decided."""
    with closing(beside_):
        for chunk in chain(first, beside_):
            yield chunk if isinstance(chunk, MailChunk) else decided(chunk, house, owner, keep)


def _further(done: Progress, chunk: MailChunk, kept: int) -> Progress:
    return Progress(
        done.bytes_done + chunk.bytes_done,
        done.bytes_total,
        done.read + chunk.items,
        done.kept + kept,
        done.refused + sum(item.code == LeftOut.REFUSED for item in chunk.left_out),
    )
