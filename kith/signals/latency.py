"""How long does each of us take to answer? See docs/signals/latency.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.output import declared
from kith.signals.pace import COLUMNS, pace
from kith.signals.replies import DEFAULTS, Params, of_colleagues
from kith.terms.shapes import Column, Shape

# How one of us works is nobody else's to see.
SEEN_BY = "self"

OUTPUT = Shape(
    name="latency",
    grain="one colleague to whom a contact has put a question by mail within two years",
    columns=(Column("colleague_id", "int64", "who answers"), *COLUMNS),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: as `kith.signals.answers`, the other way round; compared with the same
    colleague's own past, never with another's."""
    waits = of_colleagues(tables, as_of=as_of, params=params)
    return declared(pace(waits, "colleague_id", as_of=as_of, params=params), OUTPUT)
