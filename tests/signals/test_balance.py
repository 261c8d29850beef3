"""Who starts and who gives how much, worked out by hand and against a plain loop."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from scipy import stats

from kith.signals import account_balance, balance
from kith.signals.starts import Params
from tests.signals.asked import asked
from tests.signals.generator import Row, tables, touch, touches

AS_OF = date(2000, 12, 1)


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(module, touched: Sequence[Row], **other) -> list[Row]:  # type: ignore[no-untyped-def]
    return asked(module.signal, tables(touched), as_of=AS_OF, **other)


def spaced(*directions: str) -> list[Row]:
    """A touch every fifteen days, each a start."""
    return [touch(n, ago(15 * n), direction) for n, direction in enumerate(directions)]


def test_after_fourteen_days_without_a_touch_the_next_one_is_a_start() -> None:
    [row] = rows_of(
        balance,
        [
            touch(1, ago(60), "out"),  # a start: the first of all
            touch(2, ago(46), "in"),  # 14 days later: an answer, however slow
            touch(3, ago(31), "in"),  # 15 days: a start of theirs
            touch(4, ago(16), "out"),  # and one of ours
            touch(5, ago(2), "out"),  # 14 days: none
        ],
    )
    assert (row["n"], row["started_by_us"]) == (3, 2)
    assert (row["n_in"], row["n_out"]) == (2, 3)
    assert row["reciprocity"] == pytest.approx(2 * 2 / 5)


def test_of_one_day_the_earlier_touch_starts_and_at_one_instant_theirs_does() -> None:
    earlier = [touch(1, AS_OF, "out", hour=8), touch(2, AS_OF, "in", hour=9)]
    together = [touch(1, AS_OF, "out", hour=9), touch(2, AS_OF, "in", hour=9)]
    assert [row["started_by_us"] for row in rows_of(balance, earlier)] == [1]
    assert [row["started_by_us"] for row in rows_of(balance, together)] == [0]


def test_a_year_counts_and_what_was_before_it_only_says_what_is_no_start() -> None:
    [row] = rows_of(balance, [touch(1, ago(370), "in"), touch(2, ago(360), "out")])
    assert (row["n"], row["n_in"], row["n_out"], row["reciprocity"]) == (0, 0, 1, 0.0)


def test_the_share_is_betas_mean_with_its_quantiles_from_eight_starts_on() -> None:
    [row] = rows_of(balance, spaced(*["out"] * 6, "in", "in"))
    posterior = stats.beta(7, 3)
    assert (row["n"], row["started_by_us"]) == (8, 6)
    assert row["value"] == pytest.approx(0.7, abs=1e-12)
    assert row["low"] == pytest.approx(posterior.ppf(0.05), abs=1e-9)
    assert row["high"] == pytest.approx(posterior.ppf(0.95), abs=1e-9)
    assert row["mostly_us"] == pytest.approx(posterior.sf(0.8), abs=1e-9)
    assert row["one_sided"] is False


def test_ten_starts_all_ours_are_one_sided_and_nine_are_not() -> None:
    """P(share > 0.8) after n of n is 1 - 0.8 ** (n + 1): 0.893 of nine, 0.914 of ten."""
    [ten], [nine] = (rows_of(balance, spaced(*["out"] * n)) for n in (10, 9))
    assert ten["mostly_us"] == pytest.approx(1 - 0.8**11)
    assert ten["one_sided"] is True
    assert nine["mostly_us"] == pytest.approx(1 - 0.8**10)
    assert nine["one_sided"] is False


def test_below_eight_starts_it_abstains_and_keeps_the_counts() -> None:
    [row] = rows_of(balance, spaced(*["out"] * 7))
    assert [row[c] for c in ("value", "low", "high", "mostly_us", "one_sided")] == [None] * 5
    assert (row["n"], row["started_by_us"], row["reciprocity"]) == (7, 7, 0.0)


def test_what_is_a_start_with_one_person_is_an_answer_at_their_account() -> None:
    touched = [touch(1, ago(30), "in"), touch(2, ago(20), "out", contact_id=2)]
    assert {r["contact_id"]: r["n"] for r in rows_of(balance, touched)} == {1: 1, 2: 1}
    [row] = rows_of(account_balance, touched)
    assert (row["n"], row["started_by_us"], row["reciprocity"]) == (1, 0, 1.0)


def test_its_choices_can_be_edited() -> None:
    params = Params(within=31, pause=5, n_min=2, mostly=0.2, sure=0.5)
    touched = [touch(n, ago(10 * n), "out") for n in range(6)]
    [row] = rows_of(balance, touched, params=params)
    assert (row["n"], row["mostly_us"], row["one_sided"]) == (4, pytest.approx(1 - 0.2**5), True)


@pytest.mark.parametrize(
    ("module", "by"), [(balance, "contact_id"), (account_balance, "account_id")]
)
@settings(max_examples=25, deadline=None)
@given(touched=touches())
def test_starts_agree_with_a_plain_loop(module, by: str, touched: list[Row]) -> None:  # type: ignore[no-untyped-def]
    days: dict[int, dict[date, dict[int, Row]]] = defaultdict(lambda: defaultdict(dict))
    first: dict[tuple[int, int], date] = {}
    kept = [
        row
        for row in touched
        if not row["is_mass"] and not row["is_automatic"] and row["kind"] != "task"
        and (row["kind"] != "email" or row["direction"] == "out" or row["part"] == 1)
    ]  # fmt: skip
    for row in kept:
        first.setdefault((row[by], row["activity_id"]), row["day"])
        days[row[by]][row["day"]][row["activity_id"]] = row
    expected = {}
    for subject, each in days.items():
        n = ours = 0
        before = None
        for day in sorted(each):
            if before is None or (day - before).days > 14:
                n += 1
                order = sorted(
                    each[day].values(), key=lambda r: (r["instant"], r["direction"] == "out")
                )
                ours += order[0]["direction"] == "out"
            before = day
        expected[subject] = (n, ours)
    found = rows_of(module, touched)
    assert {r[by]: (r["n"], r["started_by_us"]) for r in found} == expected
