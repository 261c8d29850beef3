"""One customer's exception has become a family's rule: a fact."""

from datetime import date

import ibis

from kith.findings.found import COLUMNS, EVIDENCE, Measures, key, paper
from kith.findings.prices import of_sales
from kith.signals.money import NOBODY, years_ago
from kith.terms.finding import Claim, FindingKind
from kith.terms.trade_words import LineSort

KIND = FindingKind.DISCOUNT_SPREAD
CLAIM = Claim.FACT
FOR_MANAGERS = True  # of one customer's price nobody at another account need know
NUMBERS = ("percent", "others", "customers", "family_id")
PAPERS = ("line",)

CUSTOMERS = 8  # of the family, in either year
LINES = 3  # of a customer in the family and year, below which a discount is no price
ABOVE = 0.08  # of the list price, above the family's median: an exception
ALONE = 0.04  # of the list price, above the next
AS_MUCH = 0.02  # of the list price below it: as good as the same
OTHERS = 3  # further customers who get it now
RULE = 0.4  # share of the family's customers who get it now


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Families in which, one or two years before the last twelve months, one account alone had a
    discount far above the median, and now so many others have it.

    `percent`: that discount; `others`: who get it now, of `customers` beside the first.
    """
    rows = _discounts(measures["waterfall"])
    first = _exceptions(rows)
    now = rows.filter(rows.years_back == 0).select("family_id", "discount", buyer="account_id")
    pairs = first.inner_join(now, "family_id").filter(lambda t: t.buyer != t.account_id)
    same = pairs.discount >= pairs.level - AS_MUCH
    by = ("family_id", "account_id", "level", "back")
    sums = pairs.group_by(*by).agg(others=same.cast("int64").sum(), customers=pairs.count())
    sums = sums.filter(
        sums.customers + 1 >= CUSTOMERS,
        sums.others >= OTHERS,
        sums.others >= RULE * sums.customers,
    )
    found = sums.left_join(of_sales(measures), "account_id").drop("account_id_right")
    found = found.mutate(
        key=key(KIND, found.family_id, found.account_id),
        contact_id=ibis.null("int64"),
        colleague_id=ibis.null("int64"),
        percent=(found.level * 100.0).round().cast("int64"),
        since=ibis.cases(
            *[(found.back == back, ibis.literal(years_ago(as_of, back + 1))) for back in (1, 2)],
            else_=ibis.literal(years_ago(as_of, 1)),
        ),
        stake=found.of_sales.fill_null(0.0),
        urgency=ibis.literal(0.5),
    )
    lines = _lines(measures["lines"], found, as_of)
    found = found.left_join(lines, "family_id").drop("family_id_right")
    return found.select(*COLUMNS, *NUMBERS, "stake", *PAPERS)


def _discounts(sold: ibis.Table) -> ibis.Table:
    """Per account, family and year the discount off the list price, of enough lines."""
    by = ("account_id", "family_id", "years_back")
    rows = sold.filter(sold.account_id != NOBODY, sold.family_id != NOBODY)
    rows = rows.group_by(*by).agg(
        n=rows.n.sum() - rows.n_no_list.sum(), list=rows.list.sum(), off=rows.order_discount.sum()
    )
    rows = rows.filter(rows.n >= LINES, rows.list > 0)
    return rows.select(*by, discount=rows.off.cast("float64") / rows.list.cast("float64"))


def _exceptions(rows: ibis.Table) -> ibis.Table:
    """Per family the earliest year before the last in which one account stood alone: it, `level`
    (its discount) and `back` (the year)."""
    rows = rows.filter(rows.years_back > 0)
    by = [rows.family_id, rows.years_back]
    place = ibis.row_number().over(
        group_by=by, order_by=[rows.discount.round(6).desc(), rows.account_id]
    )
    rows = rows.mutate(place=place)
    years = rows.group_by("family_id", "years_back").agg(
        level=rows.discount.max(where=rows.place == 0),
        following=rows.discount.max(where=rows.place == 1),
        account_id=rows.account_id.max(where=rows.place == 0),
        usual=rows.discount.quantile(0.5),
        customers=rows.count(),
    )
    years = years.filter(
        years.customers >= CUSTOMERS,
        years.level >= years.usual + ABOVE,
        years.level >= years.following + ALONE,
    )
    earliest = ibis.row_number().over(group_by=years.family_id, order_by=[years.years_back.desc()])
    years = years.mutate(place=earliest).filter(lambda t: t.place == 0)
    return years.select("family_id", "account_id", "level", back=years.years_back)


def _lines(lines: ibis.Table, found: ibis.Table, as_of: date) -> ibis.Table:
    """Per family the newest lines that were sold with the discount."""
    year = lines.filter(
        lines.day <= as_of,
        lines.known_day <= as_of,
        lines.day > years_ago(as_of, 1),
        lines.sort == LineSort.GOODS.value,
        lines.list_amount > 0,
    )
    year = year.inner_join(found.select("family_id", "level"), "family_id")
    off = (year.list_amount - year.net).cast("float64") / year.list_amount.cast("float64")
    year = year.filter(off >= year.level - AS_MUCH)
    place = ibis.row_number().over(
        group_by=year.family_id, order_by=[year.day.desc(), year.line_id.desc()]
    )
    few = year.mutate(place=place).filter(lambda t: t.place < EVIDENCE)
    return few.group_by("family_id").agg(line=paper(few.day, few.line_id).collect())
