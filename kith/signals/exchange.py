"""Both directions side by side: the columns that all tie signals share, at whatever grain."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals.output import days_between
from kith.signals.weights import Weights, decay, decay_over
from kith.terms.shapes import Column


@dataclass(frozen=True, slots=True)
class Params:
    """The numbers behind a tie: our choices; docs/signals/ties.md says what they were tried on.

    - `out_share`: what our own words count beside theirs.
    - `n_min`: touches below which a tie has no value.
    - `points`, `step`: its past is the mean of its value at so many points, so many days apart.
    - `past_min`: a past below it, one mail of theirs, is too faint for a change to mean anything.
    - `fall`: the share of its past by which a tie must have fallen to be called fallen.
    """

    weights: Weights = field(default_factory=Weights)
    out_share: float = 0.5
    n_min: int = 3
    points: int = 6
    step: int = 30
    past_min: float = 1.0
    fall: float = 0.5


DEFAULTS = Params()

COLUMNS = (
    Column("value", "float64", "in30 + out_share * out30; null below n_min touches", nullable=True),
    Column("low", "float64", "null: a sum of what happened has no sampling error", nullable=True),
    Column("high", "float64", "null, as low", nullable=True),
    Column("n", "int64", "touches counted"),
    Column("in30", "float64", "decayed weight of what they sent"),
    Column("out30", "float64", "decayed weight of what we sent"),
    Column("past", "float64", "mean value at the six points before, 30 days apart", nullable=True),
    Column("change", "float64", "value / past - 1; -0.5: half is left", nullable=True),
    Column("fell", "boolean", "more than half of its past is gone", nullable=True),
    Column("n_in", "int64", "touches they made"),
    Column("n_out", "int64", "touches we made"),
    Column("n_email", "int64", "of all touches: mails"),
    Column("n_call", "int64", "calls"),
    Column("n_meeting", "int64", "meetings and visits"),
    Column("recipients", "float64", "mean addresses of a mail; null: no mail", nullable=True),
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
        day=rows.day.min(),
        instant=rows.instant.max(),
        weight=rows.weight.max(),
        addresses=rows.addresses.max(),
        is_call=rows.is_call.max(),
        is_meeting=rows.is_meeting.max(),
    )


def exchange(rows: ibis.Table, by: tuple[str, ...], *, as_of: date, params: Params) -> ibis.Table:
    """The columns of `COLUMNS` per `by`, from rows as `weights.counted` and `once` give them."""
    sides = _sides(rows, by, as_of=as_of, params=params)

    def theirs(column: ibis.Value) -> ibis.Value:
        return sides.is_in.ifelse(column, None).max()

    def ours(column: ibis.Value) -> ibis.Value:
        return sides.is_in.ifelse(None, column).max()

    share = sides.is_in.ifelse(1.0, params.out_share)
    both = sides.group_by(*by).agg(
        n=sides.n.sum(),
        n_in=theirs(sides.n).fill_null(0),
        n_out=ours(sides.n).fill_null(0),
        n_email=sides.n_email.sum(),
        n_call=sides.n_call.sum(),
        n_meeting=sides.n_meeting.sum(),
        addresses=sides.addresses.sum(),
        in30=theirs(sides.faded).fill_null(0.0),
        out30=ours(sides.faded).fill_null(0.0),
        was=(share * sides.was).sum(),
        in90=theirs(sides.n90).fill_null(0),
        out90=ours(sides.n90).fill_null(0),
        first_day=sides.first_day.min(),
        last_day=sides.last_day.max(),
        last_in_day=theirs(sides.last_day),
        last_out_day=ours(sides.last_day),
    )
    return _trend(both, as_of=as_of, params=params).mutate(
        low=ibis.null("float64"),
        high=ibis.null("float64"),
        recipients=both.addresses.cast("float64") / both.n_email.nullif(0),
        two_way=(both.n_in > 0) & (both.n_out > 0),
    )


def _trend(both: ibis.Table, *, as_of: date, params: Params) -> ibis.Table:
    """With value, past, change and fell; the last three null where the tie is younger than its
    past would be long, the last two also where that past is faint."""
    enough = both.n >= params.n_min
    long_ago = as_of - timedelta(days=params.points * params.step)
    rows = both.mutate(
        value=enough.ifelse(both.in30 + params.out_share * both.out30, None),
        past=(enough & (both.first_day <= long_ago)).ifelse(both.was, None),
    )
    change = (rows.past >= params.past_min).ifelse(rows.value / rows.past - 1.0, None)
    return rows.mutate(change=change, fell=change < -params.fall)


def _sides(rows: ibis.Table, by: tuple[str, ...], *, as_of: date, params: Params) -> ibis.Table:
    """One row per `by` and side that spoke."""
    age = days_between(rows.day, ibis.literal(as_of))
    faded = rows.weight * decay(rows.day, as_of=as_of, weights=params.weights)
    passed = ibis.least(age // params.step, params.points)
    mean = decay_over(passed, params.points, step=params.step, weights=params.weights)
    return rows.group_by(*by, "is_in").agg(
        n=rows.count(),
        n_email=rows.addresses.count(),
        n_call=rows.is_call.sum(),
        n_meeting=rows.is_meeting.sum(),
        addresses=rows.addresses.sum(),
        n90=(age < 90).sum(),
        faded=faded.sum(),
        was=(faded * mean).sum(),
        first_day=rows.day.min(),
        last_day=rows.day.max(),
    )
