"""How strong is the tie between the team and an account? See docs/signals/account_ties.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.exchange import COLUMNS, DEFAULTS, Params, exchange, once
from kith.signals.output import declared
from kith.signals.weights import counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="account_ties",
    grain="one account with at least one counted touch",
    columns=(
        Column("account_id", "int64", "the contact's account on the day of the touch"),
        *COLUMNS,
    ),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: as `kith.signals.ties`, an activity counted once for the account
    however many contacts and colleagues were on it."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    sums = exchange(once(touches, ("account_id",)), ("account_id",), as_of=as_of, params=params)
    return declared(sums, OUTPUT)
