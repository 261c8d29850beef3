"""The rules that all signals keep, asked of every signal there is."""

import importlib
import math
import pkgutil
import random
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import kith.signals
from kith.facts.arrow import arrow_schema
from kith.terms.facts import FACTS
from tests.signals.asked import asked
from tests.signals.generator import (
    FIRST,
    Row,
    as_ibis,
    mirrored,
    seeded,
    seeded_notices,
    tables,
)
from tests.signals.trade import seeded_trade

AS_OF = FIRST + timedelta(days=500)

_MODULES = [
    importlib.import_module(f"kith.signals.{found.name}")
    for found in pkgutil.iter_modules(kith.signals.__path__)
]
SIGNALS = [
    pytest.param(module, id=module.__name__.rsplit(".", 1)[1])
    for module in _MODULES
    if hasattr(module, "signal")
]


def needs(one: Any) -> tuple[str, ...]:
    """The fact tables without which the signal of a parameter is not computed."""
    found: tuple[str, ...] = getattr(one.values[0], "NEEDS", ())
    return found


every_signal = pytest.mark.parametrize("module", SIGNALS)

# A contact who has left for an organisation without an account, some who changed accounts.
TODAY = {
    row["contact_id"]: row["account_id"] + (row["contact_id"] % 7 == 0)
    for row in seeded(1, activities=900)
    if row["contact_id"] != 9
}
NOTICES = seeded_notices(4)
SOLD = seeded_trade(5)
# Domains that hint at something, of which one country is ours; one account is said to be something,
# and so is one that nobody has ever met.
NAMED = {
    1: ("pumps.example.de", None), 2: ("first-bank.example", None), 3: ("seals.example.ru", None),
    4: ("acme-law.example", "supplier"), 5: ("gmx.net", None), 6: ("news.example.com", None),
    98: ("never-met.example", "customer"),
}  # fmt: skip


def run(
    module: ModuleType, facts: Mapping[str, ibis.Table], engine: ibis.BaseBackend
) -> dict[tuple[Any, ...], Row]:
    """The signal's rows by their ids, or by their day where they are about no one; one row alone
    that is about the whole firm has no name."""
    return named(module, engine.to_pyarrow(module.signal(facts, as_of=AS_OF)).to_pylist())


def again(module: ModuleType, facts: Mapping[str, pa.Table]) -> dict[tuple[Any, ...], Row]:
    """The same on DuckDB, out of memory (`tests.signals.asked`)."""
    return named(module, asked(module.signal, facts, as_of=AS_OF))


def named(module: ModuleType, rows: Sequence[Row]) -> dict[tuple[Any, ...], Row]:
    names = module.OUTPUT.names
    ids = [n for n in names if n.endswith("_id") or n == "years_back"]
    ids = ids or [name for name in names if name == "day"]
    found = {tuple(row[name] for name in ids): row for row in rows}
    assert len(found) == len(rows)
    return found


def assert_same(found: Mapping[Any, Row], expected: Mapping[Any, Row]) -> None:
    assert found.keys() == expected.keys()
    for key, row in expected.items():
        for name, value in row.items():
            if isinstance(value, float) and found[key][name] is not None:
                assert math.isclose(found[key][name], value, rel_tol=1e-9, abs_tol=1e-9), (
                    key,
                    name,
                )
            else:
                assert found[key][name] == value, (key, name)


def _known(rows: Sequence[Row]) -> list[Row]:
    """What of trade is known on `AS_OF`; rates and prices stand as they are, by their days."""
    return [row for row in rows if max(row.get("day", AS_OF), row.get("known_day", AS_OF)) <= AS_OF]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return seeded(1, activities=900)


def test_there_are_signals() -> None:
    assert len(SIGNALS) >= 5


