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
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    last = _last_words(touches)
    near = touches.semi_join(last, "contact_id")
    rows = last.inner_join(_ours(near), "contact_id").inner_join(
        _reached(near, last), ["contact_id", "last_activity_id"]
    )
    calendar = days_off.known(tables, as_of=as_of, weights=params.weights)
    today = calendar.agg(today=calendar.counting.max())
    asked = calendar.select(last_day=calendar.day, asked=calendar.counting)
    rows = rows.cross_join(today).left_join(asked, "last_day").drop("last_day_right")
    waiting = days_between(rows.last_day, ibis.literal(as_of))
    rows = rows.mutate(
        waiting_days=waiting,
        waiting_counted=(rows.today - rows.asked).fill_null(waiting),
        contact_two_way=(rows.first_out < rows.last_instant).fill_null(False),  # noqa: FBT003
        answered_elsewhere=(rows.last_out > rows.last_instant).fill_null(False),  # noqa: FBT003
        place=ibis.row_number().over(
            group_by=[rows.thread_id, rows.account_id],
            order_by=[rows.earlier_out.desc(), rows.colleague_id],
        ),
    )
    return declared(rows.filter(rows.place == 0), OUTPUT)


def _last_words(touches: ibis.Table) -> ibis.Table:
    """The last activity of each thread x account, where it is theirs."""
    threads = touches.filter(touches.thread_id.notnull())
    activities = threads.group_by("thread_id", "account_id", "activity_id").agg(
        is_in=threads.is_in.max(),
        last_instant=threads.instant.max(),
        last_day=threads.day.min(),
        asks=threads.asks.max(),
        contact_id=threads.contact_id.min(),
    )
    whole = [activities.thread_id, activities.account_id]
    activities = activities.mutate(
        last_activity_id=activities.activity_id,
        n=activities.count().over(group_by=whole),
        place=ibis.row_number().over(
            group_by=whole,
            order_by=[activities.last_instant.desc(), activities.activity_id.desc()],
        ),
    )
    return activities.filter((activities.place == 0) & activities.is_in)


def _ours(near: ibis.Table) -> ibis.Table:
    """Per contact, the instants of our first and last word to them; null if there is none."""
    ours = near.is_in.ifelse(None, near.instant)
    return near.group_by("contact_id").agg(first_out=ours.min(), last_out=ours.max())


def _reached(near: ibis.Table, last: ibis.Table) -> ibis.Table:
    """Per last word, the colleagues it reached: how often each had written to its contact before.

    Counted where it reached several. Where it reached one there is nobody to choose from, and to
    sort all touches for it would take longer than all the rest.
    """
    pair, word = ["contact_id", "colleague_id"], ["contact_id", "last_activity_id"]
    touches = near.mutate(last_activity_id=near.activity_id)
    reached = touches.semi_join(last, word).select(*pair, "last_activity_id")
    reached = reached.mutate(several=reached.count().over(group_by=word) > 1)
    past = touches.semi_join(reached.filter(reached.several), pair)
    before = ibis.cumulative_window(group_by=pair, order_by=["instant", "activity_id"])
    earlier = past.select(*pair, "last_activity_id", n_out=(~past.is_in).sum().over(before))
    rows = reached.left_join(earlier, [*pair, "last_activity_id"])
    return rows.select(*pair, "last_activity_id", earlier_out=rows.n_out.fill_null(0))
