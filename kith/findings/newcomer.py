"""Somebody new at an account we know well, whom nobody of us has written to yet."""

from datetime import date, timedelta

import ibis

from kith.findings.found import COLUMNS, Measures, key, newest
from kith.signals.output import days_between, stacked
from kith.signals.persons import known
from kith.terms.finding import Claim, FindingKind

KIND = FindingKind.NEWCOMER
CLAIM = Claim.FACT
NUMBERS = ("days_ago", "mails", "wrote")

MAILS = 3  # that name them, on at least two days: one copy is no introduction
DAYS = 2
PERSONAL = 5  # a mail to more people than this introduces nobody
FIRST_DAY = 2  # a word of welcome may take a day
FRESH = 60  # days since the first: later on it is no news
FADES = 30  # days in which urgency halves


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Newcomers (signal `newcomers`) at an account of many touches and old, who wrote and to whom
    nobody here did.

    `wrote`: mails they wrote themselves; in the others they stood in To or Cc. Without one of them
    the address may well be a list.
    """
    new, touches = measures["newcomers"], _past(measures["touches"], as_of)
    personal = touches.filter(touches.direction == "in", touches.recipients <= PERSONAL)
    new = new.semi_join(personal, ["contact_id", "account_id"])
    rows = new.filter(
        new.value.notnull(),
        new.n_in > 0,
        new.n_out == 0,
        new.n >= MAILS,
        new.days >= DAYS,
        new.first_day > as_of - timedelta(days=FRESH),
        new.first_day <= as_of - timedelta(days=FIRST_DAY),
    )
    days_ago = days_between(rows.first_day, ibis.literal(as_of))
    found = rows.select(
        "account_id",
        "contact_id",
        days_ago=days_ago,
        mails=rows.n,
        wrote=rows.n_in,
        key=key(KIND, rows.contact_id, rows.account_id),
        colleague_id=ibis.null("int64"),
        since=rows.first_day,
        urgency=ibis.literal(2.0).pow(-days_ago.cast("float64") / FADES),
    )
    return found.inner_join(_evidence(measures, found, as_of), "contact_id").select(
        *COLUMNS, *NUMBERS, "evidence"
    )


def _evidence(measures: Measures, found: ibis.Table, as_of: date) -> ibis.Table:
    """What they wrote and what went to them as well; copies know the day alone."""
    past, copies = _past(measures["touches"], as_of), known(measures["copies"], as_of=as_of)
    what = ("contact_id", "account_id", "activity_id")
    rows = stacked(past.select(*what, instant=past.day), copies.select(*what, instant=copies.day))
    return newest(rows.semi_join(found, ["contact_id", "account_id"]), "contact_id")


def _past(touches: ibis.Table, as_of: date) -> ibis.Table:
    return touches.filter(touches.day <= as_of, touches.known_day <= as_of)