@every_signal
def test_what_happens_or_is_learned_later_changes_nothing(
    module: ModuleType, rows: Sequence[Row]
) -> None:
    past = [row for row in rows if row["day"] <= AS_OF and row["known_day"] <= AS_OF]
    known = [row for row in NOTICES if row["known_day"] <= AS_OF]
    sold = {name: _known(some) for name, some in SOLD.items()}
    assert 0 < len(past) < len(rows)
    assert 0 < len(known) < len(NOTICES)
    assert any(row["day"] <= AS_OF < row["known_day"] for row in rows)
    assert_same(
        again(module, tables(rows, TODAY, accounts=NAMED, notices=NOTICES, trade=SOLD)),
        again(module, tables(past, TODAY, accounts=NAMED, notices=known, trade=sold)),
    )


@every_signal
def test_row_order_and_the_cut_into_files_change_nothing(
    module: ModuleType, rows: Sequence[Row], duckdb: ibis.BaseBackend, tmp_path: Path
) -> None:
    shuffled = list(rows)
    random.Random(2).shuffle(shuffled)
    turned = {name: some[::-1] for name, some in SOLD.items()}
    facts = tables(shuffled, TODAY, accounts=NAMED, notices=NOTICES[::-1], trade=turned)
    cut = as_ibis(facts)
    for name in ("touches", "copies", "lines"):
        for number, start in enumerate(range(0, len(facts[name]), 700)):
            pq.write_table(facts[name].slice(start, 700), tmp_path / f"{name}{number}.parquet")
        cut[name] = duckdb.read_parquet(tmp_path / f"{name}*.parquet")
    assert_same(
        run(module, cut, duckdb),
        again(module, tables(rows, TODAY, accounts=NAMED, notices=NOTICES, trade=SOLD)),
    )


@every_signal
def test_the_declared_columns_types_and_null_rules_hold(
    module: ModuleType, rows: Sequence[Row], duckdb: ibis.BaseBackend
) -> None:
    table = module.signal(
        as_ibis(tables(rows, TODAY, accounts=NAMED, notices=NOTICES, trade=SOLD)), as_of=AS_OF
    )
    found = duckdb.to_pyarrow(table)
    assert found.schema.names == list(module.OUTPUT.names)
    assert found.schema.types == arrow_schema(module.OUTPUT).types
    for column in module.OUTPUT.columns:
        if not column.nullable:
            assert found[column.name].null_count == 0, column.name
    assert found.num_rows > 0


@every_signal
def test_it_says_how_much_evidence_it_has_and_who_may_see_it(module: ModuleType) -> None:
    assert "n" in module.OUTPUT.names
    assert module.SEEN_BY in ("team", "self", "owner and manager")
    assert module.OUTPUT.name == module.__name__.rsplit(".", 1)[1]


@every_signal
def test_an_empty_ledger_gives_no_rows(module: ModuleType) -> None:
    assert again(module, tables([])) == {}


@pytest.mark.spark
@every_signal
def test_spark_and_duckdb_agree(
    module: ModuleType,
    rows: Sequence[Row],
    duckdb: ibis.BaseBackend,
    spark: ibis.BaseBackend,
    tmp_path: Path,
) -> None:
    facts = tables(rows, TODAY, accounts=NAMED, notices=NOTICES, trade=SOLD)
    expected = run(module, mirrored(facts, tmp_path, duckdb), duckdb)
    assert expected
    assert_same(run(module, mirrored(facts, tmp_path, spark), spark), expected)


# Signals of trade are not computed where there is none (`kith.pipeline.measure`).
@pytest.mark.spark
@pytest.mark.parametrize("module", [one for one in SIGNALS if not needs(one)])
def test_an_empty_ledger_gives_no_rows_on_spark(
    module: ModuleType, spark: ibis.BaseBackend, tmp_path: Path
) -> None:
    assert run(module, mirrored(tables([]), tmp_path, spark), spark) == {}


def test_the_generators_tables_have_the_shapes_types() -> None:
    facts: Mapping[str, pa.Table] = tables(seeded(3, activities=5), TODAY, accounts=NAMED)
    for shape in FACTS:
        assert facts[shape.name].schema == arrow_schema(shape)
