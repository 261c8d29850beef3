"""How much of a long work goes into one transaction: as much as lets nobody wait for long."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Pace:
    """`size`: rows that take about `goal` seconds, found anew after each transaction.

    Only work counts: to wait for a busy machine is none, and must not make the parts small.
    """

    goal: float
    fewest: int
    most: int
    size: int

    @contextmanager
    def kept(self, rows: int) -> Iterator[None]:
        """Around a transaction of so many rows."""
        began = time.thread_time()
        yield
        took = max(time.thread_time() - began, 0.001)
        fitting = rows * self.goal / took
        self.size = int(min(max(fitting, self.fewest), 2 * self.size, self.most))
