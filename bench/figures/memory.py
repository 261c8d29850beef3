"""How much memory an import takes as its mbox grows: it should not matter."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, mbox
from bench.child import work
from bench.letters import HOUSE
from bench.line import Line

GIGABYTES = (0.5, 1.0, 2.0)
MEGABYTES, FLAT = 1_000.0, 1.25
ROOM = 6 * cache.GIGABYTE  # the largest file, and the ledger made of it


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    cache.need("An mbox of 2 GB, with its ledger,", ROOM)
    took: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kith-bench-", dir=cache.folder()) as scratch:
        for size in GIGABYTES:
            file = Path(scratch) / "big.mbox"
            mails = mbox.make(file, int(size * 1e9))
            say(f"an mbox of {size} GB, {mails:,} mails")
            ran = work("imports", file, HOUSE, home=Path(scratch) / f"home-{size}")
            file.unlink()
            took.append(ran.megabytes)
            yield Line("memory", f"{size} GB, mails", ran.said["read"], "")
            yield Line("memory", f"{size} GB", ran.megabytes, "MB", most=MEGABYTES)
    yield Line("memory", "the largest beside the smallest", took[-1] / took[0], "x", most=FLAT)
