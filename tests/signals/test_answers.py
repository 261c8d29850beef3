"""How long answers take, worked by hand, by a plain loop, and by other people's code."""

import random
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import ModuleType

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf, mannwhitneyu, norm

from kith.signals import answers, clock, latency, replies
from kith.signals.shift import shift
from kith.signals.survival import medians
from tests.signals.asked import asked
from tests.signals.conversations import AS_OF, MONDAY, at, dense, said
from tests.signals.generator import Row, mirrored, tables
from tests.signals.test_rules import assert_same

SIGNALS = (answers, latency)
TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)


def waits(touched: Sequence[Row], *, ours: bool = False) -> list[tuple[float, bool]]:
    """Working hours and whether they ended in an answer, shortest first."""
    of = replies.of_colleagues if ours else replies.of_contacts
    found = asked(of, tables(touched), as_of=AS_OF)
    return sorted((row["seconds"] / 3600, row["answered"]) for row in found)


def test_nights_and_weekends_are_no_waiting() -> None:
    friday = MONDAY - timedelta(days=3)
    asked = said(1, at(friday, 16), "out")
    assert waits([asked, said(2, at(MONDAY, 9, 30), "in")]) == [(3.5, True)]
    assert waits([said(1, at(MONDAY, 20), "out"), said(2, at(MONDAY, 23), "in")]) == [(0.0, True)]


def test_the_clock_is_the_one_of_who_answers() -> None:
    # 20:00 in UTC is 15:00 in New York; 22:00 there is 17:00.
    asked = said(1, at(MONDAY, 20), "out")
    answer = said(2, at(MONDAY, 22), "in", offset_minutes=-300)
    assert waits([asked, answer]) == [(2.0, True)]
    assert waits([asked, answer | {"offset_minutes": 0}]) == [(0.0, True)]


def test_an_answer_without_a_clock_is_read_on_their_usual_one() -> None:
    known = said(1, at(MONDAY - timedelta(days=9), 12), "in", thread_id=7, offset_minutes=-300)
    asked = said(2, at(MONDAY, 20), "out")
    answer = said(3, at(MONDAY, 22), "in", offset_minutes=None)
    assert waits([known, asked, answer]) == [(2.0, True)]


def test_what_is_unanswered_waits_to_the_end_of_the_day_looked_at() -> None:
    assert waits([said(1, at(TUESDAY, 17), "out")]) == [(31.0, False)]


def test_a_mail_that_only_goes_on_with_a_thread_asks_for_nothing() -> None:
    thanks = said(3, at(TUESDAY, 12), "out", asks=False)
    assert waits([said(1, at(MONDAY, 9), "out"), said(2, at(MONDAY, 10), "in"), thanks]) == [
        (1.0, True)
    ]
    assert waits([said(1, at(MONDAY, 9), "out", asks=False)]) == [(49.0, False)]  # it opens one


def test_a_question_put_to_many_or_only_copied_is_put_to_nobody() -> None:
    assert waits([said(1, at(MONDAY, 9), "out", recipients=6)]) == []
    assert waits([said(1, at(MONDAY, 9), "out", part=4)]) == []


def test_who_asks_again_has_waited_since_the_first_time() -> None:
    again = said(2, at(TUESDAY, 9), "out")
    answer = said(3, at(TUESDAY, 11), "in")
    assert waits([said(1, at(MONDAY, 9), "out"), again, answer]) == [(12.0, True)]


def test_a_colleagues_answer_ends_my_waiting_without_an_answer_of_mine() -> None:
    asked = [said(1, at(MONDAY, 9), "in", asks=True, colleague_id=c) for c in (1, 2)]
    answer = said(2, at(MONDAY, 12), "out", colleague_id=2)
    assert waits([*asked, answer], ours=True) == [(3.0, False), (3.0, True)]


