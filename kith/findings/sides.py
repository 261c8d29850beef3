"""Who spoke with an account on which day, and how regularly: for findings about one side's silence.

A call, meeting or visit takes two: whoever began it, both sides have spoken.
"""

from datetime import date, timedelta

import ibis

from kith.findings.found import YEAR, Measures, newest
from kith.signals.output import days_between
from kith.signals.weights import Weights, counted
from kith.terms.words import Kind

MONTH, MONTHS = 30, 6
REGULAR = 3  # of the six months before, those in which both sides must have spoken


def near(measures: Measures, accounts: ibis.Table, *, as_of: date) -> ibis.Table:
    """The touches that count with these accounts, with `theirs` and `ours`: who spoke in each.

    `talks`: they did, and the person is one whom we have written to as well; who has sent a daily
    report for years, and never had a word from us, is in no conversation.
    """
    touches = counted(measures["touches"], as_of=as_of, weights=Weights())
    touches = touches.semi_join(accounts, "account_id")
    together = touches.kind != Kind.EMAIL.value
    touches = touches.mutate(theirs=touches.is_in | together, ours=~touches.is_in | together)
    people = measures["contact_ties"].filter(lambda t: t.two_way)
    people = people.anti_join(measures["contacts"].filter(lambda t: t.is_shared), "contact_id")
    rows = touches.left_join(people.select(person="contact_id"), [("contact_id", "person")])
    # Read several times: only what is looked at, so that the engine holds less of it.
    return rows.select(
        "activity_id", "account_id", "contact_id", "colleague_id", "day", "instant", "asks", "says",
        "theirs", "ours", talks=rows.theirs & rows.person.notnull(),
    )  # fmt: skip


def days(touches: ibis.Table) -> ibis.Table:
    """A row per account and day: whether they spoke, whether we did, as `near` says."""
    return touches.group_by("account_id", "day").agg(
        theirs=touches.theirs.max(), ours=touches.ours.max(), talks=touches.talks.max()
    )


def silent(spoke: ibis.Table, who: str, *, as_of: date) -> ibis.Table:
    """Per account: when `who` ('theirs', 'ours') last spoke, and what was usual in the year before.

    `last`, `elapsed` days since; `longest_gap` between days on which they spoke in that year;
    `months`: of the six thirty-day months before `last`, those in which both sides spoke;
    `others`: days on which the other side spoke after `last`; of theirs, those who talk with us.
    """
    other = "ours" if who == "theirs" else "talks"
    last = spoke.filter(spoke[who]).group_by("account_id").agg(last=spoke.day.max())
    rows = spoke.inner_join(last, "account_id")
    age = days_between(rows.day, rows.last)
    rows = rows.mutate(age=age, month=age // MONTH).filter(age <= YEAR)
    after = rows.filter(rows.age < 0).group_by("account_id").agg(others=rows[other].sum())
    before = rows.filter(rows.age >= 0)
    month = before.group_by("account_id", "last", "month").agg(
        both=before.talks.max() & before.ours.max()
    )
    usual = month.group_by("account_id", "last").agg(
        months=(month.both & (month.month < MONTHS)).sum()
    )
    said = before.filter(before[who])
    gap = said.age - said.age.lag().over(group_by=said.account_id, order_by=said.day.desc())
    gaps = said.mutate(gap=gap).group_by("account_id").agg(longest_gap=ibis._.gap.max())
    found = usual.inner_join(gaps, "account_id").left_join(after, "account_id")
    return found.mutate(
        elapsed=days_between(found.last, ibis.literal(as_of)), others=found.others.fill_null(0)
    )


def writers(touches: ibis.Table) -> ibis.Table:
    """Per account, of touches of ours: how many, of how many colleagues, and whose if of one."""
    each = touches.group_by("account_id").agg(
        n_out=touches.activity_id.nunique(),
        colleagues=touches.colleague_id.nunique(),
        one=touches.colleague_id.min(),
    )
    return each.mutate(colleague_id=(each.colleagues == 1).ifelse(each.one, None)).drop("one")


def evidence(touches: ibis.Table, found: ibis.Table) -> ibis.Table:
    """`found` with the newest activities of each account's touches as its evidence."""
    return found.inner_join(newest(touches, "account_id"), "account_id")


def since(touches: ibis.Table, rows: ibis.Table) -> ibis.Table:
    """The touches of each account of `rows` from the day `last` on."""
    return touches.inner_join(rows.select("account_id", "last"), "account_id").filter(
        lambda t: t.day >= t.last
    )


def ago(as_of: date, days: int) -> date:
    """The day so many days before."""
    return as_of - timedelta(days=days)
