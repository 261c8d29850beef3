"""A lively account where one person alone answers us: if they leave, nobody there knows us."""

from datetime import date, timedelta

import ibis

from kith.findings.found import COLUMNS, YEAR, Measures, key, newest
from kith.findings.relations import surely_business
from kith.terms.finding import Claim, FindingKind

KIND = FindingKind.HANGS_ON_ONE
CLAIM = Claim.FACT
NUMBERS = ("year_touches", "others")

ENOUGH = 20  # touches within the year, both sides together: below it one contact is no surprise
EACH_SIDE = 5
NEARLY = 0.8  # of what comes from there: else others write as well, and only wait for an answer


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Accounts with one two-way contact in the year, who also makes nearly all that reaches us
    from there (signal `breadth`), and enough of it; said or thought to be business.

    `others`: further people of the account who were in the year's mail and never both ways. A
    shared address (info@) is nobody: it neither holds an account nor widens its hold.
    """
    accounts, breadth = measures["account_ties"], measures["breadth"]
    narrow = breadth.filter(breadth.contacts_two_way_365 == 1, breadth.top_contact_share >= NEARLY)
    alone = accounts.semi_join(narrow, "account_id")
    alone = surely_business(alone.filter(alone.in90 > 0, alone.out90 > 0), measures)
    year = _year(measures["touches"], as_of).semi_join(alone, "account_id")
    contacts = measures["contacts"]
    year = year.anti_join(contacts.filter(contacts.is_shared), "contact_id")
    people = _people(year)
    sole = people.filter(people.n_in > 0, people.n_out > 0)
    counts = people.group_by("account_id").agg(others=people.count() - 1)
    lively = sole.filter(
        sole.n_in >= EACH_SIDE, sole.n_out >= EACH_SIDE, sole.n_in + sole.n_out >= ENOUGH
    )
    rows = lively.inner_join(counts, "account_id").select(*lively.columns, "others")
    rows = rows.inner_join(alone.select("account_id", since=alone.first_day), "account_id").select(
        *rows.columns, "since"
    )
    found = rows.select(
        "account_id",
        "contact_id",
        others=rows.others,
        key=key(KIND, rows.account_id, rows.contact_id),
        colleague_id=ibis.null("int64"),
        since=rows.since,
        urgency=ibis.literal(0.4),
        year_touches=rows.n_in + rows.n_out,
    )
    proof = newest(year.semi_join(found, "contact_id"), "contact_id")
    return found.inner_join(proof, "contact_id").select(*COLUMNS, *NUMBERS, "evidence")


def _year(touches: ibis.Table, as_of: date) -> ibis.Table:
    return touches.filter(
        touches.day <= as_of,
        touches.known_day <= as_of,
        touches.day > as_of - timedelta(days=YEAR),
        ~touches.is_mass,
        ~touches.is_automatic,
    )


def _people(year: ibis.Table) -> ibis.Table:
    each = year.select("account_id", "contact_id", "activity_id", "direction").distinct()
    return each.group_by("account_id", "contact_id").agg(
        n_in=each.activity_id.count(where=each.direction == "in"),
        n_out=each.activity_id.count(where=each.direction == "out"),
    )
