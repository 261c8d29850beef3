"""How a contact likes to be reached, in a sentence: from what was measured, for every surface."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext, gettext_noop, ngettext

from kith.ledger.insights.models import Gauge

NARROW = 9  # hours: of a longer stretch nothing can be learnt about when to call
NEARLY_ALL, HALF = 0.95, 0.5
AT_ONCE = 2  # working hours
OFTEN = 0.2  # share of calls, or meetings, that is worth a word
DAYS = (
    gettext_noop("most often on Mondays"),
    gettext_noop("most often on Tuesdays"),
    gettext_noop("most often on Wednesdays"),
    gettext_noop("most often on Thursdays"),
    gettext_noop("most often on Fridays"),
    gettext_noop("most often on Saturdays"),
    gettext_noop("most often on Sundays"),
)


def habits(hours: Gauge | None, answers: Gauge | None) -> str:
    """`Writes mostly between 8:00 and 11:00 their time, on weekdays; answers within a working day.
    From 14 mails of theirs and 9 questions of ours.` '' where too little is known."""
    said = [*_hours(hours), *_channel(hours), *_pace(answers)]
    if not said:
        return ""
    whole = "; ".join(said)
    return f"{whole[0].upper()}{whole[1:]}. {_from(hours, answers)}"


def _hours(gauge: Gauge | None) -> Iterator[str]:
    if gauge is None or gauge.value is None:
        return
    if gauge.value > NARROW:
        hours = gettext("writes at any time of the day")
    else:
        when = gettext("writes mostly between {from_hour}:00 and {until_hour}:00 their time")
        hours = when.format(**gauge.parts)
    yield gettext("{hours}, {days}").format(hours=hours, days=_days(gauge.parts))


def _days(parts: Mapping[str, Any]) -> str:
    if (parts.get("busiest_share") or 0) >= HALF:
        return gettext(DAYS[parts["busiest_day"] - 1])
    if (parts.get("workday_share") or 0) >= NEARLY_ALL:
        return gettext("on weekdays")
    return gettext("on weekends too")


def _channel(gauge: Gauge | None) -> Iterator[str]:
    parts = gauge.parts if gauge else {}
    calls, meetings = parts.get("call_share") or 0, parts.get("meeting_share") or 0
    if calls >= OFTEN:
        yield gettext("{percent}% of the contact is by telephone").format(
            percent=round(calls * 100)
        )
    if meetings >= OFTEN:
        yield gettext("{percent}% of the contact is meetings").format(percent=round(meetings * 100))


def _pace(gauge: Gauge | None) -> Iterator[str]:
    if gauge is None:
        return
    parts = gauge.parts
    if gauge.value is None:
        yield gettext("leaves most questions by mail without an answer")
        return
    if gauge.value <= AT_ONCE:
        yield gettext("usually answers within two hours")
    elif parts.get("days") == 1:
        yield gettext("usually answers within a working day")
    else:
        days = int(parts.get("days") or 0)
        yield ngettext(
            "usually answers within {days} working day",
            "usually answers within {days} working days",
            days,
        ).format(days=days)
    if parts.get("slower"):
        yield gettext("of late more slowly than before")


def _from(hours: Gauge | None, answers: Gauge | None) -> str:
    """How much evidence it is."""
    mails = hours.n if hours and hours.value is not None else 0
    asked = answers.n if answers else 0
    if mails and asked:
        both = ngettext(
            "From {mails} mail of theirs and {asked} questions of ours.",
            "From {mails} mails of theirs and {asked} questions of ours.",
            mails,
        )
        return both.format(mails=mails, asked=asked)
    if mails:
        from_mails = ngettext(
            "From {mails} mail of theirs.", "From {mails} mails of theirs.", mails
        )
        return from_mails.format(mails=mails)
    if asked:
        from_asked = ngettext(
            "From {asked} question of ours.", "From {asked} questions of ours.", asked
        )
        return from_asked.format(asked=asked)
    times = int((hours.parts if hours else {}).get("n_all") or 0)
    return ngettext("From {n} time in touch.", "From {n} times in touch.", times).format(n=times)
