"""Rids the columns of what was deleted from the ledger: the mirror, and what lies with gauges."""

import shutil

from django.conf import settings

from kith.pipeline.extract import extract
from kith.pipeline.turn import turn


def scrub_columns() -> None:
    """Rebuilds what changed of the mirror, and removes the files that held it before.

    The second look removes what the first one left for those who may be reading: with the
    refresh's turn, nobody is. The tables kept beside the gauges are made anew by the next refresh.
    """
    with turn("refresh", wait=True):
        if settings.KITH_FACTS.exists():
            for _ in range(2):
                extract()
        shutil.rmtree(settings.HOME / "gauges", ignore_errors=True)
