"""A contact whose silence is longer than any of their last ten gaps: a fact, not a forecast."""

from datetime import date

import ibis

from kith.findings.found import COLUMNS, Measures, key, mutual, newest
from kith.findings.right import Right
from kith.terms.finding import Claim, FindingKind
from kith.terms.words import Direction

KIND = FindingKind.GONE_QUIET
CLAIM = Claim.FACT
RIGHT = Right(days=30, of="contact_id", silent=Direction.IN)
NUMBERS = ("elapsed", "typical_gap", "longest_gap", "out_since", "open_question")

SHORTEST = 14  # days of silence below which nothing is said, however quick the rhythm
COUNTED = 10  # of these, days that count: two weeks of work
LONGEST = 180  # beyond it there is nothing left to save by a call today
STALE, STALE_GAPS = 90, 3  # days, or so many of their longest gap, after which it is old news
OURS = 3  # touches of ours, below which there was nothing to lose
FADES = 60  # days past the longest gap in which urgency halves


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Contacts with whom mail went both ways in earnest, silent beyond all of their last ten gaps.

    Not who said that they are away until a later day. On a day off everything is as it was on the
    last day that counted, so that no alarm begins on one.
    `open_question`: their last word waits for an answer. Urgency: how unusual the silence is by
    their own rhythm (signal `silence`), fading once it is old news.
    """
    silence, ties = measures["silence"], measures["contact_ties"]
    both = ties.filter(mutual(ties), ties.n_out >= OURS)
    rows = silence.inner_join(both.select("contact_id", "account_id"), "contact_id")
    rows = rows.filter(
        rows.account_id.notnull(),
        rows.value.notnull(),
        rows.beyond_own,
        rows.away_until.isnull(),
        rows.elapsed - rows.off_now >= SHORTEST,
        rows.counted >= COUNTED,
        rows.elapsed <= LONGEST,
        rows.elapsed <= ibis.greatest(STALE, STALE_GAPS * rows.longest_gap),
    )
    rows = rows.left_join(_open_questions(measures["threads_open"]), "contact_id").drop(
        "contact_id_right"
    )
    over = (rows.elapsed - rows.longest_gap).cast("float64")
    found = rows.select(
        "account_id",
        "contact_id",
        "elapsed",
        "typical_gap",
        "longest_gap",
        "out_since",
        key=key(KIND, rows.contact_id, rows.last_in_day),
        colleague_id=ibis.null("int64"),
        since=rows.last_in_day,
        urgency=rows.value * ibis.literal(2.0).pow(-over / FADES),
        open_question=rows.open_question.fill_null(0),
    )
    proof = _evidence(measures["touches"], found, as_of)
    return found.inner_join(proof, "contact_id").select(*COLUMNS, *NUMBERS, "evidence")


def _open_questions(threads: ibis.Table) -> ibis.Table:
    unanswered = threads.filter(~threads.answered_elsewhere, threads.asks)
    return unanswered.group_by("contact_id").agg(open_question=unanswered.count())


def _evidence(touches: ibis.Table, found: ibis.Table, as_of: date) -> ibis.Table:
    past = touches.filter(touches.day <= as_of, touches.known_day <= as_of)
    return newest(past.semi_join(found, "contact_id"), "contact_id")
