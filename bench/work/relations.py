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
        guesses = backend.to_pyarrow(relations.signal(tables, as_of=AS_OF))
        took = time.perf_counter() - began
    guessed = len(guesses) - guesses["guess"].null_count
    print(json.dumps({"signal": took, "rows": len(guesses), "guessed": guessed}))
