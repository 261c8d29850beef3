"""Who starts, the team or the contact, and who writes how much? See docs/signals/balance.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.output import declared
from kith.signals.starts import COLUMNS, DEFAULTS, Params, balance
from kith.signals.weights import counted
from kith.terms.shapes import Column, Shape

# It speaks of the team. Of one colleague alone the same would be theirs alone.
SEEN_BY = "team"

OUTPUT = Shape(
    name="balance",
    grain="one contact with at least one counted touch within the year",
    columns=(
        Column("contact_id", "int64", "their side"),
        Column("account_id", "int64", "where the contact works today", nullable=True),
        *COLUMNS,
    ),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: the share of starts that are ours under Beta(1, 1), and
    reciprocity 2 min(in, out) / (in + out)."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    found = balance(touches, "contact_id", as_of=as_of, params=params)
    return declared(found.left_join(tables["contacts"], "contact_id"), OUTPUT)
