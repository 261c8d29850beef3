"""A day's mail more in the ledger in KITH_HOME, through the importer, into its first mailbox."""

import json
import random
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path
from uuid import uuid4

from bench.ledger.scale import LAST
from bench.letters import letter
from kith.ledger.people.models import Address
from kith.ledger.rights.models import Mailbox
from kith.pipeline.ingest import import_mail

MAILS = 200


def main() -> None:
    box = Mailbox.objects.order_by("id")[0].address
    last = Address.objects.order_by("-id")[0].id
    wanted = random.Random(3).sample(range(last // 2, last), MAILS)
    senders = Address.objects.filter(id__in=wanted, contact__isnull=False)
    at = datetime.combine(LAST, time(9), tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        for number, sender in enumerate(senders):
            # New ids, so that every run brings mails that the ledger has not seen.
            text = letter(
                sender.address, box, f"Order {number}", at, f"{uuid4()}@example", f"{uuid4()}?"
            )
            (Path(folder) / f"{number}.eml").write_text(text)
        batch = import_mail(Path(folder), mailbox=box)
    print(json.dumps({"kept": batch.kept}))
