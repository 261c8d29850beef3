"""On which days does the whole firm's mail nearly stand still? See docs/signals/days_off.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals.output import days_between, declared, last_days
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="days_off",
    grain="one day from the first on which anybody wrote to us, 20 years back at most",
    columns=(
        Column("day", "date", "the day"),
        Column("n", "int64", "incoming touches of that day"),
        Column("usual", "float64", "mean of the same weekday before; null: too few", nullable=True),
        Column("is_rest", "boolean", "hardly anybody ever writes on this weekday"),
        Column("off", "boolean", "a rest day, or far fewer wrote than usually on that weekday"),
        Column("counting", "int64", "days up to this one that are not off, this one included"),
    ),
)

SPAN = 7_305  # days looked back: 20 years


@dataclass(frozen=True, slots=True)
class Params:
    """What makes a day off: our choices, to be edited.

    - `window`: days before a day from which its weekday's usual is learnt.
    - `weeks`: fewest same weekdays among them.
    - `still`: the share of the usual at which mail nearly stands still.
    - `enough`: the usual below which so few may be chance (Poisson: 2 of 10 in one day of 360).
    - `rest`: share of an average weekday at which a weekday is one of rest.
    - `mails`: incoming touches in the window below which no weekday can be told from another.
    """

    window: int = 182
    weeks: int = 4
    still: float = 0.25
    enough: float = 10.0
    rest: float = 0.2
    mails: int = 100
    weights: Weights = field(default_factory=Weights)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`. A day is judged by earlier days alone, so that it stays what it was."""
    days = _days(tables["touches"], as_of, params)
    days = days.mutate(**_before(days, as_of, params))
    usual = days.on_weekday.cast("float64") / days.weeks
    usual = (days.weeks >= params.weeks).ifelse(usual, None)
    rest = (days.known >= params.mails) & (days.on_weekday * 7.0 <= days.known * params.rest)
    still = (usual >= params.enough) & (days.n <= usual * params.still)
    days = days.mutate(usual=usual, is_rest=rest.fill_null(False), still=still.fill_null(False))
    days = days.mutate(off=days.is_rest | days.still)
    up_to_it = ibis.cumulative_window(order_by=days.day)
    return declared(days.mutate(counting=(~days.off).cast("int64").sum().over(up_to_it)), OUTPUT)


def known(tables: Mapping[str, ibis.Table], *, as_of: date, weights: Weights) -> ibis.Table:
    """`OUTPUT` for another signal: `tables` may hold it, computed before as of the same day."""
    if OUTPUT.name in tables:
        return tables[OUTPUT.name]
    return signal(tables, as_of=as_of, params=Params(weights=weights))


def _days(touches: ibis.Table, as_of: date, params: Params) -> ibis.Table:
    """Every day up to `as_of`, with how much came in on it.

    Touches, not activities: to tell those apart costs more than it changes.
    """
    rows = counted(touches, as_of=as_of, weights=params.weights)
    rows = rows.filter(rows.is_in, rows.day > as_of - timedelta(days=SPAN))
    some = rows.group_by("day").agg(n=rows.count())
    first = some.agg(first=some.day.min())
    every = last_days(as_of, SPAN).cross_join(first).filter(lambda t: t.day >= t.first)
    return every.left_join(some, "day").select("day", n=lambda t: t.n.fill_null(0))


def _before(days: ibis.Table, as_of: date, params: Params) -> dict[str, ibis.Value]:
    """What came in the window before a day, and on its weekday there; how many such weekdays.

    Every day has its row, so that so many rows back are so many days.
    """
    weekday = days_between(days.day, ibis.literal(as_of)) % 7
    window = ibis.window(preceding=(params.window, 1), order_by=days.day)
    same = ibis.window(preceding=(params.window // 7, 1), group_by=weekday, order_by=days.day)
    return {
        "known": days.n.sum().over(window),
        "on_weekday": days.n.sum().over(same),
        "weeks": days.n.count().over(same),
    }
