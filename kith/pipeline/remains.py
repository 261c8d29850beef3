"""Which files in Kith's own folder still hold a person's address: asked after an erasure.

A process beside this one looks: whoever opens and closes a file of SQLite's lets go of all locks
that its process holds on it, and the next process to come cuts the memory which both share.
"""

from contextlib import closing
from pathlib import Path

from django.conf import settings

from kith.ledger.whole.erasure_readers import Whom
from kith.pipeline.beside import beside
from kith.pipeline.holding import files_holding


def remains(person: Whom) -> list[str]:
    """Paths below KITH_HOME of files in whose bytes an address of theirs stands, in any case.

    What is packed or encrypted cannot be looked into.
    """
    needles = [text.encode().lower() for _, text in person.addresses]
    with closing(beside(files_holding, Path(settings.HOME), needles)) as found:
        return list(found)
