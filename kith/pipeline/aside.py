"""After accounts were called private or noise, or no longer: mail that is stored already follows.

Readers hide such an account from colleagues at once; its mails leave the timelines, the threads and
the search index here, some at a time. Killed anywhere, the words are found unsettled again.
"""

import time

from kith.ledger.whole.aside_writers import settle_aside
from kith.pipeline.turn import turn

FIRST, MOST = 100, 2_000  # mails of one transaction: as many as take about GOAL
GOAL = 0.1  # seconds


def settle_accounts() -> None:
    """Settles every word that mails do not follow yet. Raises Refused while another does so."""
    with turn("levels", wait=False):
        most = FIRST
        while True:
            began = time.perf_counter()
            if not settle_aside(most, actor=None):
                break
            fits = most * GOAL / max(time.perf_counter() - began, 0.001)
            most = int(min(max(fits, most / 2, 10), most * 2, MOST))
