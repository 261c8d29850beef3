"""How strong is the tie between a colleague and a contact? See docs/signals/ties.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.exchange import COLUMNS, DEFAULTS, Params, exchange
from kith.signals.output import declared
from kith.signals.weights import counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="ties",
    grain="one colleague x contact with at least one counted touch",
    columns=(
        Column("colleague_id", "int64", "our side"),
        Column("contact_id", "int64", "their side"),
        Column("account_id", "int64", "where the contact works today", nullable=True),
        *COLUMNS,
    ),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: in30 + 1/2 out30, after Roth et al. (2010), with all its parts.

    30-day half-life, incoming weighted double; the reasons are on the page named above.
    """
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    sums = exchange(touches, ("colleague_id", "contact_id"), as_of=as_of, params=params)
    return declared(sums.left_join(tables["contacts"], "contact_id"), OUTPUT)
