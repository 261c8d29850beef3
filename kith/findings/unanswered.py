"""The last word in a thread is theirs, it asks for something, and nobody of us has answered."""

from datetime import date, timedelta

import ibis

from kith.findings.found import Measures, key, mutual, proof
from kith.findings.right import Right
from kith.terms.finding import Claim, FindingKind
from kith.terms.words import Direction

KIND = FindingKind.UNANSWERED
CLAIM = Claim.FACT
RIGHT = Right(days=7, of="contact_id", silent=Direction.OUT, or_asked=True)
NUMBERS = ("waiting_days", "n")

FIRST_DAY = 2  # an answer may take a day; days off do not count
LAST_DAY = 14  # after two weeks the question has found another way
PERSONAL = 5  # a mail to more people than this puts its question to nobody in particular
ALIVE = 180  # days within which one of us wrote to them, or it is no conversation
FRESH = 7  # days of full urgency, days off not counted
FADES = 7  # days past them in which urgency halves


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Open threads of contacts we are in conversation with, whose last mail asks, and asks us.

    Whoever asked may be away by now: the answer waits for them, the question still waits for us.
    """
    threads = measures["threads_open"]
    touches, ties = measures["touches"], measures["contact_ties"]
    personal = touches.filter(touches.recipients <= PERSONAL)
    alive = ties.filter(mutual(ties), ties.last_out_day > as_of - timedelta(days=ALIVE))
    threads = threads.semi_join(
        personal.select(last_activity_id=personal.activity_id), "last_activity_id"
    ).semi_join(alive, "contact_id")
    threads = threads.filter(
        threads.contact_two_way,
        threads.asks,
        ~threads.answered_elsewhere,
        threads.waiting_counted >= FIRST_DAY,
        threads.waiting_days <= LAST_DAY,
    )
    # One contact who asks in three threads needs one answer today: the oldest question leads.
    first = ibis.row_number().over(
        group_by=threads.contact_id, order_by=[threads.last_day, threads.last_activity_id]
    )
    rows = threads.mutate(place=first).filter(lambda t: t.place == 0)
    late = ibis.greatest(rows.waiting_counted - FRESH, 0).cast("float64")
    return rows.select(
        "account_id",
        "contact_id",
        "colleague_id",
        "waiting_days",
        "n",
        key=key(KIND, rows.last_activity_id),
        since=rows.last_day,
        urgency=ibis.literal(2.0).pow(-late / FADES),
        evidence=ibis.array([proof(rows.last_day, rows.last_activity_id)]),
    )
