"""One signal on the touches in a folder, each time after one bare pass of the engine over them."""

import json
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import ibis

from kith.facts.arrow import arrow_schema
from kith.facts.engine import open_engine
from kith.pipeline.measure import measures
from kith.terms.shapes import NOTICES

AS_OF = date(2026, 6, 30)
TIMES = 2

# One window sort and one group-by: the least that a look at rhythm or ties can cost.
BARE = """
CREATE OR REPLACE TEMP TABLE bare AS
SELECT contact_id, count(*) AS n, avg(gap) AS mean_gap, max(gap) AS longest_gap
FROM (
    SELECT contact_id, epoch_us(instant) - lag(epoch_us(instant)) OVER (
        PARTITION BY contact_id ORDER BY instant, activity_id
    ) AS gap
    FROM touches
)
GROUP BY contact_id
"""


def main(name: str, folder: str) -> None:
    with open_engine("duckdb") as backend:
        tables = {
            table: backend.read_parquet(Path(folder) / f"{table}.parquet", table_name=table)
            for table in ("touches", "contacts", "copies", "accounts")
        }
        tables["notices"] = ibis.memtable(arrow_schema(NOTICES).empty_table())
        bare, signal = [], []
        for _ in range(TIMES):  # in turn, so that a busy machine slows both
            bare.append(_seconds(lambda: backend.raw_sql(BARE)))
            signal.append(_seconds(lambda: _measured(name, tables)))
    print(json.dumps({"bare": min(bare), "signal": min(signal)}))


def _measured(name: str, tables: Mapping[str, ibis.Table]) -> None:
    """Prepared, fitted and held as every refresh does."""
    with measures(tables, as_of=AS_OF, report=lambda _: None, names=(name,)):
        pass


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
