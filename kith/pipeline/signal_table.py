"""One signal on one day, asked for by name: its table, and how much it was computed from."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from kith.facts.engine import open_engine
from kith.facts.engine import tables as fact_tables
from kith.ledger.people.relation_readers import ASIDE
from kith.ledger.rights import readers as rights
from kith.ledger.rights.models import User
from kith.pipeline.extract import extract
from kith.pipeline.measure import NAMES, SIGNALS, known_rows, measures
from kith.pipeline.turn import turn
from kith.signals.output import stacked
from kith.terms.errors import BadInput
from kith.terms.words import Role

FORMATS = (".parquet", ".csv", ".json")
_MODULES: Mapping[str, ModuleType] = {module.OUTPUT.name: module for module in SIGNALS}


@dataclass(frozen=True, slots=True)
class SignalTable:
    """A signal's rows, a batch at a time. `inputs`: rows of each fact table that were known. Where
    what it measures is defined in several ways, each row carries its `definition`.

    To be read while the engine is open.
    """

    name: str
    as_of: date
    columns: tuple[str, ...]
    inputs: Mapping[str, int]
    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]

    def rows(self) -> Iterator[dict[str, Any]]:
        for batch in self.batches:
            yield from batch.to_pylist()


@contextmanager
def signal_table(
    name: str, *, as_of: date | None, user: User | None, report: Callable[[str], None]
) -> Iterator[SignalTable]:
    """The signal `name` on a day (None: today), for one user or (None) the machine's operator.

    A user gets what its module declares in SEEN_BY: all rows of what the team sees, of the others
    their own; what is of no account and no colleague is given to managers alone. Raises BadInput
    for a name that no signal has, NotReady where there is no firm.
    """
    if name not in _MODULES:
        raise BadInput(f"There is no signal {name}.", cure=f"There are: {', '.join(NAMES)}.")
    day = as_of or rights.today_at(rights.founded(), datetime.now(UTC))
    with turn("refresh", wait=True):
        report("facts")
        extract()
        with open_engine(settings.KITH_ENGINE) as backend:
            tables = fact_tables(backend, settings.KITH_FACTS)
            inputs = known_rows(tables, day)
            with measures(tables, as_of=day, report=report, names=(name,)) as measured:
                seen = _seen(_MODULES[name], measured, user)
                table = seen.order_by(
                    *(c for c in seen.columns if c.endswith(("_id", "years_back")))
                )
                if definition := getattr(_MODULES[name], "DEFINITION", None):
                    table = table.mutate(definition=ibis.literal(definition))
                schema = table.schema().to_pyarrow()
                batches = (batch.cast(schema) for batch in table.to_pyarrow_batches())
                yield SignalTable(name, day, tuple(table.columns), inputs, schema, batches)


def save(table: SignalTable, file: Path) -> int:
    """Writes the rows as the file's ending says; returns how many. Raises BadInput for another."""
    if file.suffix not in _SAVERS:
        known = " or ".join(FORMATS)
        raise BadInput(f"{file.name} has no ending that is known.", cure=f"Use {known}.")
    return _SAVERS[file.suffix](table, file)


def _seen(module: ModuleType, measured: Mapping[str, ibis.Table], user: User | None) -> ibis.Table:
    rows = measured[module.OUTPUT.name]
    if user is None:
        return rows
    if module.SEEN_BY == "team":
        return _not_aside(rows, measured["accounts"])
    own = measured["colleagues"].filter(lambda t: t.user_id == user.pk)
    if module.SEEN_BY == "self":
        return rows.semi_join(own, "colleague_id")
    if user.role == Role.MANAGER:
        return rows
    if "account_id" not in rows.columns:
        mine = "colleague_id" in rows.columns
        return rows.semi_join(own, "colleague_id") if mine else rows.limit(0)
    owned = measured["accounts"].filter(lambda t: t.owner_user_id == user.pk)
    sold = measured["lines"].semi_join(own, "colleague_id")
    sold = sold.filter(sold.account_id.notnull())
    return rows.semi_join(stacked(owned[["account_id"]], sold[["account_id"]]), "account_id")


def _not_aside(rows: ibis.Table, accounts: ibis.Table) -> ibis.Table:
    """Without the accounts that somebody called private or noise: they are not the team's."""
    if "account_id" not in rows.columns:
        return rows
    return rows.anti_join(accounts.filter(accounts.relation.isin(ASIDE)), "account_id")


def _save_parquet(table: SignalTable, file: Path) -> int:
    count = 0
    with pq.ParquetWriter(file, table.schema) as writer:
        for batch in table.batches:
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _save_csv(table: SignalTable, file: Path) -> int:
    count = 0
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, table.columns, lineterminator="\n")
        writer.writeheader()
        for count, row in enumerate(table.rows(), 1):  # noqa: B007 - its last value is the count
            writer.writerow(row)
    return count


def _save_json(table: SignalTable, file: Path) -> int:
    """One array, a row a line."""
    count = 0
    with file.open("w", encoding="utf-8") as out:
        out.write("[")
        for count, row in enumerate(table.rows(), 1):
            out.write(f"{',' if count > 1 else ''}\n{json.dumps(row, default=str)}")
        out.write("\n]\n")
    return count


_SAVERS: Mapping[str, Callable[[SignalTable, Path], int]] = {
    ".parquet": _save_parquet,
    ".csv": _save_csv,
    ".json": _save_json,
}
