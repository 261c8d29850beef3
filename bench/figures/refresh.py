"""Whole refreshes: of ten million activities, and of a hundred thousand."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache
from bench.child import Ran, work
from bench.ledger import rows, scale
from bench.ledger.build import build
from bench.ledger.scale import BIG, SMALL, Scale
from bench.line import Line

Say = Callable[[str], None]

BYTES_OF_ONE = 900  # of the ledger, gauges and mirror, for each activity
WHOLE_MINUTES, WHOLE_MEGABYTES = 4.0, 2_000.0
SMALL_SECONDS = 5.0
A_SECOND = 1.0  # shorter steps are not listed
RECIPE = (
    *(Path(module.__file__ or "") for module in (rows, scale)),
    *sorted((cache.ROOT / "kith" / "ledger" / "migrations").glob("0*.py")),
)


def ledger(name: str, size: Scale, say: Say) -> Path:
    """The generated ledger of that size, from the cache or made now."""

    def make(home: Path) -> None:
        say(f"making the {name} ledger: {size.activities:,} activities, kept for later runs")
        build(home, size, lambda step, took: say(f"  {step}: {took:.0f} s"))

    return cache.kept(f"ledger-{name}", RECIPE, make, bytes_=size.activities * BYTES_OF_ONE)


def forget_runs(home: Path) -> None:
    """As if the ledger had never been refreshed."""
    connection = sqlite3.connect(home / "kith.db")
    with connection:
        for table in ("gauge", "finding", "verdict", "run"):
            connection.execute(f"DELETE FROM ledger_{table}")
    connection.close()
    for made in ("facts", "gauges"):
        shutil.rmtree(home / made, ignore_errors=True)


def was_refreshed(home: Path) -> bool:
    """Whether its pages have something to show."""
    connection = sqlite3.connect(home / "kith.db")
    try:
        found = connection.execute("SELECT 1 FROM ledger_run WHERE state = 'done'").fetchone()
    finally:
        connection.close()
    return found is not None


def measure(say: Say) -> Iterator[Line]:
    for name, size in (("small", SMALL), ("big", BIG)):
        home = ledger(name, size, say)
        forget_runs(home)
        say(f"first refresh of {size.activities:,} activities")
        yield from _lines("first", work("refresh", home=home), size)
        say("again, with a day's mail more")
        work("mail", home=home)
        yield from _lines("next", work("refresh", home=home), size)


def _lines(which: str, ran: Ran, size: Scale) -> Iterator[Line]:
    what = f"{which}, {size.activities:,} activities"
    if size is SMALL:
        yield Line("refresh", what, ran.seconds, "s", most=SMALL_SECONDS)
        return
    yield Line("refresh", what, ran.seconds / 60, "min", most=WHOLE_MINUTES)
    yield Line("refresh", f"{what}, memory", ran.megabytes, "MB", most=WHOLE_MEGABYTES)
    yield Line("refresh", f"{which}, gauges written", ran.said["gauges"], "")
    for step, took in ran.said["steps"].items():
        if took >= A_SECOND:
            yield Line("refresh", f"{which}: {step}", took, "s")
