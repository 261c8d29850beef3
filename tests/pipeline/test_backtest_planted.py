"""Two ledgers made so that the answer is known: in one a person's own rhythm tells who stopped, in
the other only the length of the silence does."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kith.findings.backtest.trial import Trial
from kith.pipeline.backtest import kinds_record, silence_trial
from tests.signals.generator import Row, as_ibis, tables, touch

FIRST, END = date(2000, 1, 1), 1_000
UNTIL = FIRST + timedelta(days=END)


def exchange(contact: int, days: Iterable[int]) -> Iterator[Row]:
    """They wrote on these days, and we answered."""
    for day in days:
        for direction in ("in", "out"):
            yield touch(
                contact * 10_000 + day * 2 + (direction == "out"),
                FIRST + timedelta(days=day),
                direction,
                contact_id=contact,
                account_id=contact,
                hour=10 if direction == "in" else 15,
            )


def steady(first: int, people: int, gap: int, *, since: int = 0) -> Iterator[Row]:
    """People who write every `gap` days to the end, each on days of their own."""
    for n in range(people):
        yield from exchange(first + n, range(since + n * gap // people, END, gap))


def leaving(first: int, people: int, gap: int, *, since: int) -> Iterator[Row]:
    """The same, but one after the other stops, from day 520 to 920."""
    for n in range(people):
        stops = 520 + n * 400 // people
        yield from exchange(first + n, range(since + n % gap, stops, gap))


def bursts(first: int, people: int) -> Iterator[Row]:
    """People who write on five days in a row and then not for 40, to the end."""
    for n in range(people):
        starts = range(n * 45 // people, END, 45)
        yield from exchange(first + n, (s + d for s in starts for d in range(5) if s + d < END))


def trial_of(rows: Iterable[Row]) -> Trial:
    return silence_trial(as_ibis(tables(list(rows))), as_of=UNTIL, report=lambda _: None)


def test_where_slow_and_quick_writers_mix_the_own_rhythm_beats_the_longest_silence() -> None:
    trial = trial_of([
        *steady(1, 30, 85), *steady(101, 3, 5, since=300), *leaving(201, 20, 5, since=300)
    ])  # fmt: skip
    silence, recency = trial.ways["silence"], trial.ways["recency"]
    assert silence.right > 2 * recency.right
    assert trial.beats
    # The value means what it says at the top.
    assert trial.calibration[-1].stopped > 0.9


def test_where_quick_writers_pause_and_slow_ones_leave_the_longest_silence_is_better() -> None:
    trial = trial_of([*bursts(1, 20), *leaving(201, 20, 30, since=200)])
    silence, recency = trial.ways["silence"], trial.ways["recency"]
    assert recency.right > 2 * silence.right
    assert trial.against[0].high < 0
    assert not trial.beats


def test_who_leaves_a_weekly_rhythm_is_found_to_have_gone_quiet_and_that_proves_right() -> None:
    rows = [*steady(101, 3, 5, since=0), *leaving(201, 8, 7, since=100)]
    facts = as_ibis(tables(rows))
    found = kinds_record(facts, as_of=UNTIL, report=lambda _: None, newest=6)["gone_quiet"]
    assert found.n >= 3
    assert found.right == found.n
