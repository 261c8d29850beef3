"""The generated ledger is one that Kith itself could have written, only larger."""

import sqlite3
from pathlib import Path

import pytest

from bench.ledger.build import build, build_with_texts
from bench.ledger.scale import Scale
from bench.ledger.texts import word
from kith.facts.source import Source
from kith.terms.facts import FACTS
from tests.bench.generated import faults, rows

SCALE = Scale(accounts=40, contacts=400, activities=2_000, colleagues=4)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("ledger")
    build(home, SCALE, lambda _, __: None)
    return home / "kith.db"


def test_it_is_sound(ledger: Path) -> None:
    assert faults(ledger) == [("ok",)]


def test_it_has_what_was_ordered(ledger: Path) -> None:
    counted = {
        table: rows(ledger, f"SELECT count(*) FROM ledger_{table}")[0][0]
        for table in ("account", "contact", "activity", "colleague", "thread")
    }
    assert counted == {
        "account": 40, "contact": 400, "activity": 2_000, "colleague": 4, "thread": 500,
    }  # fmt: skip


def test_its_facts_keep_the_promises_of_their_shapes(ledger: Path) -> None:
    with Source("sqlite", str(ledger)).snapshot() as snapshot:
        found = {s.name: sum(b.num_rows for b in snapshot.batches(s, None)) for s in FACTS}
    assert found["touches"] >= 2_000
    assert found["copies"] >= 100
    assert (found["contacts"], found["colleagues"], found["accounts"]) == (400, 4, 40)


@pytest.mark.parametrize("shape", ["touches", "copies"])
def test_every_day_of_a_touch_or_copy_has_its_stamp(shape: str, ledger: Path) -> None:
    unstamped = f"""
        SELECT DISTINCT substr(day, 1, 4) FROM fact_{shape}
        EXCEPT SELECT CAST(year AS TEXT) FROM ledger_stamp WHERE shape = '{shape}'"""
    assert rows(ledger, unstamped) == []


def test_an_address_stands_once_on_a_side_of_an_activity(ledger: Path) -> None:
    twice = """
        SELECT activity_id, address_id FROM ledger_participant WHERE side > 0
        GROUP BY 1, 2 HAVING count(*) > 1"""
    assert rows(ledger, twice) == []


def test_the_same_order_gives_the_same_rows(ledger: Path) -> None:
    """Drawn by arithmetic: a figure of next year is of the same ledger."""
    found = rows(ledger, "SELECT sum(id * recipients), sum(thread_id * asks) FROM ledger_activity")
    assert found == [(4_003_290, 98_410)]


def test_odd_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="multiple"):
        Scale(accounts=41, contacts=400, activities=2_000, colleagues=4)


def test_with_texts_every_activity_is_in_the_index_and_can_be_forgotten(tmp_path: Path) -> None:
    build_with_texts(tmp_path, SCALE, lambda _, __: None)
    connection = sqlite3.connect(tmp_path / "kith.db")
    try:
        hits = "SELECT count(*) FROM ledger_search WHERE ledger_search MATCH ?"
        assert connection.execute(hits, [f'"{word(0)}"']).fetchone()[0] > SCALE.activities / 2
        connection.execute(
            "INSERT INTO ledger_search (ledger_search, rowid, subject, body, sees)"
            " SELECT 'delete', e.place + r.alone, a.subject, iif(r.alone, '', t.text),"
            " iif(r.alone, e.sees_subject, e.sees_body) FROM ledger_searchentry e"
            " JOIN (SELECT 0 AS alone UNION ALL SELECT 1) r"
            " ON iif(r.alone, e.sees_subject, e.sees_body) <> ''"
            " JOIN ledger_activity a ON a.id = e.activity_id"
            " JOIN ledger_activitytext t ON t.activity_id = e.activity_id ORDER BY 2"
        )
        assert connection.execute("SELECT 1 FROM ledger_search_word LIMIT 1").fetchall() == []
    finally:
        connection.close()
