"""An account that we spoke with month after month, and to which nobody here has written for longer
than ever: a fact."""

from datetime import date

import ibis

from kith.findings import sides
from kith.findings.found import COLUMNS, Measures, key
from kith.findings.right import Right
from kith.terms.finding import Claim, FindingKind
from kith.terms.words import Direction

KIND = FindingKind.WE_STOPPED
CLAIM = Claim.FACT
RIGHT = Right(days=30, of="account_id", silent=Direction.OUT)
NUMBERS = ("elapsed", "longest_gap", "in_since")

SHORTEST = 30  # days without a word of ours below which nothing is said: a month is soon over
LONGEST = 180  # beyond it there is nothing left to save by a call today
TRIES = 2  # different days on which they wrote since: once may be the answer that ended a talk
FADES = 60  # days past the longest pause in which urgency halves


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Accounts in touch both ways in three of the six months before our last word, which is longer
    ago than any pause of ours in the year before it; people there have written since.

    Where they have not, nobody stopped before the other: signal `silence` speaks of that.
    """
    ties = measures["account_ties"]
    likely = ties.filter(
        ties.two_way,
        ties.last_out_day >= sides.ago(as_of, LONGEST),
        ties.last_out_day <= sides.ago(as_of, SHORTEST),
    )
    touches = sides.near(measures, likely, as_of=as_of)
    rows = sides.silent(sides.days(touches), "ours", as_of=as_of)
    rows = rows.filter(
        rows.months >= sides.REGULAR,
        rows.elapsed > rows.longest_gap,
        rows.elapsed >= SHORTEST,
        rows.elapsed <= LONGEST,
        rows.others >= TRIES,
    )
    over = (rows.elapsed - rows.longest_gap).cast("float64")
    found = rows.mutate(
        key=key(KIND, rows.account_id, rows.last),
        contact_id=ibis.null("int64"),
        colleague_id=ibis.null("int64"),
        since=rows.last,
        in_since=rows.others,
        urgency=ibis.literal(2.0).pow(-over / FADES),
    )
    return sides.evidence(sides.since(touches, rows), found).select(*COLUMNS, *NUMBERS, "evidence")
