"""Engines for the signals' tests: DuckDB per test, Spark once per run."""

from collections.abc import Iterator
from pathlib import Path

import ibis
import pytest

from kith.facts.engine import open_engine

# On a few rows Spark would spend its time on two hundred partitions, and on compiling each query to
# machine code, and on what each filter implies for the rest of a plan of hundreds of nodes;
# interpreted and plain, it says the same. (`make bench ONLY=spark` asks it compiled, on many.)
FOR_A_FEW_ROWS = (
    "shuffle.partitions = 1",
    "adaptive.enabled = false",
    "codegen.wholeStage = false",
    "codegen.factoryMode = NO_CODEGEN",
    "constraintPropagation.enabled = false",
)


@pytest.fixture
def duckdb(tmp_path: Path) -> Iterator[ibis.BaseBackend]:
    with open_engine("duckdb", memory="500MB", threads=2, scratch=tmp_path) as backend:
        yield backend


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ibis.BaseBackend]:
    with open_engine("local[2]", scratch=tmp_path_factory.mktemp("spark")) as backend:
        for setting in FOR_A_FEW_ROWS:
            backend.raw_sql(f"SET spark.sql.{setting}")
        yield backend
