"""A close customer of whose list price more and more never reaches us: a fact."""

from datetime import date

import ibis

from kith.findings.found import COLUMNS, EVIDENCE, Measures, key, once_a_year, paper
from kith.signals.money import years_ago
from kith.terms.finding import Claim, FindingKind
from kith.terms.trade_words import LineSort

KIND = FindingKind.LEAKING
CLAIM = Claim.FACT
PRICED = True
NUMBERS = ("leak", "before", "usual")
PAPERS = ("line", "waiver", "giveaway")

CLOSE = 0.3  # of signal `standing`: among the closest third or so
ENOUGH = 20  # lines within twelve months
LEAST = 0.4  # urgent; the more so, the more leaks beyond what is usual
MORE = 0.05  # of the list price, beyond what comparable customers keep


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Accounts in the field "obstacle" of signal `standing`, close to us, whose leak is well above
    that of comparable customers and no smaller than a year ago.

    `leak`, `before`, `usual`: whole units of 100 at list price that never reach us: within twelve
    months, in the twelve before, and of comparable customers.
    """
    rows = measures["standing"]
    rows = rows.filter(
        rows.field == "obstacle",
        rows.close >= CLOSE,
        rows.n >= ENOUGH,
        rows.leak_share >= rows.usual_leak + MORE,
        rows.leak_share >= rows.before_leak_share,
    )
    since = years_ago(as_of, 1)
    found = rows.select(
        "account_id",
        key=key(KIND, rows.account_id, once_a_year(as_of)),
        contact_id=ibis.null("int64"),
        colleague_id=ibis.null("int64"),
        since=ibis.literal(since),
        urgency=(LEAST + rows.leak_share - rows.usual_leak).clip(upper=1.0),
        **{
            name: (share * 100.0).round().cast("int64")
            for name, share in (
                ("leak", rows.leak_share),
                ("before", rows.before_leak_share),
                ("usual", rows.usual_leak),
            )
        },
    )
    for papers in (
        _lines(measures["lines"].semi_join(found, "account_id"), as_of, since),
        _newest(measures["waivers"], "waiver", as_of, since),
        _newest(
            measures["giveaways"].filter(lambda t: ~t.after_complaint), "giveaway", as_of, since
        ),
    ):
        found = found.left_join(papers, "account_id").drop("account_id_right")
    return found.select(*COLUMNS, *NUMBERS, *PAPERS)


def _lines(lines: ibis.Table, as_of: date, since: date) -> ibis.Table:
    """Per account the lines on which most was given off the list price."""
    year = lines.filter(
        lines.day <= as_of,
        lines.known_day <= as_of,
        lines.day > since,
        lines.sort == LineSort.GOODS.value,
        lines.account_id.notnull(),
        lines.list_amount > lines.net,
    )
    year = year.select("account_id", "line_id", "day", off=year.list_amount - year.net)
    place = ibis.row_number().over(
        group_by=year.account_id, order_by=[year.off.desc(), year.line_id]
    )
    most = year.mutate(place=place).filter(lambda t: t.place < EVIDENCE)
    return most.group_by("account_id").agg(line=paper(most.day, most.line_id).collect())


def _newest(rows: ibis.Table, name: str, as_of: date, since: date) -> ibis.Table:
    """Per account its newest waivers, or gifts."""
    rows = rows.filter(rows.day <= as_of, rows.known_day <= as_of, rows.day > since)
    rows = rows.select("account_id", "day", paper_id=f"{name}_id")
    place = ibis.row_number().over(
        group_by=rows.account_id, order_by=[rows.day.desc(), rows.paper_id.desc()]
    )
    few = rows.mutate(place=place).filter(lambda t: t.place < EVIDENCE)
    return few.group_by("account_id").agg(**{name: paper(few.day, few.paper_id).collect()})
