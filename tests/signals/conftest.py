"""Engines for the signals' tests: DuckDB per test, Spark once per run."""

from collections.abc import Iterator
from pathlib import Path

import ibis
import pytest

from kith.facts.engine import open_engine


@pytest.fixture
def duckdb(tmp_path: Path) -> Iterator[ibis.BaseBackend]:
    with open_engine("duckdb", memory="500MB", threads=2, scratch=tmp_path) as backend:
        yield backend


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ibis.BaseBackend]:
    with open_engine("local[2]", scratch=tmp_path_factory.mktemp("spark")) as backend:
        # Two hundred partitions, the default, cost seconds on a few rows.
        backend.raw_sql("SET spark.sql.shuffle.partitions = 2")
        yield backend
