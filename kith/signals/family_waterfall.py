"""What is left, of a family, of the list price? See docs/signals/family_waterfall.md."""

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
    name="family_waterfall",
    grain="one family of products with something sold within two years",
    columns=(
        Column("item_id", "int64", "the family; 0: of none, and what is account-wide"),
        *two_years.COLUMNS,
    ),
)


def signal(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """`OUTPUT` on `as_of`: the family's rows of `waterfall`, added up."""
    rows = waterfall.known(tables, as_of=as_of)
    return declared(two_years.side_by_side(rows.rename(item_id="family_id"), "item_id"), OUTPUT)
