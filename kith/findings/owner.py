"""Whose finding it is, and what share of their year it touches."""

from datetime import date, timedelta

import ibis

from kith.findings.found import YEAR, Measures
from kith.findings.prices import sellers
from kith.findings.relations import business


def askable(measures: Measures, *, as_of: date) -> dict[str, ibis.Table]:
    """What is looked up for every rule alike, to be computed once: `asked` (a colleague's sign-in),
    `by_contact` (who knows them best), `sellers` (who sold most to an account), `shares` (of a
    user's year), and per account `business` (as `kith.findings.relations` says, with its owner and
    who knows it best)."""
    users = measures["colleagues"].filter(lambda t: t.user_id.notnull())
    ties = measures["ties"].inner_join(users, "colleague_id")
    ties = ties.select("account_id", "contact_id", "user_id", "value", "n")
    accounts = measures["accounts"].select("account_id", "owner_user_id")
    accounts = _take(accounts, business(measures), "account_id")
    by_account = _strongest(ties, "account_id", "by_account")
    return {
        "sellers": sellers(measures, users, as_of=as_of),
        "asked": users.rename(asked="user_id"),
        "by_contact": _strongest(ties, "contact_id", "by_contact"),
        "business": _take(accounts, by_account, "account_id"),
        "shares": _shares(measures["touches"], users, as_of),
    }


def owned(found: ibis.Table, measures: Measures) -> ibis.Table:
    """`found` with `user_id` (null: the manager's list) and `stake`; `measures` holds the tables of
    `askable`.

    It goes to whom it was put to (`colleague_id`), else to the account's owner, else to the
    colleague with the strongest tie to the contact, else to the account; of these the first with a
    sign-in. `stake` is the account's share of all touches that user had within the year.
    """
    whose = measures["business"].select("account_id", "owner_user_id", "by_account")
    rows = _take(found, measures["asked"], "colleague_id")
    rows = _take(rows, whose, "account_id")
    rows = _take(rows, measures["by_contact"], "contact_id")
    rows = rows.mutate(
        user_id=ibis.coalesce(rows.asked, rows.owner_user_id, rows.by_contact, rows.by_account)
    ).drop("asked", "owner_user_id", "by_contact", "by_account")
    rows = rows.left_join(measures["shares"], ["user_id", "account_id"]).drop(
        "user_id_right", "account_id_right"
    )
    return rows.mutate(stake=rows.stake.fill_null(0.0))


def for_managers(found: ibis.Table) -> ibis.Table:
    """`found` with `user_id` null: what concerns the firm and no colleague's own work.

    Such rules give `stake` themselves: a share of the firm's year.
    """
    return found.mutate(user_id=ibis.null("int64"))


def _take(rows: ibis.Table, other: ibis.Table, by: str) -> ibis.Table:
    return rows.left_join(other, by).drop(f"{by}_right")


def _strongest(ties: ibis.Table, by: str, name: str) -> ibis.Table:
    """The user whose ties to the contact, or account, add up to most; the lowest id on a draw."""
    known = ties.filter(ties[by].notnull())
    sums = known.group_by(by, "user_id").agg(
        strength=known.value.fill_null(0.0).sum(), n=known.n.sum()
    )
    place = ibis.row_number().over(
        group_by=sums[by], order_by=[sums.strength.desc(), sums.n.desc(), sums.user_id]
    )
    first = sums.mutate(place=place).filter(lambda t: t.place == 0)
    return first.select(by, **{name: first.user_id})


def _shares(touches: ibis.Table, users: ibis.Table, as_of: date) -> ibis.Table:
    year = touches.filter(
        touches.day <= as_of,
        touches.known_day <= as_of,
        touches.day > as_of - timedelta(days=YEAR),
        ~touches.is_mass,
        ~touches.is_automatic,
    )
    year = year.inner_join(users, "colleague_id").select("user_id", "account_id")
    by_account = year.group_by("user_id", "account_id").agg(n=year.count())
    total = by_account.n.sum().over(group_by=by_account.user_id)
    return by_account.select("user_id", "account_id", stake=by_account.n / total)
