"""Killed at random points, a sheet's import and its undo end as if nobody had disturbed them."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.own_ledger import ROOT, ledger
from tests.pipeline.sheets.desk import ORDERS, line, write

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
LINES, ROUNDS = 12_000, 8  # a round is two kills


def rows() -> list[tuple[object, ...]]:
    """Some chunks of lines; invoices lie apart, some rows are doubled, some in other money."""
    made = [
        line(
            f"R{n % 3_000}", n // 3_000, f"A{n % 50}", day=f"202{n % 3}-0{1 + n % 9}-11",
            customer=str(100 + n % 400), name=f"Customer {n % 400} AG", text=f"Part {n % 50}",
            quantity=n % 7 - 1 or 1, currency="USD" if n % 400 == 7 else "EUR",
        )
        for n in range(LINES)
    ]  # fmt: skip
    return [*made, *made[::100]]


def test_killed_again_and_again_all_ends_as_if_it_was_not(tmp_path: Path) -> None:
    made = ledger(tmp_path / "home")
    source = write(tmp_path, ORDERS, rows())
    seed = random.SystemRandom().randrange(10**9)
    done = subprocess.run(
        [sys.executable, "-m", "tests.pipeline.killing", str(source), str(seed), str(ROUNDS)],
        cwd=ROOT, env=made.environment, text=True, capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (seed, done.stderr)
    points = json.loads(done.stdout)["points"]
    assert [p for p in points if not p["right"]] == [], seed
    # Else the kills came too late to try anything.
    assert sum(p["killed"] for p in points) >= ROUNDS, seed
