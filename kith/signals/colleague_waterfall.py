"""What is left, of what a colleague sold, of the list price? See
docs/signals/colleague_waterfall.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals import pocket, two_years, waterfall
from kith.signals.output import declared
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = pocket.NEEDS
DEFINITION = waterfall.DEFINITION

OUTPUT = Shape(
    name="colleague_waterfall",
    grain="one colleague who sold something within two years",
    columns=(
        Column("colleague_id", "int64", "who sold; 0: nobody named, and what is account-wide"),
        *two_years.COLUMNS,
    ),
)


def signal(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """`OUTPUT` on `as_of`: the colleague's rows of `waterfall`, added up."""
    rows = waterfall.known(tables, as_of=as_of)
    return declared(two_years.side_by_side(rows, "colleague_id"), OUTPUT)
