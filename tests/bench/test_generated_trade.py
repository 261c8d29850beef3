"""The generated trade is what a mirror would hold, only larger."""

from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench import trade
from kith.facts.arrow import arrow_schema
from kith.terms.facts import FACTS


def test_its_columns_are_those_of_the_fact_tables(tmp_path: Path) -> None:
    trade.make(tmp_path, lines=2_000)
    shapes = {shape.name: arrow_schema(shape) for shape in FACTS}
    for name in trade.TABLES:
        made = pq.read_schema(tmp_path / f"{name}.parquet")
        assert (made.names, made.types) == (shapes[name].names, shapes[name].types), name
    lines = pq.read_table(tmp_path / "lines.parquet")
    assert len(lines) == 2_000
    assert set(pc.unique(lines["currency"]).to_pylist()) == {"EUR", "USD"}
    assert pc.min(lines["net"]).as_py() < 0 < lines["list_amount"].null_count
