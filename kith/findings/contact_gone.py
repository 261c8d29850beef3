"""Somebody we exchanged mail with is no longer there: a machine says so, or all signs do.

Three ways to know it: an automatic answer says that they have left; mail to their only address
bounced; or, as "may have left" and no more, they are silent beyond all their gaps while others of
the same account go on writing. Nothing of theirs came since, or they are alive.
"""

from datetime import date, timedelta

import ibis

from kith.findings.found import COLUMNS, Measures, key, mutual, newest, proof
from kith.findings.right import Right
from kith.terms.finding import Claim, FindingKind
from kith.terms.words import Direction

KIND = FindingKind.CONTACT_GONE
CLAIM = Claim.FACT
RIGHT = Right(days=60, of="contact_id", silent=Direction.IN)
NUMBERS = ("how", "told_days", "others", "elapsed", "n")

ENOUGH = 5  # touches, both sides together and both of them there, below which nobody is missed
LONGEST = 180  # days after which it is old news, or the others' silence is no contrast
FADES = 30  # days in which a note's urgency halves; twice as many for a mere silence
SHORTEST = 28  # days of silence, however quick the rhythm, before anybody may have left
COUNTED = 20  # of these, days that count: four weeks of work
UNUSUAL = 0.95  # of the signal `silence`
OTHERS = 2  # people of the same account who go on writing
GO_ON = 14  # days within which they wrote


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """One row per contact who left, or may have: what a machine said comes before mere silence.

    `how`: 'left', 'bounced' or 'silent'. `told_days`: days since the first note that says so.
    `others`: who go on writing; 0 where a machine said it.
    """
    told = _told(measures, as_of)
    silent = _silent(measures, as_of).anti_join(told, "contact_id")
    return told.union(silent.cast(told.schema()))


def _known(measures: Measures) -> ibis.Table:
    """People with whom mail went both ways, enough of it to be missed."""
    ties, contacts = measures["contact_ties"], measures["contacts"]
    persons = contacts.filter(~contacts.is_shared)
    return ties.filter(mutual(ties), ties.n >= ENOUGH, ties.account_id.notnull()).semi_join(
        persons, "contact_id"
    )


def _told(measures: Measures, as_of: date) -> ibis.Table:
    """What machines said since their last word: that they left, else that mail bounced.

    A bounce proves nothing of who has another address.
    """
    notes = measures["notices"]
    notes = notes.filter(
        notes.known_day <= as_of,
        notes.known_day >= as_of - timedelta(days=LONGEST),
        (notes.kind == "left") | ((notes.kind == "bounced") & (notes.addresses == 1)),
    )
    readers = _readers(measures)
    notes = notes.left_join(readers, "activity_id").drop("activity_id_right")
    # What an automatic answer says was read in a text, which is its reader's alone.
    notes = notes.filter((notes.kind == "bounced") | notes.colleague_id.notnull())
    known = _known(measures).select("contact_id", "account_id", "last_in_day", n_touches="n")
    notes = notes.inner_join(known, "contact_id")
    notes = notes.filter(notes.last_in_day <= notes.known_day)
    left = notes.kind == "left"
    instant = notes.known_day.cast(measures["touches"].instant.type())
    note = proof(instant, notes.activity_id)
    people = notes.group_by("contact_id", "account_id", "last_in_day", "n_touches").agg(
        left=left.max(),
        left_on=left.ifelse(notes.known_day, None).min(),
        bounced_on=left.ifelse(None, notes.known_day).min(),
        colleague_id=left.ifelse(notes.colleague_id, None).min(),
        left_proof=note.collect(where=left),
        bounce_proof=note.collect(where=~left),
    )
    since = people.left.ifelse(people.left_on, people.bounced_on)
    days = ibis.literal(as_of).delta(since, unit="day")
    return people.select(
        key=key(KIND, people.contact_id, people.last_in_day),
        account_id=people.account_id,
        contact_id=people.contact_id,
        colleague_id=people.colleague_id,
        since=since,
        urgency=ibis.literal(2.0).pow(-days.cast("float64") / FADES),
        how=people.left.ifelse("left", "bounced"),
        told_days=days,
        others=ibis.literal(0, "int64"),
        elapsed=ibis.literal(as_of).delta(people.last_in_day, unit="day"),
        n=people.n_touches,
        evidence=people.left.ifelse(people.left_proof, people.bounce_proof),
    )


def _readers(measures: Measures) -> ibis.Table:
    """Per automatic answer, a colleague with a sign-in whom it reached."""
    touches, colleagues = measures["touches"], measures["colleagues"]
    users = colleagues.filter(colleagues.user_id.notnull())
    answers = touches.filter(touches.is_automatic).semi_join(users, "colleague_id")
    return answers.group_by("activity_id").agg(colleague_id=answers.colleague_id.min())


def _silent(measures: Measures, as_of: date) -> ibis.Table:
    """Silent beyond all their own gaps, while others of their account go on."""
    silence, known = measures["silence"], _known(measures)
    rows = silence.inner_join(known.select("contact_id", "account_id", touches="n"), "contact_id")
    rows = rows.filter(
        rows.value >= UNUSUAL,
        rows.beyond_all,
        rows.away_until.isnull(),
        rows.elapsed - rows.off_now >= SHORTEST,
        rows.counted >= COUNTED,
        rows.elapsed <= LONGEST,
    )
    going_on = known.filter(known.last_in_day > as_of - timedelta(days=GO_ON), known.in90 >= 2)
    others = going_on.group_by("account_id").agg(others=going_on.count())
    rows = rows.inner_join(others.filter(others.others >= OTHERS), "account_id")
    over = (rows.elapsed - SHORTEST).cast("float64")
    found = rows.select(
        key=key(KIND, rows.contact_id, rows.last_in_day),
        account_id=rows.account_id,
        contact_id=rows.contact_id,
        colleague_id=ibis.null("int64"),
        since=rows.last_in_day,
        urgency=rows.value * ibis.literal(2.0).pow(-over / (2 * FADES)),
        how=ibis.literal("silent"),
        told_days=ibis.null("int64"),
        others=rows.others,
        elapsed=rows.elapsed,
        n=rows.touches,
    )
    past = measures["touches"]
    past = past.filter(past.day <= as_of, past.known_day <= as_of)
    evidence = newest(past.semi_join(found, "contact_id"), "contact_id")
    evidence = evidence.select("contact_id", "evidence")
    return found.inner_join(evidence, "contact_id").select(*COLUMNS, *NUMBERS, "evidence")
