"""Imports a tree of mail with one command, into a new ledger in KITH_HOME.

Django is imported within: the importer's process beside this one imports this module, too, and as
with the `kith` command it shall not wait for a Django that it does not use.
"""

import json
import sys
import time
from pathlib import Path


def main(root: Path, domain: str) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from kith.ledger.whole.writers import set_up
    from kith.pipeline.ingest import import_mail

    call_command("migrate", verbosity=0)
    set_up(
        actor=None, company="House", domains=[domain], email=f"first@{domain}", name="First",
        password=None, currency="EUR", zone="UTC", language="en",
    )  # fmt: skip
    began = time.perf_counter()
    batch = import_mail(root, mailbox=f"first@{domain}")
    seconds = time.perf_counter() - began
    counts = {name: getattr(batch, name) for name in ("read", "kept", "refused")}
    print(json.dumps({"seconds": seconds, **counts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
