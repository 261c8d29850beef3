"""Rules of trade on signals' tables written by hand, beside the fact tables they point into."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import Any

import pyarrow as pa

from kith.facts.arrow import arrow_schema
from kith.facts.engine import open_engine
from kith.findings import find
from kith.pipeline.measure import SIGNALS
from kith.terms.finding import Finding
from kith.terms.shapes import Shape
from tests.findings.touches import TODAY, Story

Row = dict[str, Any]
SHAPES = {module.OUTPUT.name: module.OUTPUT for module in SIGNALS}
EMPTY: Mapping[str, Any] = {"int64": 0, "int32": 0, "float64": 0.0, "string": "", "boolean": False}


def of_shape(shape: Shape, rows: Sequence[Row]) -> pa.Table:
    """Rows of a shape: what they do not say is null, else nothing."""
    defaults = {c.name: None if c.nullable else EMPTY.get(c.type, TODAY) for c in shape.columns}
    return pa.Table.from_pylist([defaults | row for row in rows], schema=arrow_schema(shape))


def found_by(rule: ModuleType, story: Story, **signals: Sequence[Row]) -> list[Finding]:
    """What one rule finds, with whose it is, from these rows of the signals it reads."""
    names = ("ties", *find.SIGNALS, *find.OF_TRADE)
    tables = {**story.tables(), **{n: of_shape(SHAPES[n], signals.get(n, ())) for n in names}}
    with open_engine("duckdb") as backend:
        measures = {name: backend.create_table(name, table) for name, table in tables.items()}
        with find.asking(measures, as_of=TODAY) as known:
            return list(find.of_rules([rule], known, as_of=TODAY))


def customer(account: int, **earns: Any) -> Row:
    """A row of signal `standing`: close, costing, and leaking more than a year ago."""
    return {
        "account_id": account, "value": -0.4, "n": 40, "close": 0.6, "field": "obstacle",
        "leak_share": 0.22, "before_leak_share": 0.18, "usual_leak": 0.09, **earns,
    }  # fmt: skip


def bought(account: int, now: float, before: float) -> Row:
    """A row of signal `account_waterfall`: what was invoiced, whole units."""
    return {
        "account_id": account, "invoice": round(now * 10_000),
        "before_invoice": round(before * 10_000), "n": 40, "list": round(now * 10_000),
    }  # fmt: skip


def ago(days: int) -> date:
    return date.fromordinal(TODAY.toordinal() - days)
