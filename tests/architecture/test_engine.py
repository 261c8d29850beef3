"""What Kith asks of its engines works with the versions that are pinned."""

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kith.facts.engine import open_engine
from kith.terms.errors import BadInput

PINS = {
    "duckdb": "1.5.6",
    "ibis-framework": "12.0.0",
    "pandas": "2.3.3",
    "pyarrow": "26.0.1",
    "pyspark": "4.0.5",
    "sqlglot": "29.0.1",
}

ROWS = pa.table({"contact": pa.array([1, 1, 2], pa.int64()), "weight": [1.0, 4.0, 9.0]})

ENGINES = [
    pytest.param("duckdb", id="duckdb"),
    pytest.param("local[2]", id="spark", marks=pytest.mark.spark),
]


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ibis.BaseBackend]:
    with open_engine(request.param, scratch=tmp_path_factory.mktemp("engine")) as backend:
        yield backend


@pytest.fixture
def touches(engine: ibis.BaseBackend) -> Iterator[ibis.Table]:
    yield engine.create_table("touches", ROWS)
    engine.drop_table("touches", force=True)


def rows(engine: ibis.BaseBackend, table: ibis.Table) -> list[dict[str, object]]:
    found: list[dict[str, object]] = engine.to_pyarrow(table).to_pylist()
    return sorted(found, key=str)


@pytest.mark.parametrize(("name", "version"), PINS.items())
def test_the_versions_are_the_ones_known_to_run_together(name: str, version: str) -> None:
    assert metadata.version(name) == version


def test_a_table_is_created_and_read(engine: ibis.BaseBackend, touches: ibis.Table) -> None:
    assert rows(engine, touches) == ROWS.to_pylist()


def test_a_table_is_overwritten(engine: ibis.BaseBackend, touches: ibis.Table) -> None:
    again = engine.create_table("touches", ROWS.slice(0, 1), overwrite=True)
    assert rows(engine, again) == [{"contact": 1, "weight": 1.0}]


def test_a_table_is_dropped(engine: ibis.BaseBackend, touches: ibis.Table) -> None:
    engine.drop_table("touches")
    assert "touches" not in engine.list_tables()


def test_a_view_follows_its_table(engine: ibis.BaseBackend, touches: ibis.Table) -> None:
    view = engine.create_view("heavy", touches.filter(touches.weight > 2), overwrite=True)
    assert rows(engine, view) == ROWS.to_pylist()[1:]
    engine.drop_view("heavy")


def test_a_cached_result_is_kept_and_released(
    engine: ibis.BaseBackend, touches: ibis.Table
) -> None:
    with touches.group_by("contact").agg(n=touches.count()).cache() as cached:
        assert rows(engine, cached) == [{"contact": 1, "n": 2}, {"contact": 2, "n": 1}]


def test_a_result_comes_in_batches(engine: ibis.BaseBackend, touches: ibis.Table) -> None:
    batches = list(engine.to_pyarrow_batches(touches, chunk_size=2))
    assert all(isinstance(batch, pa.RecordBatch) for batch in batches)
    assert sum(batch.num_rows for batch in batches) == 3


def test_a_pyarrow_function_runs_on_columns(engine: ibis.BaseBackend, touches: ibis.Table) -> None:
    @ibis.udf.scalar.pyarrow  # type: ignore[untyped-decorator]
    def root(weight: float) -> float:
        return pc.sqrt(weight)  # type: ignore[no-any-return]

    found = rows(engine, touches.select(root=root(touches.weight)))
    assert [row["root"] for row in found] == [1.0, 2.0, 3.0]


def test_a_function_of_the_engine_is_called_by_name(
    engine: ibis.BaseBackend, touches: ibis.Table
) -> None:
    @ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
    def sqrt(weight: float) -> float: ...  # type: ignore[empty-body]

    found = rows(engine, touches.select(root=sqrt(touches.weight)))
    assert [row["root"] for row in found] == [1.0, 2.0, 3.0]


def test_windows_quantiles_and_dates_are_exact(
    engine: ibis.BaseBackend, touches: ibis.Table
) -> None:
    newest = ibis.window(group_by="contact", order_by=ibis.desc("weight"))
    placed = touches.mutate(
        place=ibis.row_number().over(newest), before=ibis._.weight.lead().over(newest)
    )
    found = rows(engine, placed.filter(placed.place == 0).drop("place"))
    assert found == [
        {"contact": 1, "weight": 4.0, "before": 1.0},
        {"contact": 2, "weight": 9.0, "before": None},
    ]
    assert engine.to_pyarrow(touches.weight.median()).as_py() == 4.0


def test_duckdb_reaches_for_no_other_host_and_stays_within_its_memory(tmp_path: Path) -> None:
    with open_engine("duckdb", memory="200MB", threads=1, scratch=tmp_path) as backend:
        found = dict(
            backend.raw_sql(
                "SELECT name, value FROM duckdb_settings() WHERE name IN ('memory_limit',"
                " 'threads', 'TimeZone', 'autoinstall_known_extensions',"
                " 'autoload_known_extensions')"
            ).fetchall()
        )
    assert found.pop("memory_limit") in ("190.7 MiB", "200.0 MB")
    assert found == {
        "threads": "1",
        "TimeZone": "UTC",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_engine_is_refused_with_the_names_that_would_do(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="duckdb, local"), open_engine("oracle", scratch=tmp_path):
        pass


@pytest.mark.spark
def test_who_joins_a_running_spark_does_not_end_it(tmp_path: Path) -> None:
    with open_engine("local[2]", scratch=tmp_path) as first:
        with open_engine("local[2]", scratch=tmp_path) as second:
            assert second.to_pyarrow(ibis.memtable(ROWS).count()).as_py() == 3
        assert first.to_pyarrow(ibis.memtable(ROWS).count()).as_py() == 3
