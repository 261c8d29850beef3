"""Computes every signal on a day, each once."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from types import ModuleType

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
from ibis.formats.pyarrow import PyArrowTableProxy

from kith.facts.arrow import arrow_schema
from kith.signals import (
    account_balance,
    account_ties,
    account_waterfall,
    answers,
    attention,
    authority,
    balance,
    breadth,
    colleague_waterfall,
    contact_ties,
    days_off,
    decay,
    family_waterfall,
    firm_decay,
    giveaways_given,
    hours_and_channel,
    last_two_way,
    latency,
    leaving,
    months,
    newcomers,
    peer_price,
    price_position,
    product_waterfall,
    relations,
    rise_realisation,
    silence,
    standing,
    threads_open,
    ties,
    trade_months,
    waterfall,
)
from kith.terms.shapes import Shape

# A new signal has its line here, and no other in this file.
SIGNALS: tuple[ModuleType, ...] = (
    days_off,
    ties,
    contact_ties,
    account_ties,
    threads_open,
    silence,
    relations,
    answers,
    hours_and_channel,
    latency,
    balance,
    account_balance,
    decay,
    firm_decay,
    breadth,
    leaving,
    authority,
    newcomers,
    last_two_way,
    months,
    waterfall,
    account_waterfall,
    family_waterfall,
    product_waterfall,
    colleague_waterfall,
    trade_months,
    peer_price,
    price_position,
    giveaways_given,
    rise_realisation,
    attention,
    standing,
)
# Computed when somebody asks for them, and kept nowhere.
ASKED_FOR = ("latency", "balance", "account_balance", "decay", "firm_decay")
NAMES = tuple(str(module.OUTPUT.name) for module in SIGNALS)


@contextmanager
def measures(
    tables: Mapping[str, ibis.Table],
    *,
    as_of: date,
    report: Callable[[str], None],
    names: Collection[str] | None = None,
) -> Iterator[Mapping[str, ibis.Table]]:
    """The fact tables and the signals' tables, each computed once and held by the engine.

    `names`: of these signals; None: of all that a run keeps or finds by. One that names fact tables
    in `NEEDS` is not computed while all of these are empty, and has no rows; the signals that one
    names in `USES`, which stand before it, are measured with it.
    """
    held: dict[str, ibis.Table] = {}
    wanted = _wanted(names)
    empty = _empty(tables, {need for module in wanted for need in needs(module)})
    with ExitStack() as stack:
        for module in wanted:
            name = module.OUTPUT.name
            if needs(module) and needs(module) <= empty:
                held[name] = _nothing(module.OUTPUT)
            else:
                report(name)
                known = {**tables, **held}
                ready = {**known, **_prepared(module, known, as_of, stack)}
                held[name] = stack.enter_context(_table(module, ready, as_of).cache())
        yield {**tables, **held}


def _wanted(names: Collection[str] | None) -> list[ModuleType]:
    if names is None:
        return [m for name, m in zip(NAMES, SIGNALS, strict=True) if name not in ASKED_FOR]
    asked = [m for name, m in zip(NAMES, SIGNALS, strict=True) if name in names]
    used = {name for module in asked for name in getattr(module, "USES", ())}
    return [m for m in SIGNALS if m in asked or m.OUTPUT.name in used]


def needs(module: ModuleType) -> frozenset[str]:
    """The fact tables of which one must have rows for the signal to have any; none: of mail."""
    return frozenset(getattr(module, "NEEDS", ()))


def is_idle(table: ibis.Table) -> bool:
    """Whether `measures` left it uncomputed, as there is nothing that it could be of."""
    return isinstance(table.op(), ops.InMemoryTable)


def _nothing(shape: Shape) -> ibis.Table:
    """No rows. Neither an empty column nor Ibis' own way to it, which both load pandas for it."""
    rows = pa.Table.from_batches([], arrow_schema(shape))
    schema, data = ibis.Schema.from_pyarrow(rows.schema), PyArrowTableProxy(rows)
    return ops.InMemoryTable(name=f"no_{shape.name}", schema=schema, data=data).to_expr()


def known_rows(tables: Mapping[str, ibis.Table], day: date) -> dict[str, int]:
    """How many rows of each fact table count on that day."""
    return {name: _known(rows, day) for name, rows in tables.items()}


def _known(rows: ibis.Table, day: date) -> int:
    for name in ("day", "known_day"):
        if name in rows.columns:
            rows = rows.filter(rows[name] <= day)
    return int(rows.count().to_pyarrow().as_py())


def _empty(tables: Mapping[str, ibis.Table], names: Collection[str]) -> set[str]:
    return {name for name in names if not tables[name].limit(1).count().to_pyarrow().as_py()}


def _prepared(
    module: ModuleType, tables: Mapping[str, ibis.Table], as_of: date, stack: ExitStack
) -> Mapping[str, ibis.Table]:
    """What a signal would compute more than once otherwise, computed once: see its `prepare`."""
    if not hasattr(module, "prepare"):
        return {}
    found = module.prepare(tables, as_of=as_of).items()
    return {name: stack.enter_context(table.cache()) for name, table in found}


def _table(module: ModuleType, tables: Mapping[str, ibis.Table], as_of: date) -> ibis.Table:
    """The signal's table; one that is fitted is fitted to this ledger first: a few grouped rows
    pass through Python."""
    table: ibis.Table
    if hasattr(module, "fit"):
        rows = module.statistics(tables, as_of=as_of).to_pyarrow().to_pylist()
        table = module.signal(tables, as_of=as_of, params=module.fit(rows))
    else:
        table = module.signal(tables, as_of=as_of)
    return table
