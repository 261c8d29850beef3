"""Stands at one day of the ledger's past after the other, and compares with what came.

Signals see at each origin what was known by then, and are fitted anew there; who is who, and whose
account it is, is today's knowledge.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime

import ibis
from django.conf import settings

from kith.facts.engine import open_engine
from kith.facts.engine import tables as fact_tables
from kith.findings.backtest import cases as at_origin
from kith.findings.backtest import kinds
from kith.findings.backtest.origins import origins, span
from kith.findings.backtest.record import Counted, recorded
from kith.findings.backtest.trial import BUDGET, HORIZON, Trial, tried
from kith.findings.find import SIGNALS
from kith.ledger.rights import readers as rights
from kith.pipeline.extract import extract
from kith.pipeline.measure import measures
from kith.pipeline.turn import turn

Tables = Mapping[str, ibis.Table]
Report = Callable[[str], None]
OF_SILENCE = ("days_off", "ties", "contact_ties", "silence")
OF_KINDS = ("days_off", "relations", *SIGNALS)


@contextmanager
def ledger_facts(report: Report) -> Iterator[tuple[Tables, date]]:
    """The ledger's facts, brought up to date, and today. Raises NotReady where there is no firm."""
    today = rights.today_at(rights.founded(), datetime.now(UTC))
    with turn("refresh", wait=True):
        report("facts")
        extract()
        with open_engine(settings.KITH_ENGINE) as backend:
            yield fact_tables(backend, settings.KITH_FACTS), today


def silence_trial(
    tables: Tables, *, as_of: date, report: Report, horizon: int = HORIZON, budget: int = BUDGET
) -> Trial:
    """The signal `silence` as an alarm that somebody has stopped, on all that is known by `as_of`.

    At each origin every user gets the `budget` most unusual silences; an alarm proved right where
    the contact wrote no word within `horizon` days.
    """
    days, alarms, bins = _days(tables, as_of, horizon), [], []
    for day in days:
        report(str(day))
        with measures(tables, as_of=day, report=_quietly, names=OF_SILENCE) as measured:
            found = at_origin.cases(measured, origin=day, horizon=horizon, until=as_of)
            with found.cache() as rows:
                alarms += at_origin.alarms(rows, budget=budget).to_pyarrow().to_pylist()
                bins += at_origin.bins(rows).to_pyarrow().to_pylist()
    return tried(days, alarms, bins, horizon=horizon, budget=budget)


def kinds_record(
    tables: Tables, *, as_of: date, report: Report, newest: int | None = None
) -> dict[str, Counted]:
    """How often each kind of finding proved right at the origins (`newest`: of these the last)."""
    longest = max(right.days for right in kinds.RIGHTS.values())
    rows = []
    for day in _days(tables, as_of, longest)[-(newest or 0) :]:
        report(str(day))
        with measures(tables, as_of=day, report=_quietly, names=OF_KINDS) as measured:
            rows += list(kinds.at_origin(measured, origin=day, until=as_of))
    return recorded({kind: right.days for kind, right in kinds.RIGHTS.items()}, rows)


def _days(tables: Tables, as_of: date, horizon: int) -> list[date]:
    past = span(tables, as_of=as_of)
    return origins(*past, horizon=horizon) if past else []


def _quietly(_step: str) -> None:
    """A signal at one origin is no step worth telling."""
