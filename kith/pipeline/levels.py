"""After a change of levels: mail that is stored already follows, and the disk forgets the rest.

1. Mails of the mailbox follow, some at a time, in the order of their ids.
2. The search index and the database's files are rid of the words; so are kept uploads.
3. The mailbox is settled.

Killed anywhere, the mailbox is found unsettled again and goes on.
"""

import time

from kith.ledger.imports.batch_readers import paths_into
from kith.ledger.rights.level_writers import settle_until
from kith.ledger.rights.models import Mailbox
from kith.ledger.rights.readers import unsettled_mailboxes
from kith.ledger.whole.level_writers import settle_mails
from kith.ledger.whole.scrub import scrub
from kith.pipeline import upload
from kith.pipeline.tidy import optimise
from kith.pipeline.turn import turn
from kith.terms.words import Level

FIRST, MOST = 100, 2_000  # mails of one transaction: as many as take about GOAL
GOAL = 0.1  # seconds


def settle_levels() -> None:
    """Settles every mailbox whose levels were changed. Raises Refused while another does so."""
    with turn("levels", wait=False):
        for box in unsettled_mailboxes():
            _settle(box)


def _settle(box: Mailbox) -> None:
    most = FIRST
    while True:
        began = time.perf_counter()
        if not settle_mails(box, most, actor=None):
            break
        fits = most * GOAL / max(time.perf_counter() - began, 0.001)
        most = int(min(max(fits, most / 2, 10), most * 2, MOST))
    box.refresh_from_db()
    if box.settled_until is None:
        return
    if box.settled_until:
        optimise(actor=None)
        scrub()
    if box.keep < Level.FULL:
        for path in paths_into(box):
            upload.clear(path)
    settle_until(box, None, before=box.settled_until, actor=None)
