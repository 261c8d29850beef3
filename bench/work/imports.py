"""Imports a tree of mail with one command, into a new ledger in KITH_HOME."""

import json
import resource
import time
from pathlib import Path

from bench.work.founded import founded
from kith.pipeline.ingest import import_mail


def main(root: str, domain: str) -> None:
    mailbox = founded(domain)
    began, worked = time.perf_counter(), time.process_time()
    batch = import_mail(Path(root), mailbox=mailbox)
    seconds, writing = time.perf_counter() - began, time.process_time() - worked
    beside = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = {"writing": writing, "parsing": beside.ru_utime + beside.ru_stime}
    counts = {name: getattr(batch, name) for name in ("read", "kept", "refused")}
    print(json.dumps({"seconds": seconds, **processor, **counts}))
