"""Imports a tree of mail with one command, into a new ledger in KITH_HOME."""

import json
import time
from pathlib import Path

from bench.work.founded import founded
from kith.pipeline.ingest import import_mail


def main(root: str, domain: str) -> None:
    mailbox = founded(domain)
    began = time.perf_counter()
    batch = import_mail(Path(root), mailbox=mailbox)
    seconds = time.perf_counter() - began
    counts = {name: getattr(batch, name) for name in ("read", "kept", "refused")}
    print(json.dumps({"seconds": seconds, **counts}))
