"""Imports a tree of mail into a new ledger in KITH_HOME, and takes it back."""

import json
import time
from pathlib import Path

from bench.work.founded import founded
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.ingest import import_mail
from kith.pipeline.undo import undo


def main(root: str, domain: str) -> None:
    mailbox = founded(domain)
    empty = content_hash()
    began = time.perf_counter()
    batch = import_mail(Path(root), mailbox=mailbox)
    imported = time.perf_counter()
    content_hash()
    hashed = time.perf_counter()
    longest, last = 0.0, hashed

    def watch(step: str, *_: int) -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last if step == "mails" else 0.0), now

    undo(batch.pk, report=watch)
    undone = time.perf_counter()
    print(
        json.dumps({
            "read": batch.read, "import": imported - began, "hash": hashed - imported,
            "undo": undone - hashed, "longest": longest, "empty": content_hash() == empty,
        })
    )  # fmt: skip
