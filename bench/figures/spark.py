"""Two signals at ten million touches on Spark, beside DuckDB on the same Parquet: same result?"""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, touches
from bench.child import work
from bench.line import Line

SPARK = "local[2]"
NAMES = ("ties", "silence")


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    recipe = (Path(touches.__file__),)
    folder = cache.kept("touches", recipe, touches.make, bytes_=touches.BYTES)
    for name in NAMES:
        said = {}
        for engine in ("duckdb", SPARK):
            say(f"{name} of {touches.TOUCHES:,} touches on {engine}")
            said[engine] = work("on_spark", engine, name, folder, home=folder).said
            yield Line("spark", f"{name}, {engine}", said[engine]["seconds"], "s")
        ours, theirs = said["duckdb"], said[SPARK]
        same = all(math.isclose(ours[k], theirs[k], rel_tol=1e-9) for k in ("rows", "n", "value"))
        yield Line("spark", f"{name}: rows, n and values add up alike", float(same), "", least=1.0)
