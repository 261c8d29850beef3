"""DuckDB through Ibis, with less of what costs most in a small ledger's refresh: writing SQL.

Left to itself, Ibis merges selections of selections as it writes, which the engine's planner does
in microseconds, copies a statement twice on its way into a table, and waits for each table to be
made before it writes the next statement. No result changes.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import ibis
import ibis.expr.operations as ops
from ibis.backends.duckdb import Backend

_TEMPORARY = ops.Namespace(catalog="temp", database="main")


class DuckDB(Backend):
    """Ibis' own backend, quicker at writing statements and at holding what they give.

    What is to be held is made in a thread beside, one after the other, while the next statements
    are written. Whoever touches the connection waits for it, and is told what went wrong there.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._maker = ThreadPoolExecutor(1, thread_name_prefix="kith-engine")
        self._making: list[Future[Any]] = []

    @property
    def con(self) -> Any:
        """The connection, once all that was to be made is made."""
        while self._making:
            self._making.pop(0).result()
        return self._connection

    @con.setter
    def con(self, connection: Any) -> None:
        self._connection = connection

    def disconnect(self) -> None:
        """Waits for what is being made, whatever comes of it, and closes."""
        self._maker.shutdown(cancel_futures=True)
        self._making.clear()
        super().disconnect()

    def _run_pre_execute_hooks(self, expr: ibis.Expr) -> None:
        """Tells the engine what a statement needs beside it, where there is anything: one look at
        the expression, where Ibis takes four, for what nothing here has as well."""
        if expr.op().find((ops.ScalarUDF, ops.InMemoryTable)):
            super()._run_pre_execute_hooks(expr)

    def compile(self, expr: ibis.Expr, /, **options: object) -> str:
        """`expr` as SQL."""
        with _as_it_stands():
            return str(super().compile(expr, **options))

    def to_pyarrow(self, expr: ibis.Expr, /, **options: object) -> Any:
        """All rows at once. Ibis' own loads pandas for them, which takes longer than they do."""
        return expr.__pyarrow_result__(self._to_duckdb_relation(expr, **options).to_arrow_table())

    def _create_cached_table(self, name: str, expr: ibis.Table) -> ibis.Table:
        """What `expr.cache()` holds: typed as `expr` is, whatever the engine would make of it."""
        self._run_pre_execute_hooks(expr)
        schema, kind = expr.schema(), self.compiler.type_mapper.to_string
        columns = ", ".join(f'CAST("{n}" AS {kind(type_)}) AS "{n}"' for n, type_ in schema.items())
        rows = f"SELECT {columns} FROM ({self.compile(expr)})"  # noqa: S608 - names of our own
        make = f'CREATE TEMP TABLE "{name}" AS {rows}'
        self._making.append(self._maker.submit(self._connection.execute, make))
        return ops.DatabaseTable(name, schema=schema, source=self, namespace=_TEMPORARY).to_expr()


@contextmanager
def _as_it_stands() -> Iterator[None]:
    """Statements written inside keep a selection for each step of their expression."""
    options, before = ibis.options.sql, ibis.options.sql.fuse_selects
    options.fuse_selects = False
    try:
        yield
    finally:
        options.fuse_selects = before
