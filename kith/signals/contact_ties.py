"""How strong is the tie between the team and a contact? See docs/signals/contact_ties.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.exchange import COLUMNS, DEFAULTS, Params, exchange, once
from kith.signals.output import declared
from kith.signals.weights import counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="contact_ties",
    grain="one contact with at least one counted touch, of any colleague",
    columns=(
        Column("contact_id", "int64", "their side"),
        Column("account_id", "int64", "where the contact works today", nullable=True),
        *COLUMNS,
    ),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: as `kith.signals.ties`, an activity counted once for the contact
    however many colleagues were on it."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    rows = once(touches, ("contact_id",))
    sums = exchange(rows, ("contact_id",), as_of=as_of, params=params)
    return declared(sums.left_join(tables["contacts"], "contact_id"), OUTPUT)
