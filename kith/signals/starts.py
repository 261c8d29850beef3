"""Who starts, and who gives how much: the columns of both balance signals, at whatever grain."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals.exchange import once
from kith.signals.interval import beta_above, beta_high, beta_low
from kith.signals.output import days_between
from kith.signals.weights import Weights
from kith.terms.shapes import Column


@dataclass(frozen=True, slots=True)
class Params:
    """What counts as a start, and when it is always the same who makes it: our choices.

    - `within`: the days looked back.
    - `pause`: days without a touch in either direction after which the next is a start.
    - `n_min`: starts below which nothing is said of their share.
    - `mostly`, `sure`: one-sided where our share is above `mostly` with a probability above `sure`.
    """

    within: int = 365
    pause: int = 14
    n_min: int = 8
    mostly: float = 0.8
    sure: float = 0.9
    weights: Weights = field(default_factory=Weights)


DEFAULTS = Params()

COLUMNS = (
    Column("value", "float64", "share of starts expected to be ours; null: few", nullable=True),
    Column("low", "float64", "lower end of its 90 % interval", nullable=True),
    Column("high", "float64", "upper end", nullable=True),
    Column("n", "int64", "starts within the year, after two weeks without a touch"),
    Column("started_by_us", "int64", "of them: ours"),
    Column("mostly_us", "float64", "probability that our share is above 0.8", nullable=True),
    Column("one_sided", "boolean", "that probability is above 0.9", nullable=True),
    Column("reciprocity", "float64", "2 min / sum of n_in and n_out, 0 to 1", nullable=True),
    Column("n_in", "int64", "touches they made within the year"),
    Column("n_out", "int64", "touches we made within the year"),
)


def balance(touches: ibis.Table, by: str, *, as_of: date, params: Params) -> ibis.Table:
    """The columns of `COLUMNS` per `by`, from touches as `weights.counted` gives them.

    What lies further back than a pause before the year makes no difference to what is a start in
    it; two days more, as colleagues in two zones may date one activity differently.
    """
    far = as_of - timedelta(days=params.within + params.pause + 2)
    days = _days(once(touches.filter(touches.day > far), (by,)), by, params)
    year = days.filter(days.day > as_of - timedelta(days=params.within))
    sums = year.group_by(by).agg(
        n=year.starts.sum(),
        started_by_us=(year.starts & year.we_first).sum(),
        n_in=year.n_in.sum(),
        n_out=year.n_out.sum(),
    )
    both = (sums.n_in + sums.n_out).cast("float64")
    sums = sums.mutate(reciprocity=2.0 * ibis.least(sums.n_in, sums.n_out) / both)
    found = sums.left_join(_shares(sums, params), ["n", "started_by_us"])
    return found.mutate(one_sided=found.mostly_us > params.sure)


def _days(rows: ibis.Table, by: str, params: Params) -> ibis.Table:
    """A row per `by` and day: what each side did, who did it first, and whether that is a start."""
    days = rows.group_by(by, "day").agg(
        n_in=rows.is_in.sum(),
        n_out=(~rows.is_in).sum(),
        first_in=rows.is_in.ifelse(rows.instant, None).min(),
        first_out=rows.is_in.ifelse(None, rows.instant).min(),
    )
    before = days.day.lag().over(group_by=days[by], order_by=days.day)
    gap = days_between(before, days.day)
    return days.mutate(
        # At one instant: theirs, so that nobody is said to push who may have answered.
        we_first=days.first_in.isnull() | (days.first_out < days.first_in).fill_null(False),
        starts=before.isnull() | (gap > params.pause).fill_null(False),
    )


def _shares(sums: ibis.Table, params: Params) -> ibis.Table:
    """What k of n starts tell of the share, under Beta(1, 1): a row per n and k that there are.

    Posterior Beta(k + 1, n - k + 1): its mean, 5 % and 95 % quantiles, and P(share > mostly).
    """
    cases = sums.filter(sums.n >= params.n_min).select("n", "started_by_us").distinct()
    a = (cases.started_by_us + 1).cast("float64")
    b = (cases.n - cases.started_by_us + 1).cast("float64")
    cases = cases.mutate(a=a, b=b, mostly=ibis.literal(params.mostly))
    return cases.mutate(
        value=cases.a / (cases.a + cases.b),
        low=beta_low(cases.a, cases.b),
        high=beta_high(cases.a, cases.b),
        mostly_us=beta_above(cases.a, cases.b, cases.mostly),
    ).drop("a", "b", "mostly")
