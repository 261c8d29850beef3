"""The process beside the writer: whole, bounded, and never a hang."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kith.pipeline.beside import WorkerDied, beside
from kith.terms.errors import BadInput


def count(until: int) -> Iterator[int]:
    yield from range(until)


def fail(after: int) -> Iterator[int]:
    yield from range(after)
    raise BadInput("There is nothing at this path.", cure="Check the path.", path="x")


def die(after: int) -> Iterator[int]:
    yield from range(after)
    os.kill(os.getpid(), signal.SIGKILL)


def children() -> int:
    return len(multiprocessing.active_children())


def test_it_yields_what_the_work_yields() -> None:
    assert list(beside(count, 1_000)) == list(range(1_000))
    assert children() == 0


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
