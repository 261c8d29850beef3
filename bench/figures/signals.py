"""The signals at ten million touches, each against one bare pass of the engine over the same."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, touches
from bench.child import work
from bench.line import Line
from kith.pipeline import measure as measuring

# What organisations are to us is a figure of its own, `bench.figures.who_is_who`, and so is what is
# read from invoices: `bench.figures.trade`.
NAMES = tuple(
    str(module.OUTPUT.name)
    for module in measuring.SIGNALS
    if module.OUTPUT.name != "relations" and not measuring.needs(module)
)
PROMISED = 5.0  # times one bare pass


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    recipe = (Path(touches.__file__),)
    folder = cache.kept("touches", recipe, touches.make, bytes_=touches.BYTES)
    for name in NAMES:
        say(f"{name} of {touches.TOUCHES:,} touches")
        ran = work("signal", name, folder, home=folder)
        ratio = ran.said["signal"] / ran.said["bare"]
        yield Line("signals", name, ratio, "x bare pass", most=PROMISED)
        yield Line("signals", f"{name}, seconds", ran.said["signal"], "s")
        yield Line("signals", f"{name}, memory", ran.megabytes, "MB", most=2_000.0)
