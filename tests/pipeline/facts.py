"""The fact tables as the mirror gives them, read from the real views."""

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from kith.facts.arrow import arrow_schema
from kith.facts.manifest import read_manifest
from kith.facts.mirror import MirrorReport
from kith.pipeline.extract import extract
from kith.terms.facts import FACTS


def mirrored() -> MirrorReport:
    """Copies the views of this test's database to this test's home."""
    return extract()


def table(name: str) -> pa.Table:
    """One fact table, whole."""
    folder = settings.KITH_FACTS
    parts = [p for p in read_manifest(folder).values() if p.table == name]
    empty = next(arrow_schema(shape).empty_table() for shape in FACTS if shape.name == name)
    return pa.concat_tables([empty, *(pq.read_table(folder / part.file) for part in parts)])
