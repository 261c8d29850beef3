"""Killed at fifty random points, imports and undos end as if nobody had disturbed them."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.ledger.letters import NOON, Letter, mbox
from tests.pipeline.own_ledger import ROOT, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
MAILS, ROUNDS = 300, 25  # a round is two kills


def letters() -> list[Letter]:
    """Mail from twenty people in conversations; some twice, some again under another id."""
    plain = [
        Letter(
            f"m{n}",
            sender=f"Person {n % 20} <p{n % 20}@client{n % 7}.example>",
            cc=("some.body@gmail.com",) if n % 9 == 0 else (),
            sent=NOON + timedelta(hours=7 * n),
            subject=f"Order {n % 60}",
            text=f"Line {n}. Could you send the price?\n" + "word " * 300,
            refers=(f"m{n - 60}",) if n % 3 == 0 and n >= 60 else (),
        )
        for n in range(MAILS)
    ]
    again = [replace(one, id=f"again{n}", refers=()) for n, one in enumerate(plain[::20])]
    return [*plain, *plain[::10], *again]


def test_killed_at_fifty_points_all_ends_as_if_it_was_not(tmp_path: Path) -> None:
    made = ledger(tmp_path / "home")
    source = mbox(tmp_path / "All.mbox", letters())
    seed = random.SystemRandom().randrange(10**9)
    done = subprocess.run(
        [sys.executable, "-m", "tests.pipeline.killing", str(source), str(seed), str(ROUNDS)],
        cwd=ROOT, env=made.environment, text=True, capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (seed, done.stderr)
    points = json.loads(done.stdout)["points"]
    assert len(points) == 2 * ROUNDS
    assert [p for p in points if not p["right"]] == [], seed
    # Else the kills came too late to try anything.
    assert sum(p["killed"] for p in points) >= ROUNDS, seed
