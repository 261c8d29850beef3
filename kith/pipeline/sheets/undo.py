"""Takes a sheet's import back, in steps that may be cut off anywhere and run again.

1. The batch is marked as being undone; what of it others hold is noted.
2. Its lines go, or stay as if only the others had come; then heads, prices, products, customers.
3. Accounts are called otherwise, and are customers no more where no invoice says so.
"""

from collections.abc import Callable
from typing import Any

from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.rights.models import User
from kith.ledger.trade.undo_writers import GOODS, PAPERS, untell_lines, untell_rows
from kith.ledger.whole.customer_writers import unsay_some
from kith.ledger.whole.sheet_undo_writers import (
    untell_accounts,
    untell_customers,
    untell_domains,
)
from kith.pipeline.pace import Pace

FEWEST, MOST = 200, 50_000  # rows of one transaction: as many as take about GOAL
GOAL = 0.08  # seconds of work
Report = Callable[[str, int, int], None]
Step = Callable[..., tuple[int, int]]  # takes some rows back: how many, and where it stopped


def take_rows_back(batch: Batch, actor: User | None, say: Report) -> None:
    """All that the batch told of trade and of accounts."""
    total = batch.kept + Arrival.objects.filter(batch=batch).exclude(how=Arrival.CHANGED).count()
    done = 0
    for step, args in _steps():
        last = 0
        pace = Pace(GOAL, FEWEST, MOST, size=4 * FEWEST)
        while True:
            with pace.kept(pace.size):
                count, last = step(*args, batch, pace.size, after=last, actor=actor)
            if not count:
                break
            done += count
            say("rows", min(done, total), total)
    while unsay_some(actor=actor):
        pass


def _steps() -> list[tuple[Step, tuple[Any, ...]]]:
    return [
        (untell_lines, ()),
        *((untell_rows, (sort,)) for sort in PAPERS),
        (untell_customers, ()),
        (untell_domains, ()),
        (untell_accounts, ()),
        *((untell_rows, (sort,)) for sort in GOODS),
    ]
