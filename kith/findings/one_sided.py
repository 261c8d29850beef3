"""An account with which, in a whole year, one side alone has written: a fact."""

from datetime import date

import ibis

from kith.findings import sides
from kith.findings.found import COLUMNS, YEAR, Measures, key
from kith.signals.output import days_between
from kith.terms.finding import Claim, FindingKind
from kith.terms.words import Relation, Says

KIND = FindingKind.ONE_SIDED
CLAIM = Claim.FACT
NUMBERS = ("n_in", "n_out", "span", "colleagues")

ENOUGH = 5  # different days on which that side wrote
ASKED = 2  # mails of theirs that ask for something: reports and greetings need no answer
OURS_RECENT = 90  # days: what we gave up ourselves needs no word
THEIRS_RECENT = 30
URGENCY = 0.5
NOBODYS = Says.PITCH | Says.TRAVEL  # mails that nobody answers
KNOWN = (Relation.CUSTOMER.value, Relation.PROSPECT.value)


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Accounts where in the year one side wrote on five days or more, and the other not once.

    Neither is told of strangers: the silent side has once spoken, or a person has said that the
    account is a customer or prospect. Who was never answered by a cold prospect knows it.
    """
    year = sides.ago(as_of, YEAR)
    ties, accounts = measures["account_ties"], measures["accounts"]
    known = ties.semi_join(accounts.filter(accounts.relation.isin(KNOWN)), "account_id")
    known = known.select("account_id").union(ties.filter(ties.two_way).select("account_id"))
    alone = ties.filter(
        ((ties.last_in_day <= year).fill_null(True) & (ties.last_out_day > year))
        | ((ties.last_out_day <= year).fill_null(True) & (ties.last_in_day > year))
    ).semi_join(known, "account_id")
    touches = sides.near(measures, alone, as_of=as_of).filter(lambda t: t.day > year)
    rows = _sums(touches)
    recent = rows.we_alone.ifelse(OURS_RECENT, THEIRS_RECENT)
    rows = rows.filter(
        rows.we_alone | rows.they_alone,
        rows.days >= ENOUGH,
        rows.we_alone | (rows.asked >= ASKED),
        days_between(rows.last, ibis.literal(as_of)) <= recent,
    )
    ours = sides.writers(touches.filter(touches.ours)).drop("n_out")
    rows = rows.left_join(ours, "account_id").drop("account_id_right")
    rows = rows.inner_join(
        ties.select("account_id", "first_day", "last_in_day", "last_out_day"), "account_id"
    )
    # The silent side's last word: where it speaks and falls silent again, that is another cause.
    last_word = rows.we_alone.ifelse(rows.last_in_day, rows.last_out_day)
    found = rows.mutate(
        key=key(KIND, rows.account_id, last_word.fill_null(rows.first_day)),
        contact_id=ibis.null("int64"),
        since=rows.first,
        span=days_between(rows.first, ibis.literal(as_of)),
        colleagues=rows.colleagues.fill_null(0),
        urgency=ibis.literal(URGENCY),
    )
    return sides.evidence(touches, found).select(*COLUMNS, *NUMBERS, "evidence")


def _sums(touches: ibis.Table) -> ibis.Table:
    """Per account: what was said in the year, by whom, on how many days.

    Of theirs only what somebody wrote whom we once answered: no pitch, no daily report.
    """
    rows = touches.mutate(waits=touches.talks & ((touches.says & int(NOBODYS)) == 0))
    each = rows.group_by("account_id", "activity_id").agg(
        ours=rows.ours.max(),
        theirs=rows.theirs.max(),
        waits=rows.waits.max(),
        asked=(rows.waits & rows.asks).max(),
        day=rows.day.min(),
    )
    sums = each.group_by("account_id").agg(
        n_in=each.waits.sum(),
        n_out=each.ours.sum(),
        any_in=each.theirs.sum(),
        asked=each.asked.sum(),
        days=(each.ours | each.waits).ifelse(each.day, None).nunique(),
        first=(each.ours | each.waits).ifelse(each.day, None).min(),
        last=(each.ours | each.waits).ifelse(each.day, None).max(),
    )
    return sums.mutate(we_alone=sums.any_in == 0, they_alone=sums.n_out == 0)
