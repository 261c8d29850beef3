"""All signals of trade on the lines in one folder and the touches in another, as a refresh computes
them: each once, held by the engine, on which the next ones build. Seconds of the clock and of the
processor."""

import json
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import ibis

from kith.facts.arrow import arrow_schema
from kith.facts.engine import open_engine
from kith.pipeline.measure import SIGNALS, measures, needs
from kith.terms.facts import FACTS

AS_OF = date(2026, 6, 30)
OF_TRADE = tuple(str(m.OUTPUT.name) for m in SIGNALS if needs(m))
# What some of them read, and a refresh has computed for other ends.
BEFORE = ("account_ties", "breadth")


def main(trade: str, touches: str) -> None:
    began: dict[str, tuple[float, float]] = {}
    with open_engine("duckdb") as backend:
        tables = {shape.name: _table(backend, shape.name, trade, touches) for shape in FACTS}

        def report(name: str) -> None:
            _ = backend.con  # waits until all before it is made
            began[name] = (time.perf_counter(), time.process_time())

        with measures(tables, as_of=AS_OF, report=report, names=(*BEFORE, *OF_TRADE)):
            report("end")
    took = {
        name: (after[0] - before[0], after[1] - before[1])
        for (name, before), (_, after) in pairwise(began.items())
    }
    print(json.dumps({name: took[name] for name in OF_TRADE}))


def _table(backend: ibis.BaseBackend, name: str, *folders: str) -> ibis.Table:
    """From the first folder that has it; empty where none does."""
    for folder in folders:
        file = Path(folder) / f"{name}.parquet"
        if file.exists():
            return backend.read_parquet(file, table_name=f"fact_{name}")
    [shape] = [shape for shape in FACTS if shape.name == name]
    return ibis.memtable(arrow_schema(shape).empty_table())
