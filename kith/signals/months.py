"""How much passed both ways, month by month? See docs/signals/months.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis

from kith.signals.exchange import once
from kith.signals.output import declared
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="months",
    grain="one account with a counted touch within the months looked at",
    columns=(
        Column("account_id", "int64", "the contact's account on the day of the touch"),
        Column("value", "float64", "touches of a month, the mean over all of them"),
        Column(
            "low", "float64", "null: a count of what happened has no sampling error", nullable=True
        ),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "touches within these months"),
        Column("month", "date", "the first day of the last month, that of as_of"),
        Column("theirs", "string", "touches they made, a number a month, oldest first, by commas"),
        Column("ours", "string", "touches we made, likewise"),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """`months`: how many, the one of `as_of` included: two years, so that every month has the one
    a year before beside it. Our choice."""

    months: int = 24
    weights: Weights = field(default_factory=Weights)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: touches a calendar month, each activity once for the account."""
    rows = once(counted(tables["touches"], as_of=as_of, weights=params.weights), ("account_id",))
    now = as_of.year * 12 + as_of.month
    back = now - (rows.day.year().cast("int32") * 12 + rows.day.month().cast("int32"))
    rows = rows.mutate(back=back).filter(lambda t: t.back < params.months)
    each = rows.group_by("account_id", "is_in", "back").agg(n=rows.count())

    def made(is_in: ibis.Value) -> ibis.Value:
        counts = [
            (is_in & (each.back == back)).ifelse(each.n, 0).sum().cast("int64").cast("string")
            for back in reversed(range(params.months))
        ]
        return ibis.literal(",").join(counts)

    return declared(
        each.group_by("account_id")
        .agg(
            value=each.n.sum().cast("float64") / params.months,
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            n=each.n.sum(),
            theirs=made(each.is_in),
            ours=made(~each.is_in),
        )
        .mutate(month=ibis.literal(as_of.replace(day=1))),
        OUTPUT,
    )
