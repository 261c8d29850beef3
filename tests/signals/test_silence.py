"""Silence against the Gamma law of scipy, a plain loop, and a rhythm planted and found again."""

import math
import statistics
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import ibis
import numpy as np
import pytest
from hypothesis import given, settings
from scipy import special, stats

from kith.signals import rhythm, silence
from tests.signals.asked import asked
from tests.signals.generator import Row, as_ibis, tables, touch, touches

AS_OF = date(2000, 3, 1)
LAST = date(2010, 1, 1)
UNFITTED = silence.Params()


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(
    touched: Sequence[Row], as_of: date = AS_OF, params: silence.Params = UNFITTED
) -> list[Row]:
    return asked(silence.signal, tables(touched), as_of=as_of, params=params)


def writing_on(*days: int, contact: int = 1, first: int = 100) -> list[Row]:
    return [touch(first + n, ago(day), "in", contact_id=contact) for n, day in enumerate(days)]


def test_a_contact_who_wrote_every_week_and_then_not_for_four() -> None:
    touched = [
        *writing_on(28, 35, 42, 49, 56, 60),
        touch(1, ago(30), "out"),
        touch(2, ago(20), "out"),
        touch(3, ago(10), "out"),
        touch(3, ago(10), "out", colleague_id=2),
    ]
    params = silence.Params(regularity=2, population=math.log(14))
    [row] = rows_of(touched, params=params)
    assert (row["n"], row["n_gaps"], row["elapsed"]) == (6, 5, 28)
    assert (row["typical_gap"], row["longest_gap"], row["beyond_own"]) == (7.0, 7, True)
    assert (row["last_in_day"], row["last_out_day"], row["out_since"]) == (ago(28), ago(10), 2)
    log_mean = (4 * math.log(7) + math.log(4) + 2 * math.log(14)) / 7
    mean_gap = 2 * math.exp(log_mean - special.digamma(2))
    assert row["mean_gap"] == pytest.approx(mean_gap)
    assert row["value"] == pytest.approx(stats.gamma(2, scale=mean_gap / 2).cdf(28))
    assert row["low"] < row["value"] < row["high"]


def test_with_fewer_than_five_gaps_it_abstains_and_keeps_the_inputs() -> None:
    [row] = rows_of(writing_on(28, 35, 42, 49, 56))
    assert (row["value"], row["low"], row["high"]) == (None, None, None)
    assert (row["n_gaps"], row["longest_gap"], row["beyond_own"]) == (4, 7, True)


def test_one_mail_makes_no_gap() -> None:
    [row] = rows_of(writing_on(28))
    nothing = ("value", "mean_gap", "typical_gap", "longest_gap", "beyond_own", "last_out_day")
    assert [row[name] for name in nothing] == [None] * len(nothing)
    assert (row["n"], row["n_gaps"], row["elapsed"], row["out_since"]) == (1, 0, 28, 0)


def test_only_who_wrote_is_listed_and_a_day_counts_once() -> None:
    touched = [
        touch(1, ago(9), "out"),
        touch(2, ago(9), "in", contact_id=2, hour=9),
        touch(3, ago(9), "in", contact_id=2, hour=17),
        touch(3, ago(9), "in", contact_id=3, part=4),
    ]
    [row] = rows_of(touched)
    assert (row["contact_id"], row["n"]) == (2, 1)


def test_only_the_last_ten_gaps_are_their_own_measure() -> None:
    [row] = rows_of(writing_on(*range(0, 33, 3), 59))
    assert (row["n_gaps"], row["longest_gap"], row["typical_gap"]) == (11, 3, 3.0)


@pytest.mark.parametrize("k", rhythm.SHAPES)
def test_the_erlang_sum_is_the_gamma_tail_of_scipy(k: int) -> None:
    engine = ibis.duckdb.connect()
    for elapsed in (0, 1, 7, 40, 400):
        for log_mean in (0.0, 1.5, 4.0):
            share = rhythm.share_shorter(ibis.literal(elapsed), ibis.literal(log_mean), k)
            rate = math.exp(special.digamma(k) - log_mean)
            assert engine.execute(share) == pytest.approx(
                special.gammainc(k, rate * elapsed), abs=1e-12
            )
    assert rhythm.digamma(k) == pytest.approx(special.digamma(k))
    assert rhythm.trigamma(k) == pytest.approx(special.polygamma(1, k))


