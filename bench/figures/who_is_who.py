"""Who is who: the guess for every organisation in ten million touches of a hundred thousand."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, touches
from bench.child import work
from bench.line import Line

MOST_SECONDS = 30.0


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    recipe = (Path(touches.__file__),)
    folder = cache.kept("touches", recipe, touches.make, bytes_=touches.BYTES)
    say(f"{touches.ACCOUNTS:,} domains, {touches.TOUCHES:,} touches")
    ran = work("relations", folder, home=folder)
    yield Line(
        "who-is-who", f"{ran.said['rows']:,} domains", ran.said["signal"], "s", most=MOST_SECONDS
    )
    yield Line("who-is-who", "of them guessed", ran.said["guessed"], "")
    yield Line("who-is-who", "memory", ran.megabytes, "MB", most=2_000.0)
