"""The same kind of gift again, to an account that gave nothing back for the ones before: a fact."""

from datetime import date

import ibis

from kith.findings.found import COLUMNS, EVIDENCE, Measures, key, paper
from kith.findings.prices import unfair
from kith.signals.giveaways_given import gifts
from kith.signals.output import days_between
from kith.terms.finding import Claim, FindingKind

KIND = FindingKind.GIVEN_AGAIN
CLAIM = Claim.FACT
PRICED = True
NUMBERS = ("times", "gift", "days_ago")
PAPERS = ("giveaway",)

FRESH = 45  # days since the last one, beyond which it is no news
FADES = 30  # days in which urgency halves


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Accounts whose newest gift of a kind is the third or later in a row for which nothing came
    back (signal `giveaways_given`, its `cascade`). Amends for a fault of ours are no gift."""
    rows = measures["giveaways_given"]
    rows = unfair(rows.filter(rows.cascade), measures)
    rows = rows.select("account_id", "kind", times=rows.in_row)
    given = gifts(measures["giveaways"], as_of=as_of)
    given = given.filter(~given.after_complaint)
    given = given.select("giveaway_id", "account_id", "kind", "day")
    theirs = rows.inner_join(given, ["account_id", "kind"])
    place = ibis.row_number().over(
        group_by=theirs.account_id, order_by=[theirs.day.desc(), theirs.giveaway_id.desc()]
    )
    theirs = theirs.mutate(place=place).filter(lambda t: t.place < t.times)
    sums = theirs.group_by("account_id", "times", gift=theirs.kind).agg(
        last=theirs.giveaway_id.max(where=theirs.place == 0),
        last_day=theirs.day.max(),
        since=theirs.day.min(),
        giveaway=paper(theirs.day, theirs.giveaway_id).collect(where=theirs.place < EVIDENCE),
    )
    days_ago = days_between(sums.last_day, ibis.literal(as_of))
    found = sums.mutate(
        key=key(KIND, sums["last"]),
        contact_id=ibis.null("int64"),
        colleague_id=ibis.null("int64"),
        days_ago=days_ago,
        urgency=0.6 * ibis.literal(2.0).pow(-days_ago.cast("float64") / FADES),
    )
    found = found.filter(found.days_ago <= FRESH)
    return found.select(*COLUMNS, *NUMBERS, *PAPERS)
