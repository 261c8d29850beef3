"""A ledger without trade pays nothing for the signals of trade."""

from collections.abc import Mapping
from datetime import date

import ibis
import pytest

from kith.facts.arrow import arrow_schema
from kith.facts.engine import open_engine
from kith.pipeline.measure import SIGNALS, measures, needs
from tests.signals.generator import tables, touch
from tests.signals.trade import Trade, line

AS_OF = date(2026, 6, 30)
OF_TRADE = {m.OUTPUT.name: m for m in SIGNALS if needs(m)}


def computed(trade: Trade) -> tuple[list[str], Mapping[str, ibis.Schema], Mapping[str, int]]:
    """Which signals were, and of those of trade the columns and the number of rows."""
    said: list[str] = []
    with open_engine("duckdb") as backend:
        facts = tables([touch(1, AS_OF, "in")], trade=trade)
        given = {name: backend.create_table(name, rows) for name, rows in facts.items()}
        with measures(given, as_of=AS_OF, report=said.append) as measured:
            kept = {name: measured[name] for name in OF_TRADE if name in measured}
            schemas = {name: table.schema() for name, table in kept.items()}
            counts = {name: int(table.count().to_pyarrow().as_py()) for name, table in kept.items()}
    return said, schemas, counts


@pytest.fixture(scope="module")
def without() -> tuple[list[str], Mapping[str, ibis.Schema], Mapping[str, int]]:
    return computed({})


def test_signals_of_trade_are_not_computed_where_there_is_none(
    without: tuple[list[str], Mapping[str, ibis.Schema], Mapping[str, int]],
) -> None:
    said, schemas, counts = without
    assert "ties" in said
    assert not set(said) & set(OF_TRADE)
    assert set(counts.values()) == {0}
    for name, schema in schemas.items():
        assert schema.to_pyarrow() == arrow_schema(OF_TRADE[name].OUTPUT)


def test_one_line_is_enough_for_them_to_be_computed() -> None:
    said, _, counts = computed({"lines": [line(1, AS_OF, 100.0)]})
    assert {"waterfall", "account_waterfall"} <= set(said)
    assert counts["account_waterfall"] == 1