def planted(k: int, *, contacts: int, gaps: int, seed: int) -> tuple[list[Row], list[float]]:
    """Mails, the last of all on `LAST`, with Gamma(k) gaps; and each contact's mean gap in days."""
    random = np.random.default_rng(seed)
    means = 60 * np.exp(random.normal(0, 0.3, contacts))
    rows: list[Row] = []
    for contact, mean in enumerate(means, 1):
        days = np.cumsum(random.gamma(k, mean / k, gaps)).round()
        # Two on one day would be merged, which no continuous law knows of.
        for day in sorted(set(days.astype(int).tolist())):
            when = LAST - timedelta(days=int(days[-1]) - day)
            rows.append(touch(len(rows) + 1, when, "in", contact_id=contact))
    return rows, means.tolist()


@pytest.mark.parametrize("k", rhythm.SHAPES)
def test_a_planted_rhythm_is_found_again(k: int) -> None:
    touched, means = planted(k, contacts=60, gaps=30, seed=k)
    query = silence.statistics(as_ibis(tables(touched)), as_of=LAST)
    params = silence.fit(ibis.duckdb.connect().to_pyarrow(query).to_pylist())
    assert params.regularity == k
    mean = math.exp(params.population - special.digamma(k)) * k
    assert mean == pytest.approx(statistics.geometric_mean(means), rel=0.12)


def test_the_interval_holds_the_true_value_nine_times_in_ten() -> None:
    k = 2
    touched, means = planted(k, contacts=400, gaps=9, seed=11)
    population = math.log(60) + special.digamma(k) - math.log(k)
    params = silence.Params(regularity=k, population=population)
    # Others go on writing, or the firm's mail would stand still.
    going_on = [
        touch(1_000_000 + n, LAST + timedelta(days=70 - n // 20), "in", contact_id=1_000)
        for n in range(70 * 20)
    ]
    rows = rows_of([*touched, *going_on], as_of=LAST + timedelta(days=70), params=params)
    rows = [row for row in rows if row["contact_id"] != 1_000]
    hits = 0
    for row in rows:
        true = stats.gamma(k, scale=means[row["contact_id"] - 1] / k).cdf(row["elapsed"])
        hits += row["low"] <= true <= row["high"]
    assert 0.87 <= hits / len(rows) <= 0.97


def test_statistics_are_few_rows_whatever_the_ledger() -> None:
    touched, _ = planted(1, contacts=60, gaps=30, seed=3)
    rows = asked(silence.statistics, tables(touched), as_of=LAST)
    assert len(rows) <= 6
    assert sum(row["contacts"] for row in rows) == 60


def test_without_anyone_to_learn_from_the_parameters_stay() -> None:
    rows = asked(silence.statistics, tables(writing_on(1, 2)), as_of=AS_OF)
    assert silence.fit(rows) == silence.Params()


def by_loop(touched: Sequence[Row]) -> dict[int, Row]:
    """The definition, contact by contact, with an activity's day the first it is given."""
    first: dict[tuple[int, int], Row] = {}
    for row in touched:
        wrote = row["kind"] != "email" or row["direction"] == "out" or row["part"] == 1
        plain = not row["is_mass"] and not row["is_automatic"] and row["kind"] != "task"
        if wrote and plain and max(row["day"], row["known_day"]) <= AS_OF:
            key = (row["contact_id"], row["activity_id"])
            if key not in first or row["day"] < first[key]["day"]:
                first[key] = row
    found = {}
    for contact in {key[0] for key in first}:
        rows = [row for key, row in first.items() if key[0] == contact]
        theirs = [row for row in rows if row["direction"] == "in"]
        if not theirs:
            continue
        days = sorted({row["day"] for row in theirs})
        gaps = [(b - a).days for a, b in pairwise(days)]
        end = max(row["instant"] for row in theirs)
        ours = [row for row in rows if row["direction"] == "out"]
        elapsed = (AS_OF - days[-1]).days
        log_mean = (sum(map(math.log, gaps)) + 2 * math.log(14)) / (len(gaps) + 2)
        rate = math.exp(special.digamma(1) - log_mean)
        found[contact] = {
            "n": len(days),
            "n_gaps": len(gaps),
            "typical_gap": statistics.median(gaps[-10:]) if gaps else None,
            "longest_gap": max(gaps[-10:]) if gaps else None,
            "elapsed": elapsed,
            "out_since": sum(row["instant"] > end for row in ours),
            "last_out_day": max((row["day"] for row in ours), default=None),
            "value": 1 - math.exp(-rate * elapsed) if len(gaps) >= 5 else None,
        }
    return found


@settings(max_examples=40, deadline=None)
@given(touched=touches())
def test_silence_agrees_with_a_plain_loop(touched: list[Row]) -> None:
    rows = {row["contact_id"]: row for row in rows_of(touched)}
    expected = by_loop(touched)
    assert rows.keys() == expected.keys()
    for contact, row in expected.items():
        value = row.pop("value")
        assert {name: rows[contact][name] for name in row} == row
        assert rows[contact]["value"] == (value if value is None else pytest.approx(value))
