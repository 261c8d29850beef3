"""At one origin: who could have been alarmed about, whom each way of choosing would have named,
and who did write again."""

from datetime import date, timedelta

import ibis

from kith.findings.found import Measures, mutual
from kith.findings.owner import askable, owned
from kith.findings.right import watched
from kith.signals.output import days_between, really
from kith.signals.weights import Weights, counted

WITHIN = 90  # days of silence after which everybody has noticed, and an alarm would be no news
RECENT = 180  # days in which a contact's mails are counted for the baseline
# Ways of choosing, by the column that each sorts by, highest first.
SIGNAL = "silence"
BASELINES = ("recency", "frequency")
WAYS = (SIGNAL, *BASELINES)
BINS = 10  # of the calibration table


def cases(measures: Measures, *, origin: date, horizon: int, until: date) -> ibis.Table:
    """One row per contact in conversation with us at `origin`: what each way sorts by, whose alarm
    it would be, and `stopped`: no word from them within `horizon` days.

    In conversation: mail in earnest both ways, a value of the signal `silence`, their last word at
    most `WITHIN` days ago, no absence announced. `user_id`: as findings are given out. All but
    `stopped` is what was known at `origin`; that is known by `until`. A contact is left out where
    of the colleagues who knew them no one had mail to the end of the horizon: nobody could tell.
    """
    silence, ties = measures["silence"], measures["contact_ties"]
    known = ties.filter(mutual(ties), ties.account_id.notnull())
    rows = silence.inner_join(known.select("contact_id", "account_id"), "contact_id")
    rows = rows.filter(rows.value.notnull(), rows.away_until.isnull(), rows.elapsed <= WITHIN)
    later = counted(measures["touches"], as_of=until, weights=Weights())
    end = origin + timedelta(days=horizon)
    rows = rows.semi_join(watched(measures["ties"], later, "contact_id", end=end), "contact_id")
    rows = rows.left_join(_recent(measures, origin), "contact_id").drop("contact_id_right")
    back = later.filter(later.is_in, later.day > origin, later.day <= end)
    back = back.select(again="contact_id").distinct()
    rows = rows.left_join(back, [("contact_id", "again")])
    rows = rows.mutate(stopped=rows.again.isnull())
    chosen = rows.select(
        "contact_id",
        "account_id",
        "elapsed",
        colleague_id=ibis.null("int64"),
        silence=rows.value,
        recency=rows.elapsed.cast("float64"),
        frequency=-rows.wrote.fill_null(0).cast("float64"),
        stopped=rows.stopped,
    )
    return owned(chosen, {**measures, **askable(measures, as_of=origin)})


def alarms(rows: ibis.Table, *, budget: int) -> ibis.Table:
    """Those of `cases` that any of `WAYS` would name within `budget` of each user's list.

    A column a way: whether it does. Draws go to who is silent longer, then to the lower id. So few
    rows that they may enter Python.
    """
    named = {
        way: ibis.row_number().over(
            group_by=rows.user_id,
            order_by=[rows[way].desc(), rows.elapsed.desc(), rows.contact_id],
        )
        < budget
        for way in WAYS
    }
    listed = rows.select("contact_id", "account_id", "user_id", "elapsed", "stopped", **named)
    return listed.filter(ibis.or_(*(listed[way] for way in WAYS)))


def bins(rows: ibis.Table) -> ibis.Table:
    """`cases` by their value of `silence`, in tenths: how many, how many stopped, and the sums that
    the Brier score needs. Ten rows."""
    place = ibis.least((rows.silence * BINS).floor(), BINS - 1).cast("int64")
    y = rows.stopped.cast("float64")
    each = rows.mutate(place=place, y=y)
    return each.group_by("place").agg(
        n=really(each.count(), "int64"),
        stopped=really(each.y.sum(), "float64"),
        p=each.silence.sum(),
        p2=(each.silence * each.silence).sum(),
        py=(each.silence * each.y).sum(),
    )


def _recent(measures: Measures, origin: date) -> ibis.Table:
    """How many mails (calls, meetings) each contact began in the last `RECENT` days."""
    rows = counted(measures["touches"], as_of=origin, weights=Weights())
    rows = rows.filter(rows.is_in, days_between(rows.day, ibis.literal(origin)) < RECENT)
    return rows.group_by("contact_id").agg(wrote=rows.activity_id.nunique())
