"""Killed anywhere, the clearing of a demo was never begun, or the next start ends it."""

import json
import random
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from kith.pipeline.empty import BESIDE
from tests.ledger.letters import NOON, Letter, mbox
from tests.pipeline.own_ledger import INIT, ROOT, Ledger

MAILS, KILLS = 400, 25


def letters() -> list[Letter]:
    return [
        Letter(
            f"m{n}", sender=f"Person {n % 20} <p{n % 20}@client{n % 7}.example>",
            sent=NOON + timedelta(hours=7 * n), subject=f"Order {n}", text="word " * 500,
        )
        for n in range(MAILS)
    ]  # fmt: skip


def test_killed_at_any_point_it_was_never_begun_or_is_ended(tmp_path: Path) -> None:
    made = Ledger(tmp_path / "home", "")  # the demo keeps to a file of its own
    assert made.run(*INIT, password="correct horse battery\n").returncode == 0
    source = mbox(tmp_path / "All.mbox", letters())
    made.json("import", "mail", str(source), "--mailbox", "ann@firm.example")
    made.json("refresh")
    (made.home / "demo-mail").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", MAKE_DEMO], cwd=ROOT, env=made.environment, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    whole = [[1, MAILS, MAILS], list(BESIDE)]
    empty = [0, 0, 0]
    shutil.copytree(made.home, tmp_path / "copy")

    seed = random.SystemRandom().randrange(10**9)
    done = subprocess.run(
        [sys.executable, "-m", "tests.pipeline.killing_clear", str(tmp_path / "copy"), str(seed),
         str(KILLS)],
        cwd=ROOT, env=made.environment, text=True, capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (seed, done.stderr)
    points = json.loads(done.stdout)
    assert len(points) == KILLS
    for point in points:
        if point["first"][0] == whole[0]:
            assert point["first"] == point["then"] == whole, seed
        else:
            assert point["first"][0] == empty, seed
            assert point["then"] == [empty, []], seed
    assert sum(point["killed"] for point in points) >= KILLS / 3, seed


MAKE_DEMO = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
import django
django.setup()
from kith.ledger.models import Firm
Firm.objects.update(is_demo=True)
"""
