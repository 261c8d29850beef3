"""When were both sides last in touch, who with whom? See docs/signals/last_two_way.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis

from kith.signals.exchange import once
from kith.signals.output import days_between, declared
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"
EPOCH = date(1970, 1, 1)

OUTPUT = Shape(
    name="last_two_way",
    grain="one account with which both sides have been in touch",
    columns=(
        Column("account_id", "int64", "the contact's account on the day of the touch"),
        Column("value", "float64", "the day as a number, days since 1 January 1970: lists sort it"),
        Column("low", "float64", "null: a day has no sampling error", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "touches counted, both ways"),
        Column("day", "date", "the last day by which both sides had spoken"),
        Column("by_them", "boolean", "the touch of that day is theirs"),
        Column("activity_id", "int64", "that touch"),
        Column("theirs_id", "int64", "the contact in it"),
        Column("ours_id", "int64", "the colleague in it"),
        Column("kind", "string", "terms.words.Kind: through what"),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """What counts as a touch."""

    weights: Weights = field(default_factory=Weights)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: the last touch of the side that has been silent for longer; theirs where
    both spoke last on one day. An account where one side alone ever spoke has no row."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    each = once(touches, ("account_id",))
    sides = each.group_by("account_id").agg(
        n=each.count(),
        last_in=each.is_in.ifelse(each.day, None).max(),
        last_out=each.is_in.ifelse(None, each.day).max(),
    )
    sides = sides.filter(sides.last_in.notnull(), sides.last_out.notnull())
    sides = sides.mutate(
        day=ibis.least(sides.last_in, sides.last_out), by_them=sides.last_in <= sides.last_out
    )
    days = each.select("account_id", "activity_id", "is_in", when="day", at_instant="instant")
    last = sides.inner_join(
        days,
        [sides.account_id == days.account_id, sides.day == days.when, sides.by_them == days.is_in],
    ).drop("when")
    people = touches.select("account_id", "activity_id", "contact_id", "colleague_id", "kind")
    last = last.inner_join(people, ["account_id", "activity_id"])
    place = ibis.row_number().over(
        group_by=last.account_id,
        order_by=[
            last.at_instant.desc(), last.activity_id.desc(), last.contact_id, last.colleague_id,
        ],
    )  # fmt: skip
    first = last.mutate(place=place).filter(lambda t: t.place == 0)
    return declared(
        first.mutate(
            value=days_between(ibis.literal(EPOCH), first.day).cast("float64"),
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            theirs_id=first.contact_id,
            ours_id=first.colleague_id,
        ),
        OUTPUT,
    )
