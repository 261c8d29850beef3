"""What "proved right" means for a kind of finding, and how it is read from later rows.

Each rule that can be judged so declares a `RIGHT`. Ours to choose; docs/backtest.md says
why. Kinds without one state how things are (who knows whom), which no later mail refutes.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import ibis

from kith.findings.found import Measures
from kith.signals.weights import Weights, counted
from kith.terms.words import Direction


@dataclass(frozen=True, slots=True)
class Right:
    """A finding proved right where within `days` days `silent` had no word with its `of`.

    - `of`: 'contact_id' or 'account_id'.
    - `silent`: `IN`, that they wrote nothing; `OUT`, that we did not.
    - `or_asked`: right, too, where they asked again before we wrote.
    """

    days: int
    of: str
    silent: Direction
    or_asked: bool = False


def proved(
    found: ibis.Table, measures: Measures, right: Right, *, as_of: date, until: date
) -> ibis.Table:
    """`found` as `key` and `right`, from what happened after `as_of` as it is known by `until`.

    Without those of whom nobody could tell (`watched`).
    """
    later = counted(measures["touches"], as_of=until, weights=Weights())
    end = as_of + timedelta(days=right.days)
    rows = found.semi_join(watched(measures["ties"], later, right.of, end=end), right.of)
    later = later.filter(later.day > as_of, later.day <= end)
    spoke = later.is_in if right.silent is Direction.IN else ~later.is_in
    each = later.group_by(who=later[right.of]).agg(
        spoke=later.instant.min(where=spoke),
        asked=later.instant.min(where=later.is_in & later.asks),
    )
    rows = rows.left_join(each, [(right.of, "who")])
    silent = rows.spoke.isnull()
    if right.or_asked:
        silent = silent | (rows.asked < rows.spoke).fill_null(False)
    return rows.select("key", right=silent)


def watched(ties: ibis.Table, later: ibis.Table, of: str, *, end: date) -> ibis.Table:
    """The contacts (accounts) that one colleague at least knew whose mail goes on until `end`.

    Of the others nobody could tell whether they wrote: the mailbox ends before.
    """
    last = later.group_by("colleague_id").agg(last=later.day.max())
    lives = last.filter(last.last >= end)
    return ties.filter(ties[of].notnull()).semi_join(lives, "colleague_id").select(of).distinct()
