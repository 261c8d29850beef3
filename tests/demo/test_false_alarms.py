"""What counts as a false alarm, and how often."""

from datetime import date, timedelta

import pytest

from kith.demo.firm import JANA, TOBIAS
from kith.demo.stories import plant_manager_went_quiet
from tests.demo.explained import Found
from tests.demo.false_alarms import (
    counted_from,
    every,
    false_alarms,
    per_week,
    table,
    weeks_counted,
    working_days,
    worst_week,
)

CLOCK = date(2026, 3, 18)
FIRST, SECOND, THIRD = (date(2025, 3, day) for day in (3, 10, 17))


def alarm(key: str, rep: str = JANA.address, kind: str = "gone_quiet") -> Found:
    return Found(kind, "nobody.example", "a@nobody.example", rep, key, FIRST)


class Told(dict[date, list[Found]]):
    """What each day shows, in place of a ledger's."""

    def on(self, day: date) -> list[Found]:
        return self[day]


def test_the_same_cause_counts_once_and_what_stood_on_the_first_day_not_at_all() -> None:
    days = Told(
        {
            FIRST: [alarm("old")],
            SECOND: [alarm("old"), alarm("new")],
            THIRD: [alarm("new"), alarm("other", TOBIAS.address)],
        }
    )
    found = [(one.day, one.found.key) for one in false_alarms(days, days, CLOCK)]
    assert found == [(SECOND, "new"), (THIRD, "other")]


def test_the_sixth_of_a_day_is_not_seen_until_it_moves_up() -> None:
    six = [alarm(str(n)) for n in range(6)]
    days = Told({FIRST: [], SECOND: six, THIRD: six[1:]})
    found = [(one.day, one.found.key) for one in false_alarms(days, days, CLOCK)]
    assert found == [*((SECOND, str(n)) for n in range(5)), (THIRD, "5")]


@pytest.mark.parametrize(("earlier", "counts"), [(0, False), (1, True)])
def test_what_a_story_tells_is_false_before_the_story_has_begun(
    earlier: int, *, counts: bool
) -> None:
    story = plant_manager_went_quiet.STORY
    day = story.first_day(CLOCK) - timedelta(days=earlier)
    told = Found(str(story.finds), story.account, story.contact, story.rep.address, "k", day)
    days = Told({day - timedelta(days=1): [], day: [told]})
    assert bool([*false_alarms(days, days, CLOCK)]) is counts


def test_the_days_are_counted_after_half_a_year_of_getting_to_know_people() -> None:
    first = counted_from(CLOCK)
    assert first.weekday() == 0
    assert timedelta(days=183) <= first - (CLOCK - timedelta(days=1096)) < timedelta(days=190)
    assert every(1, CLOCK)[:2] == [first - timedelta(weeks=1), first]
    assert len(every(1, CLOCK)) == weeks_counted(CLOCK) + 1
    assert CLOCK - every(2, CLOCK)[-1] < timedelta(weeks=2)
    assert {day.weekday() for day in working_days(CLOCK)[1:]} == set(range(5))


def test_the_table_has_each_representative_and_the_week_of_most() -> None:
    days = Told(
        {
            FIRST: [],
            SECOND: [alarm("a"), alarm("b", kind="unanswered")],
            SECOND + timedelta(days=1): [alarm("c")],
            THIRD: [alarm("d", TOBIAS.address)],
        }
    )
    alarms = [*false_alarms(days, days, CLOCK)]
    assert per_week(alarms, 2)[JANA.address] == 1.5
    assert worst_week(alarms) == (3, SECOND)
    lines = table(alarms, 2).splitlines()
    assert lines[1] == f"Jana | 2 | 1 | 3 | 1.50 | 3, of {SECOND}"
    assert lines[-1].startswith("all | 3 | 1 | 4 | 0.40")
