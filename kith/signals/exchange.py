"""Both directions side by side: the columns that all tie signals share, at whatever grain."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals.weights import Weights, decay
from kith.terms.shapes import Column


@dataclass(frozen=True, slots=True)
class Params:
    """`out_share`: what our own words count beside theirs; `n_min`: touches below which a tie has
    no value. Both are our choices; see docs/signals/ties.md for what they were tried on."""

    weights: Weights = field(default_factory=Weights)
    out_share: float = 0.5
    n_min: int = 3


DEFAULTS = Params()

COLUMNS = (
    Column("value", "float64", "in30 + out_share * out30; null below n_min touches", nullable=True),
    Column("low", "float64", "null: a sum of what happened has no sampling error", nullable=True),
    Column("high", "float64", "null, as low", nullable=True),
    Column("n", "int64", "touches counted"),
    Column("in30", "float64", "decayed weight of what they sent"),
    Column("out30", "float64", "decayed weight of what we sent"),
    Column("n_in", "int64", "touches they made"),
    Column("n_out", "int64", "touches we made"),
    Column("days_in", "int64", "days on which they made one"),
    Column("days_out", "int64", "days on which we made one"),
    Column("in90", "int64", "touches they made in the last 90 days"),
    Column("out90", "int64", "touches we made in the last 90 days"),
    Column("first_day", "date", "of the first touch"),
    Column("last_in_day", "date", "of their last touch", nullable=True),
    Column("last_out_day", "date", "of our last touch", nullable=True),
    Column("last_day", "date", "of the last touch"),
    Column("two_way", "boolean", "both sides have made one"),
)


def once(rows: ibis.Table, by: tuple[str, ...]) -> ibis.Table:
    """One row per activity and `by`, however many colleagues or contacts were on it.

    Its day is the earliest of theirs: colleagues in two zones may date one mail differently.
    """
    return rows.group_by(*by, "activity_id", "is_in").agg(
        day=rows.day.min(), instant=rows.instant.max(), weight=rows.weight.max()
    )


def exchange(rows: ibis.Table, by: tuple[str, ...], *, as_of: date, params: Params) -> ibis.Table:
    """The columns of `COLUMNS` per `by`, from rows with day, is_in and weight (before decay).

    Grouped by day first, so that days are counted without keeping a set of them per group.
    """
    days = rows.group_by(*by, "day").agg(
        d_in=rows.is_in.sum(),
        d_out=(~rows.is_in).sum(),
        w_in=rows.is_in.ifelse(rows.weight, 0.0).sum(),
        w_out=rows.is_in.ifelse(0.0, rows.weight).sum(),
    )
    days = days.mutate(fade=decay(days.day, as_of=as_of, weights=params.weights))
    recent = days.day > as_of - timedelta(days=90)
    sums = days.group_by(*by).agg(
        n_in=days.d_in.sum(),
        n_out=days.d_out.sum(),
        in30=(days.w_in * days.fade).sum(),
        out30=(days.w_out * days.fade).sum(),
        days_in=(days.d_in > 0).sum(),
        days_out=(days.d_out > 0).sum(),
        in90=recent.ifelse(days.d_in, 0).sum(),
        out90=recent.ifelse(days.d_out, 0).sum(),
        first_day=days.day.min(),
        last_in_day=(days.d_in > 0).ifelse(days.day, None).max(),
        last_out_day=(days.d_out > 0).ifelse(days.day, None).max(),
        last_day=days.day.max(),
    )
    n = sums.n_in + sums.n_out
    value = sums.in30 + params.out_share * sums.out30
    return sums.mutate(
        n=n,
        value=(n >= params.n_min).ifelse(value, None),
        low=ibis.null("float64"),
        high=ibis.null("float64"),
        two_way=(sums.n_in > 0) & (sums.n_out > 0),
    )
