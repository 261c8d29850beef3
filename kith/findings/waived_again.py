"""An account was let off a price rise again, while it buys less: a fact."""

from datetime import date

import ibis

from kith.findings.found import COLUMNS, EVIDENCE, Measures, key, paper
from kith.findings.prices import unfair
from kith.signals.output import days_between
from kith.terms.finding import Claim, FindingKind
from kith.terms.trade_words import WaiverKind

KIND = FindingKind.WAIVED_AGAIN
CLAIM = Claim.FACT
PRICED = True
NUMBERS = ("percent", "before", "how", "fall")
PAPERS = ("waiver", "rise")

FRESH = 60  # days since the last waiver, beyond which it is no news
FELL = 0.05  # share by which they must buy less than in the year before
FADES = 60  # days in which urgency halves


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Accounts let off the newest rises that met them, two or more in a row, the last within
    `FRESH` days, whose purchases fell. `percent`: the last rise; `before`: waivers before it;
    `fall`: whole percent less within twelve months than in the twelve before."""
    row = _in_row(measures["rise_realisation"])
    waivers = measures["waivers"]
    waivers = waivers.select("waiver_id", waived_day="day")
    row = row.inner_join(waivers, "waiver_id")
    sums = row.group_by("account_id").agg(
        times=row.count(),
        since=row.waived_day.min(),
        last_day=row.waived_day.max(where=row.place == 0),
        last=row.waiver_id.max(where=row.place == 0),
        share=row.announced.max(where=row.place == 0),
        how=row.state.max(where=row.place == 0),
        waiver=paper(row.waived_day, row.waiver_id).collect(where=row.place < EVIDENCE),
        rise=paper(row.effective_day, row.item_id).collect(where=row.place < EVIDENCE),
    )
    rows = unfair(sums.inner_join(_fallen(measures), "account_id"), measures)
    days_ago = days_between(rows.last_day, ibis.literal(as_of))
    rows = rows.filter(rows.times >= 2, days_ago <= FRESH)
    found = rows.mutate(
        key=key(KIND, rows["last"]),
        contact_id=ibis.null("int64"),
        colleague_id=ibis.null("int64"),
        percent=(rows.share * 100.0).round(1),
        before=rows.times - 1,
        urgency=0.8 * ibis.literal(2.0).pow(-days_ago.cast("float64") / FADES),
    )
    return found.select(*COLUMNS, *NUMBERS, *PAPERS)


def _in_row(rises: ibis.Table) -> ibis.Table:
    """Of each account the newest rises up to the first that nobody let it off; `place` 0: the
    newest. One that is too young to tell and not waived is not decided yet: left out."""
    rows = rises.filter(rises.state != "early")
    rows = rows.mutate(waived=rows.state.isin([str(kind) for kind in WaiverKind]))
    order = [rows.effective_day.desc(), rows.item_id.desc()]
    place = ibis.row_number().over(group_by=rows.account_id, order_by=order)
    held = (~rows.waived).cast("int64").sum()
    held = held.over(ibis.cumulative_window(group_by=rows.account_id, order_by=order))
    return rows.mutate(place=place, held=held).filter(lambda t: t.held == 0)


def _fallen(measures: Measures) -> ibis.Table:
    """Accounts that bought less in the last twelve months than in the twelve before."""
    sold = measures["account_waterfall"]
    sold = sold.filter(sold.before_invoice > 0)
    fell = 1.0 - sold.invoice.cast("float64") / sold.before_invoice.cast("float64")
    rows = sold.select("account_id", fell=fell)
    rows = rows.filter(rows.fell >= FELL)
    return rows.select("account_id", fall=(rows.fell * 100.0).round().cast("int64"))
