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
    """The columns of `COLUMNS` per `by`, from rows with day, is_in and weight (before decay)."""
    sides = _sides(rows, by, as_of=as_of, weights=params.weights)

    def theirs(column: ibis.Value) -> ibis.Value:
        return sides.is_in.ifelse(column, None).max()

    def ours(column: ibis.Value) -> ibis.Value:
        return sides.is_in.ifelse(None, column).max()

    both = sides.group_by(*by).agg(
        n=sides.n.sum(),
        n_in=theirs(sides.n).fill_null(0),
        n_out=ours(sides.n).fill_null(0),
        in30=theirs(sides.faded).fill_null(0.0),
        out30=ours(sides.faded).fill_null(0.0),
        days_in=theirs(sides.days).fill_null(0),
        days_out=ours(sides.days).fill_null(0),
        in90=theirs(sides.n90).fill_null(0),
        out90=ours(sides.n90).fill_null(0),
        first_day=sides.first_day.min(),
        last_day=sides.last_day.max(),
        last_in_day=theirs(sides.last_day),
        last_out_day=ours(sides.last_day),
    )
    value = both.in30 + params.out_share * both.out30
    return both.mutate(
        value=(both.n >= params.n_min).ifelse(value, None),
        low=ibis.null("float64"),
        high=ibis.null("float64"),
        two_way=(both.n_in > 0) & (both.n_out > 0),
    )


def _sides(rows: ibis.Table, by: tuple[str, ...], *, as_of: date, weights: Weights) -> ibis.Table:
    """One row per `by` and side that spoke.

    Grouped by day first: counting the days as distinct values costs half as much again.
    """
    days = rows.group_by(*by, "is_in", "day").agg(n=rows.count(), weight=rows.weight.sum())
    recent = days.day > as_of - timedelta(days=90)
    return days.group_by(*by, "is_in").agg(
        n=days.n.sum(),
        n90=recent.ifelse(days.n, 0).sum(),
        days=days.count(),
        faded=(days.weight * decay(days.day, as_of=as_of, weights=weights)).sum(),
        first_day=days.day.min(),
        last_day=days.day.max(),
    )
