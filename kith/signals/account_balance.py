"""Who starts, we or the account? See docs/signals/account_balance.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.output import declared
from kith.signals.starts import COLUMNS, DEFAULTS, Params, balance
from kith.signals.weights import counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="account_balance",
    grain="one account with at least one counted touch within the year",
    columns=(
        Column("account_id", "int64", "the contact's account on the day of the touch"),
        *COLUMNS,
    ),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: as `kith.signals.balance`, over all its contacts together."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    return declared(balance(touches, "account_id", as_of=as_of, params=params), OUTPUT)
