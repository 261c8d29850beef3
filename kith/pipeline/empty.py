"""Clears a demo's data away, rows and files; and what a ledger without a firm still lies beside.

The rows go in one transaction. The files go after it, and are found again by `sweep`, which the job
worker asks every minute and every founding asks first: columns of the demo must never be taken for
those of the firm that begins here.
"""

import shutil

from django.conf import settings

from kith.ledger.rights import readers as rights
from kith.ledger.rights.models import User
from kith.ledger.whole.empty_writers import empty_demo
from kith.ledger.whole.scrub import scrub
from kith.pipeline.turn import turn

UPLOADS = "uploads"
BESIDE = ("facts", "gauges", "demo-mail")  # made from rows, or what the rows were made from


def clear_demo(*, actor: User | None) -> None:
    """Leaves an empty ledger in which anything may begin. Raises Refused on a real firm's, and
    while a refresh is under way, which would write the columns of what is gone."""
    with turn("refresh", wait=False):
        empty_demo(actor=actor)
        shutil.rmtree(settings.HOME / UPLOADS, ignore_errors=True)
        sweep()


def sweep() -> None:
    """Where no firm is, deletes what lies beside it and frees the space of its rows. Does nothing
    on the ledger of a firm. The files go last: while they lie there, all of it is done again."""
    left = [settings.HOME / name for name in BESIDE if (settings.HOME / name).exists()]
    if not left or rights.firm() is not None:
        return
    scrub()
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
