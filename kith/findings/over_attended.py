"""A customer who gets far more of us than customers who buy as much: a fact."""

from datetime import date

import ibis

from kith.findings.found import COLUMNS, Measures, key, newest, once_a_year
from kith.findings.prices import unfair
from kith.signals.money import years_ago
from kith.signals.persons import lately
from kith.signals.weights import Weights, counted
from kith.terms.finding import Claim, FindingKind

KIND = FindingKind.OVER_ATTENDED
CLAIM = Claim.FACT
PRICED = True
NUMBERS = ("touches", "usual", "times")

FAR = 2.0  # times what is usual
ENOUGH = 24  # touches of ours within the year: two a month
GREW = 1.1  # a customer who buys so many times as much as a year ago may be worth it


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Customers of more than a year with at least twice the usual attention, and more than nine in
    ten of the comparable get (signal `attention`), whose purchases have not grown.

    `times`: as many times the usual, in whole numbers; `usual`: touches of the comparable.
    """
    rows = measures["attention"]
    rows = rows.filter(rows.value >= FAR, rows.value > rows.high, rows.touches >= ENOUGH)
    rows = rows.semi_join(_settled(measures["account_waterfall"]), "account_id")
    rows = unfair(rows.filter(rows.touches > rows.peers_touches), measures)
    found = rows.select(
        "account_id",
        "touches",
        usual=rows.peers_touches.round().cast("int64"),
        times=rows.value.floor().cast("int64"),
        key=key(KIND, rows.account_id, once_a_year(as_of)),
        contact_id=ibis.null("int64"),
        colleague_id=ibis.null("int64"),
        since=ibis.literal(years_ago(as_of, 1)),
        urgency=ibis.literal(0.3),
    )
    ours = lately(counted(measures["touches"], as_of=as_of, weights=Weights()), as_of=as_of)
    ours = ours.filter(~ours.is_in | ours.is_call | ours.is_meeting)
    proof = newest(ours.semi_join(found, "account_id"), "account_id")
    return found.inner_join(proof, "account_id").select(*COLUMNS, *NUMBERS, "evidence")


def _settled(sold: ibis.Table) -> ibis.Table:
    """Customers of two years who do not buy more: a new one, and one that grows, takes effort."""
    grew = sold.invoice.cast("float64") >= GREW * sold.before_invoice.cast("float64")
    return sold.filter(sold.before_invoice > 0, ~grew)
