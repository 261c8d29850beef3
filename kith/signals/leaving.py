"""Which accounts would nobody here know if a colleague left? See docs/signals/leaving.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis

from kith.signals.exchange import once
from kith.signals.output import declared
from kith.signals.persons import lately, of_persons
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="leaving",
    grain="one colleague x account where they write both ways with a person within 365 days",
    columns=(
        Column("colleague_id", "int64", "who might leave"),
        Column("account_id", "int64", "where they know somebody"),
        Column(
            "value",
            "float64",
            "share of the account's touches in which they took part; null below n_min",
            nullable=True,
        ),
        Column("low", "float64", "null: a share of what happened, no estimate", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "the account's touches with persons within 365 days"),
        Column("own_in", "int64", "those they made to the colleague"),
        Column("own_out", "int64", "those the colleague made"),
        Column("contacts", "int64", "persons there with whom they write both ways"),
        Column("others", "int64", "further colleagues who write both ways with a person there"),
        Column("first_day", "date", "of their touches within the 365 days"),
        Column("last_day", "date", "of their last touch"),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """`n_min`: touches below which a share says nothing: our choice."""

    weights: Weights = field(default_factory=Weights)
    n_min: int = 3


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`. `others` 0: if the colleague left, nobody here would know anyone there.

    To know somebody is a touch in each direction with one person who works there today.
    """
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    year = of_persons(lately(touches, as_of=as_of), tables["contacts"])
    held = _held(year)
    own = once(year, ("colleague_id", "account_id"))
    own = own.group_by("colleague_id", "account_id").agg(
        own_in=own.is_in.sum(),
        own_out=(~own.is_in).sum(),
        first_day=own.day.min(),
        last_day=own.day.max(),
    )
    whole = once(year, ("account_id",))
    whole = whole.group_by("account_id").agg(n=whole.count())
    knowing = held.group_by("account_id").agg(knowing=held.count())
    rows = held.inner_join(own, ["colleague_id", "account_id"])
    rows = rows.inner_join(whole, "account_id").inner_join(knowing, "account_id")
    share = (rows.own_in + rows.own_out).cast("float64") / rows.n
    return declared(
        rows.mutate(
            value=(rows.n >= params.n_min).ifelse(share, None),
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            others=rows.knowing - 1,
        ),
        OUTPUT,
    )


def _held(year: ibis.Table) -> ibis.Table:
    """Colleague x account, with the number of persons there they write both ways with."""
    pairs = year.group_by("colleague_id", "account_id", "contact_id").agg(
        two_way=year.is_in.min() != year.is_in.max()
    )
    pairs = pairs.filter(pairs.two_way)
    return pairs.group_by("colleague_id", "account_id").agg(contacts=pairs.count())
