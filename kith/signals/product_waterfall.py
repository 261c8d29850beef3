"""What is left, of a product, of the list price? See docs/signals/product_waterfall.md."""

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
    name="product_waterfall",
    grain="one product sold within two years",
    columns=(
        Column("item_id", "int64", "the product; 0: of none, and what is account-wide"),
        *two_years.COLUMNS,
    ),
)


def signal(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """`OUTPUT` on `as_of`: the steps of a waterfall, added up from lines by product."""
    rows = waterfall.by_year(tables, "product_id", as_of=as_of, years=two_years.YEARS)
    return declared(two_years.side_by_side(rows.rename(item_id="product_id"), "item_id"), OUTPUT)