def test_a_contact_is_compared_with_their_own_past_alone() -> None:
    def asked(n: int, ago: int, hours: int) -> list[Row]:
        day = MONDAY - timedelta(weeks=ago)
        return [
            said(10 * n, at(day, 8), "out", thread_id=n),
            said(10 * n + 1, at(day, 8 + hours), "in", thread_id=n),
        ]

    quick = [row for n in range(1, 8) for row in asked(n, 20 + n, 1 + n % 2)]
    slow = [row for n in range(11, 18) for row in asked(n, n - 10, 7 + n % 2)]
    [row] = signal(answers, [*quick, *slow])
    assert (row["n"], row["n_answered"], row["n_recent"], row["n_earlier"]) == (14, 14, 7, 7)
    assert (row["recent"], row["earlier"], row["slower"]) == (8.0, 2.0, True)
    assert row["shift"] > 3
    [row] = signal(answers, [*quick, *slow[:10]])
    assert (row["n_recent"], row["shift"], row["slower"]) == (5, None, None)


def signal(module: ModuleType, touched: Sequence[Row]) -> list[Row]:
    return asked(module.signal, tables(touched), as_of=AS_OF)


def test_below_six_questions_nothing_is_said_and_the_count_stays() -> None:
    asked = [said(n, at(MONDAY, 9), "out", thread_id=n) for n in range(1, 6)]
    [row] = signal(answers, asked)
    assert (row["n"], row["value"], row["within_day"], row["days"]) == (5, None, None, None)


@settings(max_examples=40)
@given(
    start=st.integers(0, 60 * 24 * 60),
    minutes=st.integers(0, 60 * 24 * 40),
    offset=st.sampled_from([-660, -300, 0, 345, 780]),
)
def test_working_time_agrees_with_counting_minutes(start: int, minutes: int, offset: int) -> None:
    one = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=start)
    two = one + timedelta(minutes=minutes)
    here = timedelta(minutes=offset)
    expected = sum(
        (one + here + timedelta(minutes=m)).weekday() < 5
        and 8 <= (one + here + timedelta(minutes=m)).hour < 18
        for m in range(minutes)
    )
    passed = clock.worked(clock.wall(ibis.literal(two), ibis.literal(offset))) - clock.worked(
        clock.wall(ibis.literal(one), ibis.literal(offset))
    )
    assert ibis.duckdb.connect().execute(passed) == expected * 60


def survival(times: Sequence[tuple[int, bool]]) -> Row:
    table = ibis.memtable(
        [{"who": 1, "seconds": t, "answered": a} for t, a in times],
        schema={"who": "int64", "seconds": "int64", "answered": "boolean"},
    )
    [row] = ibis.duckdb.connect().to_pyarrow(medians(table, "who", within=100)).to_pylist()
    return dict(row)


def test_the_median_of_freireichs_patients_is_as_published() -> None:
    """Freireich et al. (1963), 6-MP: weeks of remission of 21 patients, 12 of them going on."""
    ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    going_on = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    row = survival([*((t, True) for t in ended), *((t, False) for t in going_on)])
    assert (row["n"], row["n_answered"], row["median"]) == (21, 9, 23)
    assert row["high"] is None
    assert row["share"] == pytest.approx(1 - 0.4481793, abs=1e-7)  # S(35), as in every textbook


waited = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=30)


@settings(max_examples=40)
@given(times=waited)
def test_the_curve_agrees_with_scipys(times: list[tuple[int, bool]]) -> None:
    row = survival(times)
    ended = [t for t, answered in times if answered]
    data = CensoredData(uncensored=ended, right=[t for t, answered in times if not answered])
    left = ecdf(data).sf
    points = zip(left.quantiles, left.probabilities, strict=True)
    reached = [t for t, s in points if s <= 0.5 + 1e-9 and t in ended]
    assert row["median"] == (min(reached) if reached else None)
    until = [s for t, s in zip(left.quantiles, left.probabilities, strict=True) if t in ended]
    assert row["share"] == pytest.approx(1 - min(until, default=1.0), abs=1e-12)
    if row["median"] is not None:
        assert row["low"] <= row["median"]
        assert row["high"] is None or row["high"] >= row["median"]


