"""How many people write to a person? A hint at their say, never a rank.

See docs/signals/authority.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis

from kith.signals.output import declared, stacked
from kith.signals.persons import known, lately, of_persons
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="authority",
    grain="one person to whom somebody wrote within 365 days, where they work today",
    columns=(
        Column("contact_id", "int64", "to whom"),
        Column("account_id", "int64", "where they work today"),
        Column(
            "value",
            "float64",
            "distinct people who wrote to them, theirs and ours; null below n_min",
            nullable=True,
        ),
        Column("low", "float64", "null: a count of what we saw, no estimate", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "times somebody wrote to them: writer x mail"),
        Column("senders_theirs", "int64", "people of the same account among the writers"),
        Column("senders_ours", "int64", "colleagues among the writers"),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """`n_min`: mails below which the number of writers says nothing: our choice."""

    weights: Weights = field(default_factory=Weights)
    n_min: int = 5


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: in-degree in what reaches us, as To and Cc of it tell.

    Their own people are those at the same account on the day; of other organisations nobody counts.
    """
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    ours = touches.filter(~touches.is_in)
    theirs = known(tables["copies"], as_of=as_of)
    theirs = theirs.filter(theirs.sender_account_id == theirs.account_id)
    where = ("contact_id", "account_id")
    written = stacked(
        lately(ours, as_of=as_of).select(*where, sender=ours.colleague_id, is_ours=True),
        lately(theirs, as_of=as_of).select(*where, sender=theirs.sender_contact_id, is_ours=False),
    )
    pairs = of_persons(written, tables["contacts"])
    pairs = pairs.group_by(*where, "sender", "is_ours").agg(mails=pairs.count())
    rows = pairs.group_by(*where).agg(
        n=pairs.mails.sum(),
        senders_ours=pairs.is_ours.sum(),
        senders_theirs=(~pairs.is_ours).sum(),
    )
    senders = (rows.senders_ours + rows.senders_theirs).cast("float64")
    return declared(
        rows.mutate(
            value=(rows.n >= params.n_min).ifelse(senders, None),
            low=ibis.null("float64"),
            high=ibis.null("float64"),
        ),
        OUTPUT,
    )
