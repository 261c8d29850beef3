"""Who is who among a hundred thousand domains: the guess of `kith.signals.relations`, timed."""

import json
import time
from datetime import date
from pathlib import Path

from kith.facts.engine import open_engine
from kith.signals import relations

AS_OF = date(2026, 6, 30)


def main(folder: str) -> None:
    with open_engine("duckdb") as backend:
        tables = {
            table: backend.read_parquet(Path(folder) / f"{table}.parquet", table_name=table)
            for table in ("touches", "contacts", "accounts")
        }
        began = time.perf_counter()
        held = relations.signal(tables, as_of=AS_OF).cache()
        took = time.perf_counter() - began
        rows, guessed = backend.raw_sql(
            f"SELECT count(*), count(guess) FROM {held.get_name()}"
        ).fetchone()
    print(json.dumps({"signal": took, "rows": rows, "guessed": guessed}))
