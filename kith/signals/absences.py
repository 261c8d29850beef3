"""Days on which a contact was away, as their own automatic answers announced it.

From the day of the note to the day before they were to be back. Without a day of return it is
believed for `GUESSED` days. It ends when they write themselves.
"""

from datetime import date, timedelta

import ibis

from kith.signals.output import days_between

GUESSED = 30  # days, as long as pages speak of such an absence
LONGEST = 180  # days: nobody is on holiday for longer, a year was misread


def away(notices: ibis.Table, days: ibis.Table, *, as_of: date) -> ibis.Table:
    """One row per absence that was known on `as_of`: contact_id, since, and `back`, the first day
    on which they are no longer away. `days`: contact_id and day of everything they wrote."""
    known = notices.filter(notices.kind == "away", notices.known_day <= as_of)
    known = known.select(
        "notice_id",
        "contact_id",
        since=known.known_day,
        said=known.until_day.fill_null(known.known_day + ibis.interval(days=GUESSED)),
    )
    wrote = days.select("contact_id", "day").semi_join(known, "contact_id")
    again = known.inner_join(wrote, [known.contact_id == wrote.contact_id, wrote.day > known.since])
    again = again.group_by("notice_id").agg(again=again.day.min())
    rows = known.left_join(again, "notice_id").drop("notice_id_right")
    return rows.select(
        "contact_id", "since", back=ibis.least(rows.said, rows.again.fill_null(rows.said))
    )


def missed(away: ibis.Table, calendar: ibis.Table, *, as_of: date) -> ibis.Table:
    """Each contact's days away up to `as_of` that would have counted: contact_id, day.

    `calendar`: the rows of signal `days_off`.
    """
    end = ibis.least(away.back, ibis.literal(as_of + timedelta(days=1)))
    length = ibis.least(days_between(away.since, end), LONGEST).cast("int64")
    steps = away.mutate(step=ibis.range(0, length).unnest())
    days = steps.select("contact_id", day=(steps.since + steps.step.as_interval("D")).cast("date"))
    return days.distinct().semi_join(calendar.filter(~calendar.off), "day")


def gone_by(days: ibis.Table, missed: ibis.Table) -> ibis.Table:
    """For each day on which a contact with absences wrote: how many days away lie behind it."""
    wrote = days.select("contact_id", "day").semi_join(missed, "contact_id")
    marks = wrote.mutate(away=ibis.literal(0, "int64")).union(
        missed.mutate(away=ibis.literal(1, "int64"))
    )
    so_far = ibis.cumulative_window(
        group_by=marks.contact_id, order_by=[marks.day, marks.away.desc()]
    )
    counts = marks.mutate(missed=marks.away.sum().over(so_far))
    return counts.filter(counts.away == 0).select("contact_id", "day", "missed")
