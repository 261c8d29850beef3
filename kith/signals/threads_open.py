"""In which threads is the last word theirs? See docs/signals/threads_open.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis

from kith.signals import days_off
from kith.signals.output import days_between, declared
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

# Who left a mail unanswered says how that colleague works.
SEEN_BY = "self"

THREAD, PAIR = ["thread_id", "account_id"], ["contact_id", "colleague_id"]

OUTPUT = Shape(
    name="threads_open",
    grain="one thread x account whose last counted touch is theirs",
    columns=(
        Column("thread_id", "int64", "the mail thread"),
        Column("account_id", "int64", "the account of who wrote last, on that day"),
        Column("contact_id", "int64", "who wrote last"),
        Column("colleague_id", "int64", "who should answer"),
        Column("last_activity_id", "int64", "what they wrote"),
        Column("last_day", "date", "when"),
        Column("waiting_days", "int64", "whole days since"),
        Column("waiting_counted", "int64", "of these, days that are not off (signal days_off)"),
        Column("contact_two_way", "boolean", "one of us had written to them before"),
        Column("answered_elsewhere", "boolean", "one of us wrote to them after, in any thread"),
        Column("asks", "boolean", "the last word asks for something"),
        Column("n", "int64", "activities counted in the thread with this account"),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """Which kinds count as a touch; their weights play no part here."""

    weights: Weights = field(default_factory=Weights)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: facts, no estimate.

    The last touch is the one of the latest instant, then of the highest activity_id. Who should
    answer: of the colleagues it reached, the one who had written to that contact most often
    before, then the one of the lowest id.
    """
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights).select(
        *THREAD, *PAIR, "activity_id", "is_in", "instant", "day", "asks"
    )
    last = _last_words(touches)
    rows = last.inner_join(_sizes(touches, last), THREAD)
    rows = rows.left_join(_ours(touches), "contact_id").drop("contact_id_right")
    word = [*PAIR, "last_activity_id"]
    rows = rows.left_join(_earlier(touches, last), word).drop(f"{name}_right" for name in word)
    calendar = days_off.known(tables, as_of=as_of, weights=params.weights)
    today = calendar.agg(today=calendar.counting.max())
    asked = calendar.select(last_day=calendar.day, asked=calendar.counting)
    rows = rows.cross_join(today).left_join(asked, "last_day").drop("last_day_right")
    waiting = days_between(rows.last_day, ibis.literal(as_of))
    rows = rows.mutate(
        waiting_days=waiting,
        waiting_counted=(rows.today - rows.asked).fill_null(waiting),
        contact_two_way=(rows.first_out < rows.last_instant).fill_null(False),
        answered_elsewhere=(rows.last_out > rows.last_instant).fill_null(False),
        place=ibis.row_number().over(
            group_by=THREAD, order_by=[rows.earlier_out.fill_null(0).desc(), rows.colleague_id]
        ),
    )
    return declared(rows.filter(rows.place == 0), OUTPUT)


def _last_words(touches: ibis.Table) -> ibis.Table:
    """The last activity of each thread x account, where it is theirs: a row per colleague reached.

    By the latest instant first: that leaves few rows to sort.
    """
    latest = touches.group_by(*THREAD).agg(last_instant=touches.instant.max())
    ends = touches.inner_join(latest, [*THREAD, ("instant", "last_instant")]).select(
        *THREAD, "contact_id", "colleague_id", "activity_id", "is_in", "last_instant", "day", "asks"
    )
    ends = ends.mutate(last_activity_id=ends.activity_id.max().over(group_by=THREAD))
    ends = ends.filter(ends.activity_id == ends.last_activity_id)
    words = ends.mutate(
        theirs=ends.is_in.max().over(group_by=THREAD),
        last_day=ends.day.min().over(group_by=THREAD),
        asks=ends.asks.max().over(group_by=THREAD),
        writer_id=ends.contact_id.min().over(group_by=THREAD),
    )
    words = words.filter(words.theirs, words.contact_id == words.writer_id)
    return words.select(
        *THREAD, *PAIR, "last_activity_id", "last_instant", "last_day", "asks",
        several=words.count().over(group_by=THREAD) > 1,
    )  # fmt: skip


def _sizes(touches: ibis.Table, last: ibis.Table) -> ibis.Table:
    """How many activities each of these threads x accounts has."""
    threads = touches.semi_join(last, THREAD)
    return threads.group_by(*THREAD).agg(n=threads.activity_id.nunique())


def _ours(touches: ibis.Table) -> ibis.Table:
    """Per contact, the instants of our first and last word to them."""
    ours = touches.filter(~touches.is_in)
    return ours.group_by("contact_id").agg(
        first_out=ours.instant.min(), last_out=ours.instant.max()
    )


def _earlier(touches: ibis.Table, last: ibis.Table) -> ibis.Table:
    """Per last word and colleague, how often that colleague had written to its contact before.

    Counted where it reached several. Where it reached one there is nobody to choose from, and to
    sort all touches for it would take longer than all the rest.
    """
    past = touches.semi_join(last.filter(last.several), PAIR)
    before = ibis.cumulative_window(group_by=PAIR, order_by=["instant", "activity_id"])
    return past.select(
        *PAIR, last_activity_id=past.activity_id, earlier_out=(~past.is_in).sum().over(before)
    )
