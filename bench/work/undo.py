"""Imports a tree of mail into a new ledger in KITH_HOME, and takes it back."""

import json
import sys
import time
from pathlib import Path


def main(root: Path, domain: str) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from kith.ledger.whole.content_hash import content_hash
    from kith.ledger.whole.writers import set_up
    from kith.pipeline.ingest import import_mail
    from kith.pipeline.undo import undo

    call_command("migrate", verbosity=0)
    set_up(
        actor=None, company="House", domains=[domain], email=f"first@{domain}", name="First",
        password=None, currency="EUR", zone="UTC", language="en",
    )  # fmt: skip
    empty = content_hash()
    began = time.perf_counter()
    batch = import_mail(root, mailbox=f"first@{domain}")
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


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
