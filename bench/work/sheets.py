"""Imports a sheet of invoice lines into a new ledger in KITH_HOME, and takes it back."""

import json
import resource
import time
from pathlib import Path

from bench.work.founded import founded
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.sheets.bringing import import_sheet
from kith.pipeline.sheets.looking import look_at, propose
from kith.pipeline.undo import undo
from kith.terms.sheets import SheetKind


def main(path: str) -> None:
    founded("firm.example")
    empty = content_hash()
    look = look_at(Path(path))
    proposal = propose(look, SheetKind.ORDERS)
    steps = Steps()
    began, worked = time.perf_counter(), time.process_time()
    batch = import_sheet(
        Path(path),
        kind=SheetKind.ORDERS,
        look=look,
        column_map=proposal.column_map,
        report=steps.taken,
    )
    seconds, writing = time.perf_counter() - began, time.process_time() - worked
    beside = resource.getrusage(resource.RUSAGE_CHILDREN)
    began, steps.last = time.perf_counter(), 0.0
    undo(batch.pk, report=lambda step, *_: steps.taken() if step == "rows" else None)
    print(
        json.dumps({
            "read": batch.read, "import": seconds, "writing": writing,
            "parsing": beside.ru_utime + beside.ru_stime, "undo": time.perf_counter() - began,
            "longest": steps.longest, "empty": content_hash() == empty,
        })
    )  # fmt: skip


class Steps:
    """How long the longest step between two reports took."""

    longest = last = 0.0

    def taken(self, *_: object) -> None:
        now = time.perf_counter()
        self.longest, self.last = max(self.longest, now - self.last if self.last else 0.0), now
