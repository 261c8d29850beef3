"""The generated ledger that trades is one that Kith itself could have written, only larger."""

from pathlib import Path

import pytest

from bench.ledger.build import build_with_trade
from bench.ledger.scale import A_INVOICE, Scale, Trade
from kith.facts.source import Source
from kith.terms.facts import FACTS
from kith.terms.trade_words import ConditionKind, GiveawayKind, LineSort, ListSort, WaiverKind
from tests.bench.generated import faults, rows

SCALE = Scale(accounts=80, contacts=160, activities=640, colleagues=4)
TRADE = Trade(products=50, invoices=1_000)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("ledger")
    build_with_trade(home, SCALE, TRADE, lambda _, __: None)
    return home / "kith.db"


def test_it_is_sound(ledger: Path) -> None:
    assert faults(ledger) == [("ok",)]


def test_it_has_what_was_ordered(ledger: Path) -> None:
    counted = {
        table: rows(ledger, f"SELECT count(*) FROM ledger_{table}")[0][0]
        for table in ("product", "customer", "invoice", "invoiceline", "listprice")
    }
    assert counted == {
        "product": 50, "customer": 40, "invoice": 1_000, "invoiceline": 1_000 * A_INVOICE,
        "listprice": 50,
    }  # fmt: skip


def test_its_facts_keep_the_promises_of_their_shapes(ledger: Path) -> None:
    with Source("sqlite", str(ledger)).snapshot() as snapshot:
        found = {s.name: sum(b.num_rows for b in snapshot.batches(s, None)) for s in FACTS}
    assert found["lines"] == TRADE.lines
    assert found["rates"] == 37
    assert all(found[name] for name in ("conditions", "giveaways", "rises", "waivers"))


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("invoiceline", "sort", LineSort), ("pricelist", "sort", ListSort),
        ("condition", "kind", ConditionKind), ("giveaway", "kind", GiveawayKind),
        ("waiver", "kind", WaiverKind),
    ],
)  # fmt: skip
def test_its_words_are_the_ledgers(
    table: str, column: str, words: type[LineSort], ledger: Path
) -> None:
    found = rows(ledger, f"SELECT DISTINCT {column} FROM ledger_{table}")
    assert {str(word) for (word,) in found} <= {str(word) for word in words}


def test_nothing_is_sold_above_the_list_and_something_is_given(ledger: Path) -> None:
    [(above, free)] = rows(
        ledger, "SELECT sum(net > list_amount), sum(net = 0) FROM ledger_invoiceline"
    )
    assert above == 0
    assert free is not None
    assert 0 < int(str(free)) < 50


def test_every_year_of_its_lines_has_its_stamp(ledger: Path) -> None:
    unstamped = """
        SELECT DISTINCT substr(day, 1, 4) FROM fact_lines
        EXCEPT SELECT CAST(year AS TEXT) FROM ledger_stamp WHERE shape = 'lines'"""
    assert rows(ledger, unstamped) == []
