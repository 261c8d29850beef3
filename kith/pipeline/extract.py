"""The ledger's facts into the columnar mirror, from whichever database it lies in.

SQLite forbids two copies of its library in one process on one file: locks belong to the process,
so what one copy lets go of, the other loses. Python's driver brings one copy, the columns' driver
another, and the two together end in a bus error or worse. So where the ledger is a SQLite file, a
process beside this one copies it.
"""

from collections.abc import Callable
from contextlib import closing

from django.conf import settings
from django.db import connection

from kith.facts.mirror import MirrorReport, is_stale, mirror
from kith.facts.source import Source
from kith.ledger.imports.readers import stamps
from kith.pipeline.beside import beside
from kith.pipeline.copying import copied


def extract(meanwhile: Callable[[], None] = lambda: None) -> MirrorReport:
    """Makes the mirror equal to the ledger's fact views. Raises as `kith.facts.mirror.mirror`.

    `meanwhile` is called here while the process beside copies, where there is one.
    """
    source, folder, wanted = _source(), settings.KITH_FACTS, stamps()
    if source.kind == "sqlite" and is_stale(folder, wanted):
        with closing(beside(copied, source, folder, wanted)) as reports:
            meanwhile()
            return next(reports)
    meanwhile()
    return mirror(source, folder, wanted)


def _source() -> Source:
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return Source("sqlite", str(found["NAME"]))
    user = found["USER"] + (f":{found['PASSWORD']}" if found["PASSWORD"] else "")
    place = f"{found['HOST']}:{found['PORT']}" if found["PORT"] else found["HOST"]
    return Source("postgresql", f"postgresql://{user}@{place}/{found['NAME']}")
