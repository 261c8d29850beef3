"""Clears a demo, killed at random points: `python -m tests.pipeline.killing_clear COPY SEED N`.

`COPY` is a copy of the demo's folder, which takes KITH_HOME's place again before every round. After
each kill the ledger is asked what is left, the next start does its part, and it is asked again.
Prints one JSON list.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from random import Random
from typing import Any

import django

from tests.pipeline.killing import in_child, timed


def clear() -> None:
    from kith.pipeline.empty import clear_demo

    clear_demo(actor=None)


def start_again() -> None:
    from kith.pipeline.empty import sweep

    sweep()


def told() -> list[Any]:
    """Firms, mails and indexed texts; and the folders that lie beside the database."""
    from django.conf import settings

    from kith.ledger.models import Activity, Firm, SearchEntry
    from kith.pipeline.empty import BESIDE

    rows = [model.objects.count() for model in (Firm, Activity, SearchEntry)]
    return [rows, [name for name in BESIDE if (settings.HOME / name).exists()]]


def main(copy: Path, seed: int, count: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
    django.setup()
    import kith.pipeline.empty  # noqa: F401 - loaded once, for all children

    home, random, found = Path(os.environ["KITH_HOME"]), Random(seed), []
    seconds = timed(clear)
    for _ in range(count):
        shutil.rmtree(home)
        shutil.copytree(copy, home)
        killed = in_child(clear, kill_after=random.uniform(0, seconds))[1]
        first = in_child(told)[0]
        in_child(start_again)
        found.append({"killed": killed, "first": first, "then": in_child(told)[0]})
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
