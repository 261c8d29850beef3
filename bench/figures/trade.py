"""The signals of trade at ten million lines, on the clock: each, and all of them together."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, touches, trade
from bench.child import work
from bench.line import Line

PROMISED, MEMORY = 30.0, 2_000.0


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    # Named apart: what begins with another's name is taken for an older version of it.
    lines = cache.kept("sold", (Path(trade.__file__),), trade.make, bytes_=trade.BYTES)
    mail = cache.kept("touches", (Path(touches.__file__),), touches.make, bytes_=touches.BYTES)
    say(f"signals of trade at {trade.LINES:,} lines")
    ran = work("trade", lines, mail, home=lines)
    for name, (seconds, processor) in ran.said.items():
        yield Line("trade", f"{name}, seconds", seconds, "s")
        yield Line("trade", f"{name}, of the processor", processor, "s")
    clock, busy = (sum(took) for took in zip(*ran.said.values(), strict=True))
    yield Line("trade", "all of them", clock, "s", most=PROMISED)
    yield Line("trade", "all of them, of the processor", busy, "s")
    yield Line("trade", "memory", ran.megabytes, "MB", most=MEMORY)
