"""Records of a whole source, in chunks, parsed beside the process that writes them."""

import multiprocessing
import signal
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

from kith.sources.mail.fetch import fetch, measure
from kith.sources.mail.parse import parse
from kith.sources.mail.wire import pack, unpack
from kith.terms.errors import KithError
from kith.terms.records import MailRecord, Refusal

MAILS = 500
BYTES = 4 * 1024 * 1024
# Below this a second process costs more (its start, about 0.2 s) than it gives.
SMALL = 4 * 1024 * 1024
_ITEMS, _ERROR = b"i", b"e"


class ParserDied(KithError):
    """The process that parses ended before its work did: killed, out of memory."""

    code = "parser_died"


@dataclass(frozen=True, slots=True)
class Chunk:
    """At most `MAILS` items, of about `BYTES` raw bytes; `consumed` bytes of the source were read
    for it (the sum over all chunks is what was fetched)."""

    items: list[MailRecord | Refusal]
    consumed: int


def records(
    path: Path, *, after: str | None = None, latest: datetime, workers: bool = True
) -> Generator[Chunk, None, None]:
    """The source's items in `fetch`'s order, those up to `after` left out; `latest` as in `parse`.

    With `workers`, a source that is not small is read and parsed in one second process, which is
    one chunk ahead and no more: memory stays flat. Closing the generator ends it.

    Raises BadInput as `fetch` does, ParserDied if the second process dies, and what it raised.
    """
    if workers and measure(path) >= SMALL:
        return _beside(path, after, latest)
    return _chunks(path, after, latest)


def _chunks(path: Path, after: str | None, latest: datetime) -> Generator[Chunk, None, None]:
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


def _beside(path: Path, after: str | None, latest: datetime) -> Generator[Chunk, None, None]:
    """A pipe, not a queue: it has no thread of its own, blocks the child when the parent is busy,
    and ends at once on either side when the other is gone."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(there, path, after, latest), daemon=True)
    child.start()
    there.close()  # else the child's death would not end the pipe
    try:
        while chunk := _receive(here):
            yield chunk
    except EOFError as error:
        child.join()
        raise ParserDied(
            f"The process that parses mail ended ({child.exitcode}).",
            cure="Start the import again: it goes on where it stopped.",
            exitcode=child.exitcode,
        ) from error
    finally:
        here.close()
        child.terminate()
        child.join()
        child.close()


def _receive(pipe: Connection) -> Chunk | None:
    """The next chunk, None at the end. Raises what the child raised, EOFError if it died."""
    kind = pipe.recv_bytes()
    if kind == _ERROR:
        error = pipe.recv()
        assert isinstance(error, Exception)
        raise error
    consumed = int(kind[1:])
    return Chunk(unpack(pipe.recv_bytes()), consumed) if consumed >= 0 else None


def _work(pipe: Connection, path: Path, after: str | None, latest: datetime) -> None:
    """The second process: sends chunks until the end, or the error that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    try:
        for chunk in _chunks(path, after, latest):
            pipe.send_bytes(_ITEMS + str(chunk.consumed).encode())
            pipe.send_bytes(pack(chunk.items))
        pipe.send_bytes(_ITEMS + b"-1")
    except BrokenPipeError:
        return  # the parent has stopped reading
    except Exception as error:  # to be raised there
        pipe.send_bytes(_ERROR)
        pipe.send(error)
