"""Facts, signals, findings, as of a day; kept as a run that readers see only once it is whole.

1. Mirror the fact views to Parquet: only the parts whose stamp moved.
2. Compute the signals on the engine.
3. Keep their values as gauges, changed rows only.
4. Find what they say, and keep the findings.
5. Finish the run: from here readers see it. Ask who is who, and what was given away; clear what
   nobody will read again.

Killed anywhere, the run was never seen; the next one of its series wipes it and starts anew.
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module

from django.conf import settings

from kith.facts.garbage import few_looks_for_garbage
from kith.ledger.imports.readers import stamp_total
from kith.ledger.insights.models import LIVE, Run
from kith.ledger.insights.readers import (
    dead_runs,
    gauges_of_run,
    newest_run,
    outdated_gauges,
)
from kith.ledger.insights.writers import (
    finish_run,
    forget_run,
    prune_gauges,
    start_run,
)
from kith.ledger.rights import readers as rights
from kith.pipeline.extract import extract
from kith.pipeline.turn import turn

Report = Callable[[str], None]


def refresh(*, as_of: date | None = None, report: Report | None = None) -> Run:
    """A new finished run: today's (as_of None), or one of a past day, kept beside it.

    `report` is told each step as it begins. Waits for a refresh that is under way. Raises NotReady
    where there is no firm yet.
    """
    say = report or (lambda step: None)  # noqa: ARG005 - nobody listens
    day, series = _place(as_of)
    with few_looks_for_garbage(), turn("refresh", wait=True):
        for dead in dead_runs(series):
            _forget(dead)
        last = newest_run(series)
        run = start_run(day, series=series, actor=None)
        try:
            return _refresh(run, last, say)
        except BaseException:
            _forget(run)
            raise


def standing_run(*, as_of: date | None = None, report: Report | None = None) -> Run:
    """The newest run of the day if the ledger has not changed since, else a new one."""
    day, series = _place(as_of)
    run = newest_run(series)
    if run and run.as_of == day and run.report.get("stamps") == stamp_total():
        return run
    return refresh(as_of=as_of, report=report)


def _forget(run: Run) -> None:
    """Wipes what an unfinished run left, which nobody ever saw."""
    for ids in gauges_of_run(run):
        prune_gauges(ids, actor=None)
    forget_run(run, actor=None)


def _place(as_of: date | None) -> tuple[date, str]:
    """The day, and the series its runs belong to."""
    today = rights.today_at(rights.founded(), datetime.now(UTC))
    day = today if as_of is None else as_of
    return day, LIVE if day == today else str(day)


def _refresh(run: Run, last: Run | None, say: Report) -> Run:
    began = time.perf_counter()
    say("facts")
    total = stamp_total()  # read first: what changes meanwhile is due again
    mirrored = extract(meanwhile=_load)
    mirrored_at = time.perf_counter()
    from kith.pipeline.conclude import ask, conclude
    from kith.pipeline.gauges import keep_only

    folder = settings.HOME / "gauges" / run.series
    concluded = conclude(run, last, folder, say)
    report = {
        "stamps": total,
        "facts": mirrored.rows,
        "inputs": concluded.inputs,
        "facts_rebuilt": len(mirrored.built),
        "gauges": concluded.gauges,
        "findings": len(concluded.found),
        "seconds": {
            "facts": round(mirrored_at - began, 3),
            "signals": round(concluded.measured_at - mirrored_at, 3),
            "all": round(time.perf_counter() - began, 3),
        },
    }
    run = finish_run(run, concluded.found, report, actor=None)
    ask(concluded)
    keep_only(folder, run)
    for ids in outdated_gauges(run):
        prune_gauges(ids, actor=None)
    return run


def _load() -> None:
    """The engine and all that thinks: half a second, in which the process beside copies."""
    import_module("kith.pipeline.conclude")
