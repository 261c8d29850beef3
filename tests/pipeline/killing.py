"""Imports a mailbox, or a sheet (.csv), and takes it back, killed at random points:

    python -m tests.pipeline.killing SOURCE SEED ROUNDS

A process that has everything loaded forks one child a command and kills it (SIGKILL) after a random
part of the time the command takes undisturbed; then another child goes on to the end. One round is
a killed import and a killed undo, after which the ledger is empty again. Prints one JSON object.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import django


def in_child(work: Callable[[], Any], *, kill_after: float | None = None) -> tuple[Any, bool]:
    """What `work` gives in a process of its own, as JSON allows; and whether it was killed."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()  # what it starts itself is killed with it
        os.close(here)
        status = 1
        try:
            os.write(there, json.dumps(work()).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(there)
    if kill_after is not None:
        time.sleep(kill_after)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    with os.fdopen(here, "rb") as pipe:
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == -signal.SIGKILL and kill_after is not None:
        return None, True
    if status:
        raise SystemExit(f"a child ended with {status}")
    return json.loads(said), False


def bring_in(source: Path) -> Callable[[], int]:
    def sheet() -> int:
        from tests.pipeline.sheets.desk import bring

        return bring(source).pk

    def work() -> int:
        from kith.ledger.rights.models import User
        from kith.pipeline.ingest import import_mail

        return import_mail(source, mailbox=User.objects.order_by("id")[0].email).pk

    return sheet if source.suffix == ".csv" else work


def take_back() -> None:
    """Every import, the newest first."""
    from kith.ledger.imports.models import Batch
    from kith.pipeline.undo import undo

    for batch in Batch.objects.exclude(state=Batch.UNDONE).order_by("-id"):
        undo(batch.pk)


def told() -> list[Any]:
    """The content's hash, and what no content tells: how many mails are held, and how often."""
    from kith.ledger.imports.models import Arrival, Batch
    from kith.ledger.search.models import SearchEntry
    from kith.ledger.whole.content_hash import content_hash

    held = Arrival.objects.filter(kind=Arrival.ACTIVITY, how=Arrival.CREATED)
    open_ = Batch.objects.exclude(state__in=[Batch.DONE, Batch.UNDONE])
    return [content_hash(), held.count(), SearchEntry.objects.count(), open_.count()]


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    in_child(work)
    return time.perf_counter() - began


def rounds(source: Path, random: Random, count: int) -> Iterator[dict[str, Any]]:
    """What is there after each killed command has gone on to its end: as without a kill, or not."""
    empty = in_child(told)[0]
    importing = timed(bring_in(source))
    whole = in_child(told)[0]
    undoing = timed(take_back)
    assert in_child(told)[0] == empty, "an undisturbed undo leaves something"
    for number in range(count):
        for name, work, seconds, right in (
            ("import", bring_in(source), importing, whole),
            ("undo", take_back, undoing, empty),
        ):
            after = random.uniform(0, seconds)
            killed = in_child(work, kill_after=after)[1]
            in_child(work)
            yield {
                "round": number, "command": name, "after": after, "killed": killed,
                "right": in_child(told)[0] == right,
            }  # fmt: skip


def main(source: Path, seed: int, count: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
    django.setup()
    import kith.pipeline.ingest
    import kith.pipeline.sheets.looking
    import kith.pipeline.undo  # noqa: F401 - loaded once, for all children
    import tests.pipeline.sheets.desk  # noqa: F401

    found = []
    for row in rounds(source, Random(seed), count):
        found.append(row)
        if not row["right"] or len(found) % 50 == 0:
            print(len(found), row, file=sys.stderr, flush=True)  # noqa: T201
    print(json.dumps({"seed": seed, "points": found}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
