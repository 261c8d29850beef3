"""Threads in which questions are answered soon, late or never, by people on several clocks."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np

from tests.signals.generator import Row, touch

AS_OF = date(2024, 3, 29)  # a Friday
MONDAY = date(2024, 3, 25)


def said(activity_id: int, when: datetime, direction: str, **other: Any) -> Row:
    """A mail of thread 1 that asks, at an instant given in UTC, by somebody whose clock is UTC."""
    more = {"thread_id": 1, "asks": direction == "out", "offset_minutes": 0, **other}
    row = touch(activity_id, when.date(), direction, **more)
    return row | {"instant": when}


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def dense(seed: int, *, threads: int = 1_500, people: int = 5) -> list[Row]:
    """A mail of either side, answered or not, sometimes by a colleague, sometimes asked twice."""
    random = np.random.default_rng(seed)
    rows: list[Row] = []
    for thread in range(1, threads + 1):
        contact, colleague = (int(random.integers(1, people + 1)) for _ in range(2))
        when = at(AS_OF, 9) - timedelta(minutes=int(random.integers(900 * 24 * 60)))
        direction = str(random.choice(["in", "out"]))
        for step in range(int(random.integers(1, 6))):
            when += timedelta(minutes=int(random.integers(5, 6 * 24 * 60)))
            if random.random() < 0.6:
                direction = "out" if direction == "in" else "in"
            ours = [colleague] if random.random() < 0.8 else [colleague, colleague % people + 1]
            common = {
                "thread_id": thread, "contact_id": contact, "account_id": contact,
                "asks": bool(random.random() < 0.5), "recipients": int(random.integers(1, 8)),
                "part": 1 if direction == "in" else int(random.choice([3, 3, 4])),
                "offset_minutes": (None, 0, 60, -300)[int(random.integers(4))],
            }  # fmt: skip
            number = thread * 10 + step
            rows.extend(said(number, when, direction, **common, colleague_id=c) for c in ours)
    return rows
