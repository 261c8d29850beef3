"""A signal asked again and again: its expression is put into SQL once, its facts are put in anew.

Nearly all of the time of a few rows goes into making the expression and its SQL, which are the same
whatever the facts are: a signal sees their columns, never their rows.
"""

import atexit
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from functools import cache
from typing import Any, NamedTuple

import ibis
import pyarrow as pa
from ibis.expr.operations import InMemoryTable, ScalarUDF

from kith.facts.engine import open_engine
from tests.signals.generator import Row

Signal = Callable[..., ibis.Table]


class Statement(NamedTuple):
    """The SQL, and the expression it says: the small tables that it holds go with it."""

    sql: str
    expression: ibis.Table


_statements: dict[tuple[Signal, frozenset[str], str], Statement] = {}


@cache
def _engine() -> Any:
    stays = ExitStack()
    atexit.register(stays.close)
    return stays.enter_context(open_engine("duckdb", memory="500MB", threads=2))


def _statement(signal: Signal, names: Iterable[str], how: Mapping[str, object]) -> Statement:
    engine = _engine()
    expression = signal({name: engine.table(f"asked_{name}") for name in names}, **how)
    if expression.op().find((InMemoryTable, ScalarUDF)):
        engine.to_pyarrow(expression)  # tells the engine small tables and functions of the signal's
    return Statement(str(ibis.to_sql(expression, dialect="duckdb")), expression)


def asked(signal: Signal, facts: Mapping[str, pa.Table], **how: object) -> list[Row]:
    """The rows of `signal(facts, **how)` on DuckDB."""
    engine = _engine()
    for name, table in facts.items():
        engine.con.register(f"asked_{name}", table)
    key = signal, frozenset(facts), repr(sorted(how.items()))
    if key not in _statements:
        _statements[key] = _statement(signal, facts, how)
    sql, expression = _statements[key]
    found = engine.con.execute(sql).to_arrow_table()
    return list(found.cast(expression.schema().to_pyarrow()).to_pylist())
