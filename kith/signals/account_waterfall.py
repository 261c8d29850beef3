"""What is left, at an account, of the list price? See docs/signals/account_waterfall.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals import pocket, two_years, waterfall
from kith.signals.money import NOBODY
from kith.signals.output import declared
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = pocket.NEEDS
DEFINITION = waterfall.DEFINITION

OUTPUT = Shape(
    name="account_waterfall",
    grain="one account with something sold or given within two years",
    columns=(Column("account_id", "int64", "who bought"), *two_years.COLUMNS),
)


def signal(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """`OUTPUT` on `as_of`: the account's rows of `waterfall`, added up."""
    rows = waterfall.known(tables, as_of=as_of)
    rows = rows.filter(rows.account_id != NOBODY)
    return declared(two_years.side_by_side(rows, "account_id"), OUTPUT)
