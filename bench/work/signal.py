"""One signal on the touches in a folder, each time after one bare pass of the engine over them."""

import json
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import ibis

from kith.facts.arrow import arrow_schema
from kith.facts.engine import open_engine
from kith.signals import (
    account_balance,
    account_ties,
    answers,
    authority,
    balance,
    breadth,
    contact_ties,
    days_off,
    decay,
    firm_decay,
    hours_and_channel,
    latency,
    leaving,
    newcomers,
    silence,
    threads_open,
    ties,
)
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

Tables = Mapping[str, ibis.Table]


def _silence(tables: Tables) -> ibis.Table:
    """Prepared and fitted first, as every refresh does."""
    ready = {name: table.cache() for name, table in silence.prepare(tables, as_of=AS_OF).items()}
    tables = {**tables, **ready}
    rows = silence.statistics(tables, as_of=AS_OF).to_pyarrow().to_pylist()
    return silence.signal(tables, as_of=AS_OF, params=silence.fit(rows))


SIGNALS: Mapping[str, Callable[[Tables], ibis.Table]] = {
    "ties": lambda tables: ties.signal(tables, as_of=AS_OF),
    "contact_ties": lambda tables: contact_ties.signal(tables, as_of=AS_OF),
    "account_ties": lambda tables: account_ties.signal(tables, as_of=AS_OF),
    "days_off": lambda tables: days_off.signal(tables, as_of=AS_OF),
    "threads_open": lambda tables: threads_open.signal(tables, as_of=AS_OF),
    "silence": _silence,
    "balance": lambda tables: balance.signal(tables, as_of=AS_OF),
    "account_balance": lambda tables: account_balance.signal(tables, as_of=AS_OF),
    "decay": lambda tables: decay.signal(tables, as_of=AS_OF),
    "firm_decay": lambda tables: firm_decay.signal(tables, as_of=AS_OF),
    "breadth": lambda tables: breadth.signal(tables, as_of=AS_OF),
    "leaving": lambda tables: leaving.signal(tables, as_of=AS_OF),
    "authority": lambda tables: authority.signal(tables, as_of=AS_OF),
    "newcomers": lambda tables: newcomers.signal(tables, as_of=AS_OF),
    "answers": lambda tables: answers.signal(tables, as_of=AS_OF),
    "hours_and_channel": lambda tables: hours_and_channel.signal(tables, as_of=AS_OF),
    "latency": lambda tables: latency.signal(tables, as_of=AS_OF),
}


def main(name: str, folder: str) -> None:
    with open_engine("duckdb") as backend:
        tables = {
            table: backend.read_parquet(Path(folder) / f"{table}.parquet", table_name=table)
            for table in ("touches", "contacts", "copies")
        }
        tables["notices"] = ibis.memtable(arrow_schema(NOTICES).empty_table())
        bare, signal = [], []
        for _ in range(TIMES):  # in turn, so that a busy machine slows both
            bare.append(_seconds(lambda: backend.raw_sql(BARE)))
            signal.append(_seconds(lambda: SIGNALS[name](tables).cache().release()))
    print(json.dumps({"bare": min(bare), "signal": min(signal)}))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
