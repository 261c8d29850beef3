"""Accounts that one colleague alone knows: if they left, nobody here would know anyone there."""

from datetime import date, timedelta

import ibis

from kith.findings.found import COLUMNS, YEAR, Measures, key, newest
from kith.findings.relations import of_business
from kith.terms.finding import Claim, FindingKind

KIND = FindingKind.HELD_BY_ONE
CLAIM = Claim.FACT
NUMBERS = ("accounts", "more", "touches")
FOR_MANAGERS = True  # nobody is told of themselves that they might leave

# Of the colleague with the account within the year: below it, it is no great loss.
ENOUGH = 20
EACH_SIDE = 0.2  # share of them that either side made: many a newsletter is answered once or twice
MOST = 0.5  # share of the account's touches: else others hear from it as well, and may know it
ALIVE = 90  # days within which the colleague must have had to do with it
FIRM = 2  # colleagues who know anybody: below it all the firm is one person, and they know


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Per colleague the accounts they write much with and where no other colleague knows a person
    (signal `leaving`): how many, and the biggest. `stake`: their share of the firm's year.
    """
    leaving = measures["leaving"]
    leaving = leaving.mutate(own=leaving.own_in + leaving.own_out)
    alone = of_business(leaving, measures).drop("thought")
    alone = alone.filter(
        alone.others == 0,
        alone.value >= MOST,
        alone.own >= ENOUGH,
        alone.own_in >= EACH_SIDE * alone.own,
        alone.own_out >= EACH_SIDE * alone.own,
        alone.last_day > as_of - timedelta(days=ALIVE),
    )
    firm = leaving.agg(knowing=leaving.colleague_id.nunique())
    whole = leaving.select("account_id", "n").distinct()
    whole = whole.agg(all_touches=whole.n.sum())
    sums = alone.group_by("colleague_id").agg(accounts=alone.count(), theirs=alone.own.sum())
    place = ibis.row_number().over(
        group_by=alone.colleague_id, order_by=[alone.own.desc(), alone.account_id]
    )
    biggest = alone.mutate(place=place).filter(lambda t: t.place == 0)
    rows = biggest.inner_join(sums, "colleague_id").cross_join(firm).cross_join(whole)
    rows = rows.filter(rows.knowing >= FIRM)
    found = rows.select(
        "account_id",
        "colleague_id",
        "accounts",
        contact_id=ibis.null("int64"),
        key=key(KIND, rows.colleague_id),
        since=rows.first_day,
        urgency=ibis.literal(0.4),
        more=rows.accounts - 1,
        touches=rows.own,
        stake=rows.theirs.cast("float64") / rows.all_touches,
    )
    proof = _evidence(measures["touches"], found, as_of)
    rows = found.inner_join(proof, "colleague_id")
    return rows.select(*COLUMNS, *NUMBERS, "stake", "evidence")


def _evidence(touches: ibis.Table, found: ibis.Table, as_of: date) -> ibis.Table:
    """The newest activities of the colleague with the biggest of the accounts."""
    past = touches.filter(
        touches.day <= as_of,
        touches.known_day <= as_of,
        touches.day > as_of - timedelta(days=YEAR),
        ~touches.is_mass,
        ~touches.is_automatic,
    )
    return newest(past.semi_join(found, ["colleague_id", "account_id"]), "colleague_id")
