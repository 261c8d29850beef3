"""One signal on the touches in a folder, on the engine named: its time, and what it came to."""

import json
import os
import time
from datetime import date
from pathlib import Path

import ibis

from kith.facts.arrow import arrow_schema
from kith.facts.engine import open_engine
from kith.signals import days_off, silence, ties
from kith.terms.shapes import NOTICES

AS_OF = date(2026, 6, 30)
MEMORY = "--driver-memory 4g pyspark-shell"  # of Spark's driver: all there is of a cluster here
TABLES = ("touches", "contacts", "accounts")


def main(engine: str, name: str, folder: str) -> None:
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", MEMORY)
    with open_engine(engine) as backend:
        tables = {table: _read(backend, Path(folder) / f"{table}.parquet") for table in TABLES}
        tables["notices"] = ibis.memtable(arrow_schema(NOTICES).empty_table())
        began = time.perf_counter()
        found = _SIGNALS[name](tables)
        # Summed by the engine: the rows themselves are the tests' business, a few at a time.
        [said] = found.agg(
            rows=found.count(), n=found.n.sum(), value=found.value.sum()
        ).to_pyarrow().to_pylist()  # fmt: skip
        seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, **{key: float(said[key]) for key in said}}))


def _read(backend: ibis.BaseBackend, file: Path) -> ibis.Table:
    return backend.read_parquet(str(file), table_name=file.stem)


def _silence(tables: dict[str, ibis.Table]) -> ibis.Table:
    """With the rhythm as it is before it is fitted: fitted rows pass through Python alike."""
    known = {**tables, "days_off": days_off.signal(tables, as_of=AS_OF)}
    return silence.signal(known, as_of=AS_OF)


_SIGNALS = {"ties": lambda tables: ties.signal(tables, as_of=AS_OF), "silence": _silence}
