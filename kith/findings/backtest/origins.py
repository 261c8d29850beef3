"""The days at which a backtest stands: the first of each month, from which it looks ahead."""

from collections.abc import Mapping
from datetime import date, timedelta

import ibis

from kith.signals.output import days_between
from kith.signals.weights import Weights, counted

WARM_UP = 180  # days of mail before the first origin: a rhythm wants to be known
EDGE = 0.01  # share of what came in that lies before the ledger's past begins, and after it ends


def span(tables: Mapping[str, ibis.Table], *, as_of: date) -> tuple[date, date] | None:
    """The first and the last day of the ledger's past; None where nobody ever wrote.

    The days by which 1 % and 99 % of what came in had come, so that a few mails from wrong clocks
    open no empty years, which would all count as silence.
    """
    rows = counted(tables["touches"], as_of=as_of, weights=Weights())
    each = rows.filter(rows.is_in).group_by("day").agg(n=ibis._.count())
    back = each.select(n=each.n, back=days_between(each.day, ibis.literal(as_of)))
    found = sorted(
        (as_of - timedelta(days=row["back"]), row["n"]) for row in back.to_pyarrow().to_pylist()
    )
    whole = sum(n for _, n in found)
    if not whole:
        return None
    come = 0
    first = last = found[0][0]
    for day, n in found:
        if come < EDGE * whole:
            first = day
        if come < (1 - EDGE) * whole:
            last = day
        come += n
    return first, last


def origins(first: date, last: date, *, horizon: int) -> list[date]:
    """First days of months, each with `WARM_UP` days before it and `horizon` days after it."""
    day, found = _next_month(first + timedelta(days=WARM_UP - 1)), []
    while day + timedelta(days=horizon) <= last:
        found.append(day)
        day = _next_month(day)
    return found


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
