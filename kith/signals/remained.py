"""What became of the people of the year before: the columns of both decay signals."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals.interval import wilson
from kith.signals.weights import Weights
from kith.terms.shapes import Column


@dataclass(frozen=True, slots=True)
class Params:
    """`year`: days of each of the two years compared. `n_min`: people below which their share is
    not told. Both are our choices."""

    year: int = 365
    n_min: int = 5
    weights: Weights = field(default_factory=Weights)


DEFAULTS = Params()

COLUMNS = (
    Column("value", "float64", "kept / n; null: few", nullable=True),
    Column("low", "float64", "lower end of its 90 % interval", nullable=True),
    Column("high", "float64", "upper end", nullable=True),
    Column("n", "int64", "contacts both ways in the year before the last"),
    Column("kept", "int64", "of them: both ways in the last year too"),
    Column("n_new", "int64", "contacts both ways in the last year, not in the one before"),
)


def two_way(rows: ibis.Table, by: tuple[str, ...], *, as_of: date, params: Params) -> ibis.Table:
    """Per `by`, whether there were touches in each direction in the last year (`holds`) and in the
    year before (`held`)."""
    turn = as_of - timedelta(days=params.year)
    rows = rows.filter(rows.day > turn - timedelta(days=params.year))
    last = rows.day > turn
    each = rows.group_by(*by).agg(
        in_last=(rows.is_in & last).max(),
        out_last=(~rows.is_in & last).max(),
        in_before=(rows.is_in & ~last).max(),
        out_before=(~rows.is_in & ~last).max(),
    )
    return each.mutate(holds=each.in_last & each.out_last, held=each.in_before & each.out_before)


def remained(people: ibis.Table, by: tuple[str, ...], *, params: Params) -> ibis.Table:
    """`COLUMNS` per `by`, of those who held anybody or do, from rows as `two_way` gives them."""
    people = people.filter(people.held | people.holds)
    sums = people.group_by(*by).agg(
        n=people.held.sum(),
        kept=(people.held & people.holds).sum(),
        n_new=(~people.held & people.holds).sum(),
    )
    low, high = wilson(sums.kept, sums.n)
    enough = sums.n >= params.n_min
    return sums.mutate(
        value=enough.ifelse(sums.kept / sums.n.nullif(0), None),
        low=enough.ifelse(low, None),
        high=enough.ifelse(high, None),
    )
