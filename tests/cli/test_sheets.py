"""Sheets by the command line: without a map, with one, and what a script is told."""

import json
from pathlib import Path

import pytest

from tests.pipeline.own_ledger import Ledger, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
HEAD = "Invoice,Date,Customer,Quantity,Price,Net\n"
LINES = "R1,2024-03-05,Example Pumps,2,10,20\nR2,2024-02-31,Example Pumps,2,10,20\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return ledger(tmp_path_factory.mktemp("home"))


def test_a_sheet_is_read_without_a_map_and_refused_rows_are_told(
    made: Ledger, tmp_path: Path
) -> None:
    path = tmp_path / "lines.csv"
    path.write_text(HEAD + LINES, "utf-8")
    done = made.run("import", "orders", str(path), "--json")
    assert done.returncode == 3, done.stderr
    found = json.loads(done.stdout)
    assert (found["kind"], found["state"]) == ("orders", "done")
    assert (found["read"], found["kept"], found["refused"]) == (2, 1, 1)
    told = made.run("import", "orders", str(path))
    assert "Row 3: “2024-02-31” in Date is no day here." in told.stderr


def test_a_map_says_what_the_guess_cannot_know(made: Ledger, tmp_path: Path) -> None:
    path, map_ = tmp_path / "bare.csv", tmp_path / "map.json"
    path.write_text("R7;05.03.2024;10044;20,00\n", "utf-8")
    assert made.run("import", "orders", str(path)).returncode == 1
    columns = ("invoice", "day", "customer_number", "net")
    said = {field: f"column {place}" for place, field in enumerate(columns, 1)}
    map_.write_text(json.dumps({"columns": said, "constants": {"currency": "CHF"}}), "utf-8")
    done = made.run("import", "orders", str(path), "--map", str(map_))
    assert done.returncode == 0, done.stderr
    assert "1 new" in done.stdout


def test_a_map_that_is_none_is_refused_with_a_cure(made: Ledger, tmp_path: Path) -> None:
    path, map_ = tmp_path / "lines.csv", tmp_path / "map.json"
    path.write_text(HEAD + LINES, "utf-8")
    map_.write_text('{"colums": {}}', "utf-8")
    done = made.run("import", "orders", str(path), "--map", str(map_))
    assert done.returncode == 1
    assert "map.json is no map of columns: colums docs/sheets.md shows one." in done.stderr
