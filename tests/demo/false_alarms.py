"""False alarms of the demo company, counted as its representatives would meet them.

A false alarm is a finding among the first five of a representative (Today's length) that no story
tells which has begun by then. It counts once, on the first day on which it stands there: the same
cause keeps its key. Nobody answers, so that nothing is cleared away. The first half-year is for
the ledger to get to know people, and is not counted; what stands since then is not new.

`make soak ONLY=alarms` counts every working day, the tests every second Monday.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from kith.demo import calendar
from kith.demo.firm import REPRESENTATIVES
from kith.demo.world import DAYS
from kith.ledger.insights.readers import A_DAY
from tests.demo.explained import Found, unexplained

WARMING_UP = timedelta(days=183)


class Past(Protocol):
    """Days of the demo (`tests.demo.replay.Replay`)."""

    def on(self, day: date, /) -> list[Found]:
        """What was found on that day, best first."""


@dataclass(frozen=True)
class Alarm:
    """A false one, on the day it came."""

    day: date
    found: Found


def false_alarms(past: Past, days: Iterable[date], clock: date) -> Iterator[Alarm]:
    """Those that come on `days`, which are in order; the first day shows what stood already."""
    told: set[str] = set()
    for number, day in enumerate(days):
        found = past.on(day)
        for who in REPRESENTATIVES:
            today = [one for one in found if one.rep == who.address][:A_DAY]
            new = [one for one in today if one.key not in told]
            told |= {one.key for one in new}
            if number:
                yield from (Alarm(day, one) for one in unexplained(new, day, clock))


def counted_from(clock: date) -> date:
    """The Monday with which counting begins."""
    begin = clock - timedelta(days=DAYS) + WARMING_UP
    return begin + timedelta(days=-begin.weekday() % 7)


def every(weeks: int, clock: date) -> list[date]:
    """Every so many Mondays from then on, and the one before it that shows what stood already."""
    first = counted_from(clock)
    many = (clock - first).days // 7 // weeks
    return [first + timedelta(weeks=weeks * n) for n in range(-1, many + 1)]


def working_days(clock: date) -> list[date]:
    """The same, of every working day."""
    first = counted_from(clock)
    days = (first + timedelta(days=n) for n in range((clock - first).days + 1))
    return [first - timedelta(days=1), *filter(calendar.is_working_day, days)]


def weeks_counted(clock: date) -> int:
    return (clock - counted_from(clock)).days // 7 + 1


def per_week(alarms: list[Alarm], weeks: int) -> dict[str, float]:
    """By representative, the mean over all weeks."""
    return {
        who.address: sum(alarm.found.rep == who.address for alarm in alarms) / weeks
        for who in REPRESENTATIVES
    }


def table(alarms: list[Alarm], weeks: int) -> str:
    """By representative and kind, how many a week, and the week in which most came."""
    kinds = sorted({alarm.found.kind for alarm in alarms})
    rows = [("whose", *kinds, "all", "a week", "most in a week")]
    for who in REPRESENTATIVES:
        theirs = [alarm for alarm in alarms if alarm.found.rep == who.address]
        most, week = worst_week(theirs)
        rows.append((who.first, *_counts(theirs, kinds, weeks), f"{most}, of {week}"))
    rows.append(("all", *_counts(alarms, kinds, weeks * len(REPRESENTATIVES)), ""))
    return "\n".join(" | ".join(row) for row in rows)


def _counts(alarms: list[Alarm], kinds: list[str], weeks: int) -> list[str]:
    each = Counter(alarm.found.kind for alarm in alarms)
    counts = [each[kind] for kind in kinds]
    return [*map(str, counts), str(len(alarms)), f"{len(alarms) / weeks:.2f}"]


def worst_week(alarms: list[Alarm]) -> tuple[int, date | None]:
    """How many came in the week of most, and its Monday; the first of several."""
    weeks = Counter(alarm.day - timedelta(days=alarm.day.weekday()) for alarm in alarms)
    most = max(weeks.values(), default=0)
    return most, min((week for week, n in weeks.items() if n == most), default=None)
