"""Findings that speak of prices: whose they are, and of whom none is raised.

A rule that names prices, waivers or giveaways says `PRICED = True`. It belongs to the account's
owner, else to the colleague who sold most to it within the year, else to the managers: whoever has
the strongest tie may see no prices.
"""

from datetime import date, timedelta

import ibis

from kith.findings.found import YEAR, Measures

FAIR = 0.2  # of signal `standing`: what an account earns, from which on nothing is raised


def sellers(measures: Measures, users: ibis.Table, *, as_of: date) -> ibis.Table:
    """Per account `seller`: the user with most invoices of the year; the lowest id on a draw."""
    lines = measures["lines"]
    year = lines.filter(
        lines.day <= as_of,
        lines.known_day <= as_of,
        lines.day > as_of - timedelta(days=YEAR),
        lines.account_id.notnull(),
    ).inner_join(users, "colleague_id")
    sums = year.group_by("account_id", "user_id").agg(n=year.invoice_id.nunique())
    place = ibis.row_number().over(group_by=sums.account_id, order_by=[sums.n.desc(), sums.user_id])
    first = sums.mutate(place=place).filter(lambda t: t.place == 0)
    return first.select("account_id", seller=first.user_id)


def priced(found: ibis.Table, measures: Measures) -> ibis.Table:
    """`found` with `user_id` (null: the manager's list) and `stake`; `measures` holds the tables of
    `owner.askable`.

    `stake`: the account's share of the user's year of contact, or of the firm's year of sales where
    that is more: who owns an account need not be the one who writes to it.
    """
    owners = measures["business"].select("account_id", "owner_user_id")
    rows = _take(_take(found, owners), measures["sellers"])
    rows = rows.mutate(user_id=rows.owner_user_id.coalesce(rows.seller))
    rows = rows.drop("owner_user_id", "seller")
    rows = rows.left_join(measures["shares"], ["user_id", "account_id"]).drop(
        "user_id_right", "account_id_right"
    )
    rows = _take(rows, of_sales(measures))
    most = ibis.greatest(rows.stake.fill_null(0.0), rows.of_sales.fill_null(0.0))
    return rows.mutate(stake=most).drop("of_sales")


def of_sales(measures: Measures) -> ibis.Table:
    """Per account `of_sales`: its share of what the firm sold within the year."""
    sold = measures["account_waterfall"]
    sold = sold.filter(sold.invoice > 0)
    whole = ibis.window()
    share = sold.invoice.cast("float64") / sold.invoice.sum().over(whole).cast("float64")
    return sold.select("account_id", of_sales=share)


def unfair(rows: ibis.Table, measures: Measures) -> ibis.Table:
    """`rows` without the accounts that earn well: whoever is strong, dear and profitable gets what
    it gets for good reason. Accounts of which `standing` says nothing stay."""
    standing = measures["standing"]
    return rows.anti_join(standing.filter(standing.value >= FAIR), "account_id")


def _take(rows: ibis.Table, other: ibis.Table) -> ibis.Table:
    return rows.left_join(other, "account_id").drop("account_id_right")
