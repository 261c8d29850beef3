"""Whole refreshes: of ten million activities, and of a hundred thousand."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache
from bench.child import Ran, work
from bench.ledger import build as recipe
from bench.ledger import rows, scale
from bench.ledger.scale import BIG, SMALL, Scale
from bench.line import Line

Say = Callable[[str], None]

BYTES_OF_ONE = 900  # of the ledger, gauges and mirror, for each activity
WHOLE_MINUTES, WHOLE_MEGABYTES = 4.0, 2_000.0
SMALL_SECONDS = 5.0
RECIPE = (
    *(Path(module.__file__ or "") for module in (rows, scale)),
    *sorted((cache.ROOT / "kith" / "ledger" / "migrations").glob("0*.py")),
)


def ledger(name: str, size: Scale, say: Say) -> Path:
    """The generated ledger of that size, from the cache or made now."""

    def make(home: Path) -> None:
        say(f"making the {name} ledger: {size.activities:,} activities, kept for later runs")
        recipe.build(home, size, lambda step, took: say(f"  {step}: {took:.0f} s") if took > 5 else None)  # fmt: skip

    return cache.kept(f"ledger-{name}", RECIPE, make, bytes_=size.activities * BYTES_OF_ONE)


def forget_runs(home: Path) -> None:
    """As if the ledger had never been refreshed."""
    with sqlite3.connect(home / "kith.db") as connection:
        for table in ("gauge", "finding", "verdict", "run"):
            connection.execute(f"DELETE FROM ledger_{table}")
    connection.close()
    for made in ("facts", "gauges"):
        shutil.rmtree(home / made, ignore_errors=True)


def measure(say: Say) -> Iterator[Line]:
    for name, size in (("small", SMALL), ("big", BIG)):
        home = ledger(name, size, say)
        forget_runs(home)
        say(f"first refresh of {size.activities:,} activities")
        yield from _lines(f"first, {size.activities:,} activities", work("refresh", home=home), size)
        say("again, with a day's mail more")
        work("mail", size.contacts, size.accounts, size.colleagues, home=home)
        ran = work("refresh", home=home)
        yield from _lines(f"after {ran.said['gauges']:,} changed gauges", ran, size)


def _lines(what: str, ran: Ran, size: Scale) -> Iterator[Line]:
    steps = ", ".join(f"{name} {took:.1f}" for name, took in ran.said["steps"].items() if took > 0.5)
    if size is SMALL:
        yield Line("refresh", what, ran.said["seconds"]["all"], "s", most=SMALL_SECONDS)
        return
    yield Line("refresh", what, ran.seconds / 60, "min", most=WHOLE_MINUTES)
    yield Line("refresh", f"{what}, memory", ran.megabytes, "MB", most=WHOLE_MEGABYTES)
    for step, took in ran.said["steps"].items():
        yield Line("refresh", f"{what}: {step}", took, "s")
