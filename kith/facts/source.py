"""The database that the facts are copied from, read as a stream of Arrow record batches."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

import pyarrow as pa
from adbc_driver_manager import AdbcConnection, AdbcDatabase, AdbcStatement

from kith.facts.arrow import NO_TEXT, arrow_type, conform
from kith.terms.errors import BadInput
from kith.terms.shapes import Column, Shape

BATCH_ROWS = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """Where the ledger lies: `address` is a file's path for SQLite, a URL for PostgreSQL."""

    kind: Literal["sqlite", "postgresql"]
    address: str = field(repr=False)  # a URL may hold a password

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """One read transaction: all that is read inside belongs to the same moment."""
        with (
            _database(self) as database,
            AdbcConnection(database) as connection,
            AdbcStatement(connection) as statement,
        ):
            connection.set_autocommit(False)
            if self.kind == "postgresql":
                statement.set_sql_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                statement.execute_update()
            yield Snapshot(self.kind, statement)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An open read transaction on a source."""

    kind: str
    statement: AdbcStatement

    def batches(self, shape: Shape, year: int | None) -> Iterator[pa.RecordBatch]:
        """The rows of view `fact_<shape.name>`, of that year alone where one is given.

        Batches of at most 65,536 rows on SQLite, in the shape's exact types, in no set order.
        Raises `kith.facts.arrow.BrokenPromise` where the view breaks its shape's promise.
        """
        if self.kind == "sqlite":
            self.statement.set_options(**{"adbc.sqlite.query.batch_rows": str(BATCH_ROWS)})
        self.statement.set_sql_query(_query(self.kind, shape, year))
        rows, _ = self.statement.execute_query()
        for batch in pa.RecordBatchReader.from_stream(rows):
            # A batch without rows tells nothing of its types: SQLite calls them all int64.
            if batch.num_rows:
                yield conform(batch, shape)


def _database(source: Source) -> AdbcDatabase:
    """By the driver itself: its face for Python's own rules of databases loads pandas."""
    if source.kind == "sqlite":
        path = Path(source.address)
        if not path.is_file():
            raise BadInput(f"There is no ledger at {path}.", cure="Name the ledger's file.")
        import adbc_driver_sqlite

        return adbc_driver_sqlite.connect(f"{path.resolve().as_uri()}?mode=ro")
    # Comes with the extra `postgres`.
    import adbc_driver_postgresql

    return cast("AdbcDatabase", adbc_driver_postgresql.connect(source.address))


def _query(kind: str, shape: Shape, year: int | None) -> str:
    columns = ", ".join(_expression(kind, column) for column in shape.columns)
    # Names come from the shapes in `terms`, the year is a number: nothing here is anybody's input.
    query = f"SELECT {columns} FROM fact_{shape.name}"  # noqa: S608
    if year is None:
        return query
    return (
        f"{query} WHERE {shape.year} >= '{year:04}-01-01' AND {shape.year} < '{year + 1:04}-01-01'"
    )


def _expression(kind: str, column: Column) -> str:
    """The driver for SQLite takes a column's type from the first batch: nulls alone make it int64
    and the first text after them an error, so there every text comes with a sentinel."""
    type_ = arrow_type(column)
    # SQLite has no type for dates and instants: Django keeps them as text there.
    if kind == "sqlite" and (pa.types.is_string(type_) or pa.types.is_temporal(type_)):
        return f"COALESCE({column.name}, char({ord(NO_TEXT)})) AS {column.name}"
    return column.name
