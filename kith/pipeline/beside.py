"""Runs a generator in a process beside this one: parsing there while the ledger is written here.

The child goes on while the parent is in a transaction, by a few items at most: they wait in the
child, and memory stays flat. Either side ends at once when the other is gone.
"""

import fcntl
import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Queue
from threading import Thread
from typing import Any, TypeVar

from kith.terms.errors import KithError
from kith.terms.language import gettext_noop

T = TypeVar("T")
ROOM = 1024 * 1024  # bytes: what Linux lets anybody ask for
AHEAD = 16  # items made that the parent has not asked for yet: it may wait for its disk meanwhile
_ITEM, _ERROR, _END = b"i", b"e", b"."
_Parcel = tuple[bytes, bytes]  # one of these three, and what is packed

_ready: Queue[_Parcel] = Queue(AHEAD)  # in the second process: made, and not asked for yet


class WorkerDied(KithError):
    """The process beside this one ended before its work did: killed, out of memory."""

    code = "worker_died"


def beside(work: Callable[..., Iterable[T]], *args: Any) -> Generator[T, None, None]:
    """What `work(*args)` yields, made up to `AHEAD` items ahead. The process starts at once;
    closing the generator ends it.

    `work` and `args` are pickled; its module should import little, as the process starts anew.
    Raises what `work` raised, or WorkerDied.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    _widen(there)
    child = context.Process(target=_work, args=(there, work, args), daemon=True)
    child.start()
    there.close()  # else the child's death would not end the pipe
    items = _received(here, child)
    next(items)  # to its first stop: from here on, closing it ends the child
    return items


def waiting() -> int:
    """To be asked by the work: how many of its items the parent has not asked for yet, beside one
    or two that the pipe holds. 0 says that the parent may soon have to wait."""
    return _ready.qsize()


def _received(here: Connection, child: BaseProcess) -> Generator[Any, None, None]:
    """None first, then the child's items; whatever happens, the child ends with it."""
    try:
        yield None
        while (kind := here.recv_bytes()) == _ITEM:
            yield pickle.loads(here.recv_bytes())  # noqa: S301 - our own child's
        packed = here.recv_bytes()
        if kind == _ERROR:
            raise pickle.loads(packed)  # noqa: S301
    except EOFError as error:
        child.join()
        raise WorkerDied(
            gettext_noop("The process that parses mail ended ({exitcode})."),
            cure=gettext_noop("Start the import again: it goes on where it stopped."),
            exitcode=child.exitcode,
        ) from error
    finally:
        here.close()
        child.terminate()
        child.join()
        child.close()


def _widen(pipe: Connection) -> None:
    """Room for about one item, where the system allows it: it crosses while nobody reads."""
    with suppress(OSError, AttributeError):
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, ROOM)


def _work(pipe: Connection, work: Callable[..., Iterable[object]], args: tuple[Any, ...]) -> None:
    """The second process: makes items until the end, or the error that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    gc.set_threshold(100_000, 50, 100)  # much is made here, and nothing of it in circles
    sending = Thread(target=_send, args=(pipe, _ready), daemon=True)
    sending.start()
    try:
        for item in work(*args):
            _ready.put((_ITEM, pickle.dumps(item, protocol=5)))
        _ready.put((_END, b""))
    except Exception as error:  # to be raised there
        _ready.put((_ERROR, _packed(error)))
    sending.join()


def _packed(error: Exception) -> bytes:
    """The error, to be raised there; what it says, where it cannot be made again from its parts."""
    try:
        packed = pickle.dumps(error)
        pickle.loads(packed)  # noqa: S301 - our own
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return packed


def _send(pipe: Connection, ready: Queue[_Parcel]) -> None:
    """Sends what is ready, to the last; ends the process where the parent has stopped reading."""
    kind = _ITEM
    try:
        while kind == _ITEM:
            kind, packed = ready.get()
            pipe.send_bytes(kind)
            pipe.send_bytes(packed)
    except BrokenPipeError:
        os._exit(0)
