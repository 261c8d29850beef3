"""The signals at ten million touches, each against one bare pass of the engine over the same."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, touches
from bench.child import work
from bench.line import Line

NAMES = (
    "ties", "contact_ties", "account_ties", "days_off", "silence", "threads_open", "answers",
    "latency", "hours_and_channel", "balance", "account_balance", "decay", "firm_decay",
    "breadth", "leaving", "authority", "newcomers",
)  # fmt: skip
# Times one bare pass.
PROMISED = {"ties": 5.0, "silence": 5.0, "balance": 5.0, "decay": 5.0}


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    recipe = (Path(touches.__file__),)
    folder = cache.kept("touches", recipe, touches.make, bytes_=touches.BYTES)
    for name in NAMES:
        say(f"{name} of {touches.TOUCHES:,} touches")
        ran = work("signal", name, folder, home=folder)
        ratio = ran.said["signal"] / ran.said["bare"]
        yield Line("signals", name, ratio, "x bare pass", most=PROMISED.get(name))
        yield Line("signals", f"{name}, seconds", ran.said["signal"], "s")
        yield Line("signals", f"{name}, memory", ran.megabytes, "MB", most=2_000.0)
