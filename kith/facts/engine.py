"""The engine that signals run on: DuckDB in this process, or Spark; both through Ibis."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis

from kith.facts.arrow import arrow_schema
from kith.facts.duckdb import DuckDB
from kith.facts.garbage import few_looks_for_garbage
from kith.facts.manifest import read_manifest
from kith.terms.errors import BadInput
from kith.terms.facts import FACTS
from kith.terms.shapes import Shape


@contextmanager
def open_engine(
    name: str, *, memory: str = "1250MB", threads: int | None = None, scratch: Path | None = None
) -> Iterator[ibis.BaseBackend]:
    """An Ibis backend for `name`: 'duckdb', 'local[N]' or 'spark://host:port'.

    `memory` is DuckDB's limit, past which it spills to `scratch` (default: a folder of its own,
    removed at the end); `threads` None leaves all cores. For Spark the master in `name` and the
    cluster's own configuration decide both. Raises `BadInput` for any other name.
    """
    ours = True
    with (
        few_looks_for_garbage(),
        tempfile.TemporaryDirectory(prefix="kith-engine-", dir=scratch) as folder,
    ):
        if name == "duckdb":
            backend = _duckdb(memory, threads, folder)
        elif name.startswith(("local[", "spark://")):
            # One session serves a whole process: who joined it must not end it for the others.
            ours = not _spark_runs()
            backend = _spark(name, folder)
        else:
            raise BadInput(
                f"There is no engine {name!r}.", cure="Use duckdb, local[N] or spark://host:port."
            )
        try:
            yield backend
        finally:
            if ours:
                backend.disconnect()


def tables(
    backend: ibis.BaseBackend, folder: Path, shapes: Sequence[Shape] = FACTS
) -> Mapping[str, ibis.Table]:
    """The mirror's tables by the shape's name; one without parts is there, empty and typed."""
    parts = read_manifest(folder).values()
    return {
        shape.name: _table(
            backend, shape, [folder / part.file for part in parts if part.table == shape.name]
        )
        for shape in shapes
    }


def _table(backend: ibis.BaseBackend, shape: Shape, files: list[Path]) -> ibis.Table:
    if not files:
        return _empty(backend, shape)
    names = [str(file) for file in files]
    if backend.name == "duckdb":
        return backend.read_parquet(names, table_name=f"fact_{shape.name}")
    from pyspark.sql import SparkSession

    # Ibis' own reader takes a single path here.
    frame = SparkSession.active().read.parquet(*names)
    frame.createOrReplaceTempView(f"fact_{shape.name}")
    return backend.table(f"fact_{shape.name}")


def _empty(backend: ibis.BaseBackend, shape: Shape) -> ibis.Table:
    """The engine's own: what is made of tables of no engine is held by another one, and joins none
    of this one's (a firm that has invoices and no mail)."""
    name, columns = f"fact_{shape.name}", arrow_schema(shape)
    if backend.name == "duckdb":
        schema = ibis.Schema.from_pyarrow(columns)
        return backend.create_table(name, schema=schema, temp=True, overwrite=True)
    from ibis.backends.pyspark.datatypes import PySparkSchema
    from pyspark.sql import SparkSession

    typed = PySparkSchema.from_ibis(ibis.Schema.from_pyarrow(columns))
    SparkSession.active().createDataFrame([], typed).createOrReplaceTempView(name)
    return backend.table(name)


def _duckdb(memory: str, threads: int | None, scratch: str) -> ibis.BaseBackend:
    settings: dict[str, Any] = {
        "memory_limit": memory,
        "temp_directory": scratch,
        # Either would reach for another host.
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        # Signals never rely on row order, and keeping it costs memory.
        "preserve_insertion_order": False,
    }
    if threads is not None:
        settings["threads"] = threads
    backend: ibis.BaseBackend = DuckDB().connect(":memory:", **settings)
    backend.raw_sql("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
    # It hands what one side of a join holds to the scan of the other, and a scan of Arrow's tables
    # (a signal's few days, say) may refuse it in the middle of a run.
    backend.raw_sql("SET disabled_optimizers = 'join_filter_pushdown'")
    return backend


def _spark_runs() -> bool:
    from pyspark.sql import SparkSession

    return SparkSession.getActiveSession() is not None


def _spark(master: str, scratch: str) -> ibis.BaseBackend:
    # Comes with the extra `spark`.
    from pyspark.sql import SparkSession

    if master.startswith("local["):
        # Else functions in Python run on whichever `python3` the path finds first.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master(master)
        .appName("kith")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.warehouse.dir", f"{scratch}/warehouse")
        .config("spark.local.dir", scratch)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    return ibis.pyspark.connect(session)
