"""Stands at one day of the ledger's past after the other, and compares with what came.

Signals see at each origin what was known by then, and are fitted anew there; who is who, and whose
account it is, is today's knowledge.
"""

from collections.abc import Callable, Mapping
from datetime import date

import ibis

from kith.findings.backtest import cases as at_origin
from kith.findings.backtest.origins import origins, span
from kith.findings.backtest.trial import BUDGET, HORIZON, Trial, tried
from kith.pipeline.measure import measures

READS = ("days_off", "ties", "contact_ties", "silence")


def silence_trial(
    tables: Mapping[str, ibis.Table],
    *,
    as_of: date,
    report: Callable[[str], None],
    horizon: int = HORIZON,
    budget: int = BUDGET,
) -> Trial:
    """The signal `silence` as an alarm that somebody has stopped, on all that is known by `as_of`.

    At each origin every user gets the `budget` most unusual silences; an alarm proved right where
    the contact wrote no word within `horizon` days.
    """
    past = span(tables, as_of=as_of)
    days = origins(*past, horizon=horizon) if past else []
    alarms, bins = [], []
    for day in days:
        report(str(day))
        with measures(tables, as_of=day, report=lambda _: None, names=READS) as measured:
            found = at_origin.cases(measured, origin=day, horizon=horizon, until=as_of)
            with found.cache() as rows:
                alarms += at_origin.alarms(rows, budget=budget).to_pyarrow().to_pylist()
                bins += at_origin.bins(rows).to_pyarrow().to_pylist()
    return tried(days, alarms, bins, horizon=horizon, budget=budget)
