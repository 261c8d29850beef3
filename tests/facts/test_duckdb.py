"""Our way to DuckDB gives what Ibis' own gives."""

import gc
import threading
from collections.abc import Iterator

import duckdb
import ibis
import pytest

from kith.facts.engine import open_engine

TOUCHES = ibis.memtable(
    {"contact": [1, 1, 2, 3], "weight": [1, 4, 9, None]},
    schema={"contact": "int64", "weight": "int64"},
)


@pytest.fixture
def engine() -> Iterator[ibis.BaseBackend]:
    with open_engine("duckdb") as backend:
        yield backend


def steps(engine: ibis.BaseBackend) -> ibis.Table:
    """Selections upon selections, one of which two others read."""
    touches = engine.create_table("touches", TOUCHES, schema=TOUCHES.schema(), overwrite=True)
    heavy = touches.mutate(double=touches.weight * 2).filter(lambda t: t.double > 2)
    sums = heavy.group_by("contact").agg(all=heavy.double.sum(), n=heavy.count())
    return heavy.inner_join(sums, "contact").mutate(share=lambda t: t.double / t["all"])


def test_a_held_result_has_the_rows_and_the_types_that_were_asked_for(
    engine: ibis.BaseBackend,
) -> None:
    table = steps(engine)
    with table.cache() as held:
        assert held.schema() == table.schema()
        stored = engine.raw_sql(f"DESCRIBE {held.op().name}").fetchall()
        kinds = {name: kind for name, kind, *_ in stored}
        # A sum has 128 bits in the engine, and would be read as a decimal.
        assert kinds["all"] == "BIGINT"
        ours = engine.to_pyarrow(held.order_by("contact", "weight")).to_pylist()
    other = ibis.duckdb.connect()
    theirs = other.to_pyarrow(steps(other).order_by("contact", "weight")).to_pylist()
    assert ours == theirs != []


def test_a_held_result_is_let_go_of(engine: ibis.BaseBackend) -> None:
    table = steps(engine)
    with table.cache():
        assert engine.raw_sql("SELECT count(*) FROM duckdb_tables()").fetchone() == (2,)
    assert engine.raw_sql("SELECT count(*) FROM duckdb_tables()").fetchone() == (1,)


def test_what_is_set_for_the_process_is_as_before_once_an_engine_is_closed() -> None:
    found = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # whatever an earlier test left
    before = gc.get_threshold(), ibis.options.sql.fuse_selects
    try:
        with open_engine("duckdb") as backend:
            backend.compile(steps(backend))
            assert gc.get_threshold() != before[0]
        assert (gc.get_threshold(), ibis.options.sql.fuse_selects) == before
    finally:
        gc.set_threshold(*found)


def test_what_goes_wrong_while_a_table_is_made_is_told_to_whoever_asks_next(
    engine: ibis.BaseBackend,
) -> None:
    table = engine.create_table("touches", TOUCHES, schema=TOUCHES.schema(), overwrite=True)
    broken = table.mutate(number=(table.weight.cast("string") + "x").cast("int64"))
    held = broken.cache()
    with pytest.raises(duckdb.ConversionException):
        engine.to_pyarrow(held)
    assert engine.to_pyarrow(table.count()).as_py() == 4


def test_an_engine_that_is_closed_at_once_leaves_no_thread_behind() -> None:
    with open_engine("duckdb") as backend:
        steps(backend).cache()
    assert not [one for one in threading.enumerate() if one.name.startswith("kith-engine")]
