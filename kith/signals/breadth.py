"""How many people, on their side and ours, really hold an account? See docs/signals/breadth.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals.exchange import once
from kith.signals.output import declared
from kith.signals.persons import lately, of_persons
from kith.signals.weights import Weights, counted, decay
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="breadth",
    grain="one account with at least one counted touch within 365 days",
    columns=(
        Column("account_id", "int64", "the contact's account on the day of the touch"),
        Column(
            "value",
            "float64",
            "effective people there, exp(-sum s ln s) of their shares of in30; null below n_min",
            nullable=True,
        ),
        Column("low", "float64", "null: shares of what happened, no estimate", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "touches that persons there made within 365 days"),
        Column("contacts_two_way_90", "int64", "persons there, both ways within 90 days"),
        Column("contacts_two_way_365", "int64", "the same within 365 days"),
        Column("top_contact_id", "int64", "who has the largest share", nullable=True),
        Column("top_contact_share", "float64", "that share, 0 to 1", nullable=True),
        Column("colleagues_effective", "float64", "effective people on our side", nullable=True),
        Column("colleagues_two_way_90", "int64", "colleagues, both ways within 90 days"),
        Column("colleagues_two_way_365", "int64", "the same within 365 days"),
        Column("holder_id", "int64", "the colleague with the largest share", nullable=True),
        Column("holder_share", "float64", "that share, 0 to 1", nullable=True),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """`n_min`: touches of theirs below which shares say nothing: our choice."""

    weights: Weights = field(default_factory=Weights)
    n_min: int = 3


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: on each side, how the incoming weight of a year spreads over people.

    Anyone in the firm counts on our side. Shares stand still while nothing happens: all weights
    fade alike.
    """
    year = lately(counted(tables["touches"], as_of=as_of, weights=params.weights), as_of=as_of)
    theirs = _side(of_persons(year, tables["contacts"]), "contact_id", as_of, params)
    ours = _side(year, "colleague_id", as_of, params)
    rows = ours.left_join(theirs, "account_id", lname="our_{name}", rname="their_{name}")
    return declared(
        rows.mutate(
            account_id=rows.our_account_id,
            value=rows.their_effective,
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            n=rows.their_n.fill_null(0),
            contacts_two_way_90=rows.their_two_way_90.fill_null(0),
            contacts_two_way_365=rows.their_two_way_365.fill_null(0),
            top_contact_id=rows.contact_id,
            top_contact_share=rows.their_share,
            colleagues_effective=rows.our_effective,
            colleagues_two_way_90=rows.our_two_way_90,
            colleagues_two_way_365=rows.our_two_way_365,
            holder_id=rows.colleague_id,
            holder_share=rows.our_share,
        ),
        OUTPUT,
    )


def _side(rows: ibis.Table, who: str, as_of: date, params: Params) -> ibis.Table:
    """Per account of `rows`: the people `who`, how many, how evenly, and the foremost of them."""
    people = _people(rows, who, as_of, params)
    sums = people.group_by("account_id").agg(
        n=people.n_in.sum(),
        total=people.in30.sum(),
        # Null where nothing came from somebody: x ln x is 0 at 0.
        entropy=(people.in30 * people.in30.nullif(0.0).ln()).sum(),
        two_way_90=_both(people, as_of, 90),
        two_way_365=_both(people, as_of, 365),
    )
    place = ibis.row_number().over(
        group_by=people.account_id,
        # Rounded: two engines add up the same touches in two orders.
        order_by=[people.in30.round(6).desc(), people.n_in.desc(), people[who]],
    )
    first = people.mutate(place=place).filter(lambda t: t.place == 0)
    both = sums.left_join(first.select("account_id", who, first=first.in30), "account_id").drop(
        "account_id_right"
    )
    enough = both.n >= params.n_min
    return both.mutate(
        effective=enough.ifelse((both.total.ln() - both.entropy / both.total).exp(), None),
        share=enough.ifelse(both["first"] / both.total, None),
        **{who: enough.ifelse(both[who], None)},
    ).drop("total", "entropy", "first")


def _people(rows: ibis.Table, who: str, as_of: date, params: Params) -> ibis.Table:
    each = once(rows, ("account_id", who))
    faded = each.weight * decay(each.day, as_of=as_of, weights=params.weights)
    return each.group_by("account_id", who).agg(
        in30=each.is_in.ifelse(faded, 0.0).sum(),
        n_in=each.is_in.sum(),
        last_in=each.is_in.ifelse(each.day, None).max(),
        last_out=each.is_in.ifelse(None, each.day).max(),
    )


def _both(people: ibis.Table, as_of: date, days: int) -> ibis.Value:
    """How many of them had touches in both directions within so many days."""
    after = as_of - timedelta(days=days)
    both = (people.last_in > after) & (people.last_out > after)
    return both.fill_null(False).sum()
