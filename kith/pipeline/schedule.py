"""What is due, asked every minute. The work is rows with a state: a killed worker loses nothing."""

from datetime import datetime, timedelta

from kith.ledger.imports import readers as imports
from kith.ledger.rights import readers as rights
from kith.pipeline import erase
from kith.pipeline.aside import settle_accounts
from kith.pipeline.empty import sweep
from kith.pipeline.judge import due, judge
from kith.pipeline.levels import settle_levels
from kith.pipeline.refresh import standing_run
from kith.pipeline.upload_queue import work_through

REST = timedelta(minutes=2)  # an import that moved within it is under way: wait for its end


def tick(now: datetime) -> None:
    """Erases, imports and undoes what waits; lets stored mail follow accounts that became private;
    refreshes where the ledger has changed since the last run, or a new day has begun; looks back
    once a week, by night, at how often alarms were right; lets stored mail follow changed levels.
    """
    if rights.firm() is None:
        sweep()
        return
    erase.work_through()
    work_through()
    settle_accounts()  # before the refresh: nobody's privacy waits for a signal
    if not imports.moved_since(now - REST):
        standing_run()
        if due(now):
            judge(lambda _: None)
    settle_levels()
