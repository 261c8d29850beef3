"""How does a contact like to be reached? See docs/signals/hours_and_channel.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals import clock
from kith.signals.output import declared
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape
from kith.terms.words import Kind

SEEN_BY = "team"

OUTPUT = Shape(
    name="hours_and_channel",
    grain="one contact with at least one counted touch within two years",
    columns=(
        Column("contact_id", "int64", "the contact"),
        Column(
            "value",
            "float64",
            "hours of the shortest stretch of the day with 80 % of their mails; null: abstains",
            nullable=True,
        ),
        Column("low", "float64", "null: what happened has no sampling error", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "mails they wrote whose clock is known"),
        Column("from_hour", "int64", "the full hour in which that stretch begins", nullable=True),
        Column("until_hour", "int64", "the full hour by which it is over", nullable=True),
        Column("workday_share", "float64", "of these mails, Monday to Friday", nullable=True),
        Column("busiest_day", "int64", "weekday of most, 1 Monday to 7 Sunday", nullable=True),
        Column("busiest_share", "float64", "of these mails, on that weekday", nullable=True),
        Column("n_all", "int64", "touches by mail, call and meeting, both ways"),
        Column("mail_share", "float64", "of them, mails", nullable=True),
        Column("call_share", "float64", "of them, calls", nullable=True),
        Column("meeting_share", "float64", "of them, meetings and visits", nullable=True),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """`window`: days looked at. `held`: the share of mails that the stretch holds, in percent.
    `n_min`: mails, or touches, below which nothing is said of hours, or of channels. Our choices.
    """

    weights: Weights = field(default_factory=Weights)
    window: int = 730
    held: int = 80
    n_min: int = 8


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: a description of what they did, no estimate of what they like."""
    touches = tables["touches"]
    touches = touches.filter(touches.day > as_of - timedelta(days=params.window))
    touches = counted(touches, as_of=as_of, weights=params.weights)
    channels = _channels(touches, params)
    mails = _mails(touches)
    rows = channels.left_join(_days(mails), "contact_id").drop("contact_id_right")
    rows = rows.left_join(_stretch(mails, params), "contact_id").drop("contact_id_right")
    n = rows.n.fill_null(0)
    enough = n >= params.n_min

    def told(column: ibis.Value) -> ibis.Value:
        return enough.ifelse(column, None)

    return declared(
        rows.mutate(
            n=n,
            value=told(rows.length.cast("float64") / 60.0),
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            from_hour=told(rows.start // 60),
            until_hour=told(_over_by(rows.start, rows.length)),
            workday_share=told(rows.workdays / n.nullif(0)),
            busiest_day=told(rows.busiest + 1),
            busiest_share=told(rows.most / n.nullif(0)),
        ),
        OUTPUT,
    )


def _over_by(start: ibis.Value, length: ibis.Value) -> ibis.Value:
    """The full hour by which a stretch is over, which is never the one in which it began."""
    return ibis.greatest((start + length + 59) // 60, start // 60 + 1) % 24


def _channels(touches: ibis.Table, params: Params) -> ibis.Table:
    each = touches.group_by("contact_id", "activity_id").agg(kind=touches.kind.min())
    kinds = each.group_by("contact_id").agg(
        n_all=each.count(),
        mail=(each.kind == Kind.EMAIL.value).sum(),
        call=(each.kind == Kind.CALL.value).sum(),
        meeting=each.kind.isin([Kind.MEETING.value, Kind.VISIT.value]).sum(),
    )
    total = (kinds.n_all >= params.n_min).ifelse(kinds.n_all, None)
    return kinds.select(
        "contact_id",
        "n_all",
        **{f"{name}_share": kinds[name] / total for name in ("mail", "call", "meeting")},
    )


def _mails(touches: ibis.Table) -> ibis.Table:
    """Per contact and mail they wrote, where its clock is known: minute of the day and weekday."""
    theirs = touches.filter(
        touches.is_in, touches.kind == Kind.EMAIL.value, touches.offset_minutes.notnull()
    )
    each = theirs.group_by("contact_id", "activity_id").agg(
        instant=theirs.instant.max(), offset_minutes=theirs.offset_minutes.max()
    )
    wall = clock.wall(each.instant, each.offset_minutes)
    return each.select(
        "contact_id", "activity_id", minute=clock.minute_of_day(wall), weekday=clock.weekday(wall)
    )


def _days(mails: ibis.Table) -> ibis.Table:
    """Per contact: mails, those of working days, the weekday with most (the earliest of equal)."""
    by_day = mails.group_by("contact_id", "weekday").agg(n=mails.count())
    place = ibis.row_number().over(
        group_by=by_day.contact_id, order_by=[by_day.n.desc(), by_day.weekday]
    )
    by_day = by_day.mutate(place=place)
    top = by_day.place == 0
    return by_day.group_by("contact_id").agg(
        n=by_day.n.sum(),
        workdays=(by_day.weekday < 5).ifelse(by_day.n, 0).sum(),
        busiest=by_day.weekday.max(where=top),
        most=by_day.n.max(where=top),
    )


def _stretch(mails: ibis.Table, params: Params) -> ibis.Table:
    """Per contact the shortest stretch round the clock that holds enough mails, the earliest of
    equal ones: it begins and ends with a mail, so each mail is tried as its beginning."""
    clockwise = ibis.window(group_by=mails.contact_id, order_by=[mails.minute, mails.activity_id])
    rows = mails.mutate(
        place=ibis.row_number().over(clockwise),
        n=mails.count().over(group_by=mails.contact_id),
    )
    ahead = (rows.n * params.held + 99) // 100 - 1  # mails beside the first
    begins = rows.mutate(end=(rows.place + ahead) % rows.n, past=rows.place + ahead >= rows.n)
    ends = rows.select("contact_id", end=rows.place, end_minute=rows.minute)
    tried = begins.inner_join(ends, ["contact_id", "end"])
    length = tried.end_minute - tried.minute + tried.past.ifelse(24 * 60, 0)
    tried = tried.mutate(length=length)
    shortest = ibis.row_number().over(
        group_by=tried.contact_id, order_by=[tried.length, tried.minute, tried.activity_id]
    )
    first = tried.mutate(shortest=shortest).filter(lambda t: t.shortest == 0)
    return first.select("contact_id", "length", start=first.minute)
