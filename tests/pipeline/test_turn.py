"""One process at a time, and a lock that dies with its holder."""

import multiprocessing
import os
import time

import pytest

from kith.pipeline.turn import turn
from kith.terms.errors import Refused


def hold_and_die(ready: "multiprocessing.synchronize.Event") -> None:
    with turn("one", wait=True):
        ready.set()
        time.sleep(60)


def test_a_turn_is_one_processs_and_is_free_when_it_dies() -> None:
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    other = context.Process(target=hold_and_die, args=(ready,))
    other.start()
    assert ready.wait(20)
    with pytest.raises(Refused, match="already"), turn("one", wait=False):
        pass
    with turn("another", wait=False):
        pass
    assert other.pid
    os.kill(other.pid, 9)
    other.join()
    with turn("one", wait=True):
        pass
