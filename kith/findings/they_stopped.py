"""An account that spoke with us month after month, and now answers none of our mails: a fact."""

from datetime import date

import ibis

from kith.findings import sides
from kith.findings.found import COLUMNS, Measures, key
from kith.findings.right import Right
from kith.terms.finding import Claim, FindingKind
from kith.terms.words import Direction

KIND = FindingKind.THEY_STOPPED
CLAIM = Claim.FACT
RIGHT = Right(days=30, of="account_id", silent=Direction.IN)
NUMBERS = ("elapsed", "longest_gap", "n_out", "colleagues")

SHORTEST = 14  # days without a word of theirs below which nothing is said
LONGEST = 180  # beyond it there is nothing left to save by a call today
TRIES = 3  # different days on which we wrote since: fewer are no try
PATIENCE = 2  # days that the last of ours has had
FADES = 60  # days past the longest pause in which urgency halves


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Accounts in touch both ways in three of the six months before their last word, silent since
    for longer than ever in the year before it, though we wrote on three days."""
    ties = measures["account_ties"]
    likely = ties.filter(ties.two_way, ties.last_out_day >= sides.ago(as_of, LONGEST))
    touches = sides.near(measures, likely, as_of=as_of)
    rows = sides.silent(sides.days(touches), "theirs", as_of=as_of)
    rows = rows.filter(
        rows.months >= sides.REGULAR,
        rows.elapsed > rows.longest_gap,
        rows.elapsed >= SHORTEST,
        rows.elapsed <= LONGEST,
        rows.others >= TRIES,
    )
    after = sides.since(touches, rows)
    ours = sides.writers(after.filter(after.day > after.last))
    rows = rows.inner_join(ours, "account_id")
    over = (rows.elapsed - rows.longest_gap).cast("float64")
    found = rows.mutate(
        key=key(KIND, rows.account_id, rows.last),
        contact_id=ibis.null("int64"),
        since=rows.last,
        urgency=ibis.literal(2.0).pow(-over / FADES),
    )
    impatient = ties.filter(ties.last_out_day > sides.ago(as_of, PATIENCE))
    found = found.anti_join(impatient, "account_id")
    return sides.evidence(after, found).select(*COLUMNS, *NUMBERS, "evidence")
