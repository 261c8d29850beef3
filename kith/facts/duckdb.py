"""DuckDB through Ibis, with less of what costs most in a small ledger's refresh: writing SQL.

Left to itself, Ibis merges selections of selections as it writes, which the engine's planner does
in microseconds, and copies a statement twice on its way into a table. No result changes.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import ibis
import ibis.expr.operations as ops
from ibis.backends.duckdb import Backend

_TEMPORARY = ops.Namespace(catalog="temp", database="main")


class DuckDB(Backend):  # type: ignore[misc]
    """Ibis' own backend, quicker at writing statements and at holding what they give."""

    def compile(self, expr: ibis.Expr, /, **options: object) -> str:
        """`expr` as SQL."""
        with _as_it_stands():
            return str(super().compile(expr, **options))

    def _create_cached_table(self, name: str, expr: ibis.Table) -> ibis.Table:
        """What `expr.cache()` holds: typed as `expr` is, whatever the engine would make of it."""
        self._run_pre_execute_hooks(expr)
        schema, kind = expr.schema(), self.compiler.type_mapper.to_string
        columns = ", ".join(f'CAST("{n}" AS {kind(type_)}) AS "{n}"' for n, type_ in schema.items())
        rows = f"SELECT {columns} FROM ({self.compile(expr)})"  # noqa: S608 - names of our own
        self.raw_sql(f'CREATE TEMP TABLE "{name}" AS {rows}')
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
