"""Runs a generator in a process beside this one: parsing there while the ledger is written here.

A pipe, not a queue: it has no thread of its own, blocks the child when the parent is busy, so that
memory stays flat, and ends at once on either side when the other is gone.
"""

import fcntl
import gc
import multiprocessing
import pickle
import signal
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from kith.terms.errors import KithError

T = TypeVar("T")
ROOM = 1024 * 1024  # bytes: what Linux lets anybody ask for
_ITEM, _ERROR, _END = b"i", b"e", b"."


class WorkerDied(KithError):
    """The process beside this one ended before its work did: killed, out of memory."""

    code = "worker_died"


def beside(work: Callable[..., Iterable[T]], *args: Any) -> Generator[T, None, None]:
    """What `work(*args)` yields, made one item ahead. The process starts at once; closing the
    generator ends it.

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


def _received(here: Connection, child: BaseProcess) -> Generator[Any, None, None]:
    """None first, then the child's items; whatever happens, the child ends with it."""
    try:
        yield None
        while (kind := here.recv_bytes()) == _ITEM:
            yield pickle.loads(here.recv_bytes())  # noqa: S301 - our own child's
        if kind == _ERROR:
            raise pickle.loads(here.recv_bytes())  # noqa: S301
    except EOFError as error:
        child.join()
        raise WorkerDied(
            f"The process that parses mail ended ({child.exitcode}).",
            cure="Start the import again: it goes on where it stopped.",
            exitcode=child.exitcode,
        ) from error
    finally:
        here.close()
        child.terminate()
        child.join()
        child.close()


def _widen(pipe: Connection) -> None:
    """Room for about one item more, where the system allows it: the child then runs ahead."""
    with suppress(OSError, AttributeError):
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, ROOM)


def _work(pipe: Connection, work: Callable[..., Iterable[object]], args: tuple[Any, ...]) -> None:
    """The second process: sends items until the end, or the error that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    gc.set_threshold(100_000, 50, 100)  # much is made here, and nothing of it in circles
    try:
        for item in work(*args):
            pipe.send_bytes(_ITEM)
            pipe.send_bytes(pickle.dumps(item, protocol=5))
        pipe.send_bytes(_END)
    except BrokenPipeError:
        return  # the parent has stopped reading
    except Exception as error:  # to be raised there
        pipe.send_bytes(_ERROR)
        pipe.send_bytes(pickle.dumps(error))