@settings(max_examples=40)
@given(
    new=st.lists(st.integers(0, 9), min_size=6, max_size=15),
    old=st.lists(st.integers(0, 9), min_size=6, max_size=15),
)
def test_the_comparison_agrees_with_scipys(new: list[int], old: list[int]) -> None:
    rows = [{"who": 1, "v": v, "new": True} for v in new]
    rows += [{"who": 1, "v": v, "new": False} for v in old]
    table = ibis.memtable(rows, schema={"who": "int64", "v": "int64", "new": "boolean"})
    moved = shift(table, "who", value="v", is_new="new", n_side=6)
    [row] = ibis.duckdb.connect().to_pyarrow(moved).to_pylist()
    if len({*new, *old}) == 1:
        assert row["z"] is None
        return
    p = mannwhitneyu(new, old, method="asymptotic", use_continuity=True).pvalue
    assert 2 * norm.sf(abs(row["z"])) == pytest.approx(p, abs=1e-9)
    ranks = mannwhitneyu(new, old).statistic - len(new) * len(old) / 2
    assert row["z"] * ranks >= 0


def by_loop(touched: Sequence[Row]) -> dict[tuple[int, int], list[tuple[date, bool]]]:
    """Per contact and thread: the day of each question and whether it was answered."""
    seen = {row["activity_id"]: row for row in touched}.values()
    threads: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in sorted(seen, key=lambda r: (r["instant"], r["activity_id"])):
        if AS_OF - timedelta(days=730) < row["day"] <= AS_OF:
            threads[row["contact_id"], row["thread_id"]].append(row)
    found: dict[tuple[int, int], list[tuple[date, bool]]] = {}
    for key, rows in threads.items():
        asked: Row | None = None
        out: list[tuple[date, bool]] = []
        for row in rows:
            if row["direction"] == "in":
                if asked:
                    out.append((asked["day"], True))
                asked = None
            elif not asked and (row["asks"] or row is rows[0]):
                asked = row if row["recipients"] <= 5 and row["part"] == 3 else None
        if asked:
            out.append((asked["day"], False))
        if out:
            found[key] = out
    return found


def test_the_pairs_agree_with_a_plain_loop() -> None:
    touched = dense(4)
    rows = asked(replies.of_contacts, tables(touched), as_of=AS_OF)
    expected = [
        (contact, day, answered)
        for (contact, _), pairs in by_loop(touched).items()
        for day, answered in pairs
    ]
    assert len(expected) > 300
    assert sorted((r["contact_id"], r["day"], r["answered"]) for r in rows) == sorted(expected)


@pytest.mark.parametrize("module", SIGNALS)
def test_later_mail_and_the_order_of_rows_change_nothing(module: ModuleType) -> None:
    rows = dense(5)
    later = [said(10**6 + n, at(AS_OF, 9) + timedelta(days=n), "in") for n in range(1, 4)]
    found = signal(module, rows)
    assert sum(row["value"] is not None for row in found) >= 3
    assert any(row["shift"] is not None for row in found)
    mixed = [*rows, *later]
    random.Random(1).shuffle(mixed)
    assert sorted(map(repr, signal(module, mixed))) == sorted(map(repr, found))


@pytest.mark.spark
@pytest.mark.parametrize("module", SIGNALS)
def test_spark_and_duckdb_agree_where_there_is_something_to_say(
    module: ModuleType, duckdb: ibis.BaseBackend, spark: ibis.BaseBackend, tmp_path: Path
) -> None:
    facts = tables(dense(6))
    who = module.OUTPUT.names[0]

    def rows(engine: ibis.BaseBackend) -> dict[int, Row]:
        table = module.signal(mirrored(facts, tmp_path, engine), as_of=AS_OF)
        return {row[who]: row for row in engine.to_pyarrow(table).to_pylist()}

    assert_same(rows(spark), rows(duckdb))
