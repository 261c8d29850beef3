"""Each signal has a page, and what the page says is run."""

import doctest
import importlib
import pkgutil
from pathlib import Path
from typing import Any

import ibis
import pytest

import kith.signals
from kith.signals.exchange import COLUMNS
from tests.signals import trade
from tests.signals.generator import Row, as_ibis, copy, notice, tables, touch

PAGES = Path(__file__).parents[2] / "docs" / "signals"
HEADINGS = (
    "Question",
    "Inputs",
    "Formula",
    "Units",
    "Worked example",
    "When it abstains",
    "What it cannot tell",
    "Who sees it",
    "Backtest",
)
NAMES = [
    found.name
    for found in pkgutil.iter_modules(kith.signals.__path__)
    if hasattr(importlib.import_module(f"kith.signals.{found.name}"), "signal")
]


def rows(signal: ibis.Table) -> list[Row]:
    found: list[Row] = ibis.duckdb.connect().to_pyarrow(signal).to_pylist()
    return found


def facts(*args: Any, **other: Any) -> dict[str, ibis.Table]:
    return as_ibis(tables(*args, **other))


def only_notices(*given: Row) -> dict[str, ibis.Table]:
    return {"notices": as_ibis(tables([], notices=given))["notices"]}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_its_nine_parts_in_order(name: str) -> None:
    lines = (PAGES / f"{name}.md").read_text(encoding="utf-8").splitlines()
    assert [line[3:] for line in lines if line.startswith("## ")] == list(HEADINGS)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_names_the_columns_that_are_its_own(name: str) -> None:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    shared = COLUMNS if name in ("contact_ties", "account_ties") else ()
    output = importlib.import_module(f"kith.signals.{name}").OUTPUT
    missing = [
        column.name
        for column in output.columns
        if column not in shared
        and f"`{column.name}`" not in text
        and f'"{column.name}"' not in text
    ]
    assert [column for column in missing if not column.endswith(("_id", "first_day"))] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_worked_example_gives_what_the_page_says(name: str) -> None:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    given = {
        "touch": touch, "notice": notice, "copy": copy, "tables": facts, "notices": only_notices,
        "rows": rows, "line": trade.line, "rate": trade.rate, "list_price": trade.list_price,
        "condition": trade.condition, "giveaway": trade.giveaway, "rise": trade.rise,
        "waiver": trade.waiver,
    }  # fmt: skip
    example = doctest.DocTestParser().get_doctest(text, given, name, f"{name}.md", 0)
    assert len(example.examples) > 3
    said: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert result.failed == 0, "".join(said)
