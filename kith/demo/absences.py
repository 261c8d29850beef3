"""When somebody is away: two or three weeks of summer, often a week in autumn or before Easter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from kith.demo import calendar
from kith.demo.chance import stream
from kith.demo.people import Person

_WEEK = timedelta(weeks=1)
_SETTLING = timedelta(days=10)
_BUSY = 16
"""Who writes oftener than every so many days is never gone for more than two weeks."""

Span = tuple[date, date]
"""The first day away, and the day of return."""


@dataclass(frozen=True, slots=True)
class Holidays:
    """Everybody's in one demo. `last`: its last day; `ends`: by address an earlier day with which
    somebody's ordinary mail ends.

    Who would be away as it ends, or hardly back, does not go that time: silence would be news.
    """

    last: date
    ends: Mapping[str, date]

    def of(self, who: Person, year: int) -> tuple[Span, ...]:
        """That person's holidays of one year, but for that the same in every demo."""
        end = self.ends.get(who.address, self.last)
        drawn = _drawn(who, year)
        return tuple((gone, back) for gone, back in drawn if not gone <= end < back + _SETTLING)

    def back_on(self, day: date, people: Iterable[Person]) -> date:
        """The day itself, or the first one on which all of them are there and business goes on."""
        people = tuple(people)
        day = calendar.shift(day, 0)
        while spans := [span for span in self._around(day, people) if span[0] <= day < span[1]]:
            day = calendar.shift(max(span[1] for span in spans), 0)
        return day

    def free_until(self, day: date, people: Iterable[Person]) -> datetime:
        """The evening before the first of them leaves, or before Easter or Christmas."""
        first = min(begins for begins, _ in self._around(day, people) if begins > day)
        return datetime.combine(first - timedelta(days=1), time(23))

    def _around(self, day: date, people: Iterable[Person]) -> Iterator[Span]:
        people = tuple(people)
        for year in (day.year - 1, day.year, day.year + 1):
            yield from calendar.hushes(year)
            for one in people:
                yield from self.of(one, year)


@cache
def _drawn(who: Person, year: int) -> tuple[Span, ...]:
    """None over New Year."""
    rng = stream("away", who.address, year)
    weeks = rng.choice((2, 2, 3)) if who.every is None or who.every > _BUSY else 2
    summer = _monday(date(year, 7, 1)) + rng.randrange(8) * _WEEK
    found = [(summer, summer + weeks * _WEEK)]
    more = rng.random()
    if more < 0.3:
        autumn = _monday(date(year, 10, 4)) + rng.randrange(4) * _WEEK
        found.append((autumn, autumn + _WEEK))
    elif more < 0.6:
        holy_week = calendar.easter(year) - timedelta(days=6)
        found.append((holy_week, calendar.shift(holy_week + _WEEK, 0)))
    return tuple(sorted(found))


def _monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)
