"""The process beside the writer: whole, bounded, and never a hang."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kith.pipeline.beside import AHEAD, ROOM, WorkerDied, beside, waiting
from kith.terms.errors import BadInput


def count(until: int) -> Iterator[int]:
    yield from range(until)


def told(log: Path) -> Iterator[bytes]:
    """Items that no pipe holds two of, each written down as it is made."""
    for item in range(50):
        with log.open("a") as lines:
            lines.write(f"{item}\n")
        yield bytes(2 * ROOM)


def asking() -> Iterator[bytes]:
    """How many items wait, as the work sees it, each time too large for the pipe."""
    for _ in range(AHEAD + 4):
        yield waiting().to_bytes() + bytes(2 * ROOM)


def fail(after: int) -> Iterator[int]:
    yield from range(after)
    raise BadInput("There is nothing at this path.", cure="Check the path.", path="x")


def die(after: int) -> Iterator[int]:
    yield from range(after)
    os.kill(os.getpid(), signal.SIGKILL)


class Odd(Exception):
    """One that cannot be made again from what it was made of, as some drivers' are."""

    def __init__(self, said: str, *, code: int) -> None:
        super().__init__(f"{said} ({code})")


def fail_oddly(after: int) -> Iterator[int]:
    yield from range(after)
    raise Odd("There is no such column", code=3)


def children() -> int:
    return len(multiprocessing.active_children())


def test_it_yields_what_the_work_yields() -> None:
    assert list(beside(count, 1_000)) == list(range(1_000))
    assert children() == 0


def test_an_error_that_cannot_cross_as_it_is_still_says_what_it_said() -> None:
    with pytest.raises(RuntimeError, match=r"^Odd: There is no such column \(3\)$"):
        list(beside(fail_oddly, 2))
    assert children() == 0


def test_it_goes_on_while_nobody_reads_but_only_so_far(tmp_path: Path) -> None:
    log = tmp_path / "made"
    with closing(beside(told, log)) as found:
        next(found)
        made = settled(log)
    # One was read, one is being sent, AHEAD wait, one more is made and finds no place.
    assert made == AHEAD + 3
    assert children() == 0


def test_the_work_may_ask_how_many_of_its_items_wait() -> None:
    with closing(beside(asking)) as found:
        first = next(found)[0]
        time.sleep(1)  # it makes all it may, and waits for a place
        seen = [first, *(item[0] for item in found)]
    assert first == 0
    assert max(seen) == AHEAD


def settled(log: Path) -> int:
    """How many were made, once no more are."""
    before, now = -1, 0
    while now == 0 or now != before:
        time.sleep(0.5)
        before, now = now, len(log.read_text().splitlines()) if log.exists() else 0
    return now


def test_a_reader_that_stops_ends_the_process() -> None:
    found = beside(count, 10_000_000)
    assert next(found) == 0
    assert children() == 1
    found.close()
    assert children() == 0


def test_a_process_that_dies_is_an_error_and_no_hang() -> None:
    found = beside(die, 3)
    with pytest.raises(WorkerDied, match="-9"):
        list(found)
    assert children() == 0


def test_what_the_work_raises_is_raised_here_with_its_cure() -> None:
    found = beside(fail, 2)
    assert [next(found), next(found)] == [0, 1]
    with pytest.raises(BadInput) as caught:
        next(found)
    assert caught.value.cure == "Check the path."
    assert children() == 0


def test_the_process_that_prepares_mail_never_loads_django() -> None:
    code = "import sys, kith.pipeline.prepare; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
