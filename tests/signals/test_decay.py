"""What became of the year before, worked out by hand; Wilson's interval by published values."""

from collections.abc import Sequence
from datetime import date, timedelta

import ibis
import pytest

from kith.signals import decay, firm_decay
from kith.signals.interval import wilson
from kith.signals.remained import Params
from tests.signals.asked import asked
from tests.signals.generator import Row, tables, touch

AS_OF = date(2001, 12, 31)
BEFORE, LAST = 500, 100  # days ago: in the year before the last, and in the last


def rows_of(module, touched: Sequence[Row], shared=(), **other) -> list[Row]:  # type: ignore[no-untyped-def]
    return asked(module.signal, tables(touched, None, shared), as_of=AS_OF, **other)


def told(contact: int, *said: tuple[str, int], colleague: int = 1) -> list[Row]:
    """Touches with a contact, each a direction and how many days ago."""
    return [
        touch(
            10_000 * colleague + 100 * contact + n,
            AS_OF - timedelta(days=ago),
            direction,
            contact_id=contact,
            colleague_id=colleague,
        )
        for n, (direction, ago) in enumerate(said)
    ]


def both(ago: int) -> list[tuple[str, int]]:
    return [("in", ago), ("out", ago)]


def test_who_was_both_ways_is_kept_if_they_still_are() -> None:
    touched = [
        *told(1, *both(BEFORE), *both(LAST)),
        *told(2, *both(BEFORE), ("out", LAST)),  # we write, they no longer do
        *told(3, *both(BEFORE)),
        *told(4, *both(BEFORE), *both(LAST)),
        *told(5, *both(BEFORE), *both(LAST)),
        *told(6, ("in", BEFORE), *both(LAST)),  # new: until then they wrote alone
        *told(7, ("in", BEFORE), ("out", LAST)),  # in neither year both ways
    ]
    [row] = rows_of(decay, touched)
    assert (row["n"], row["kept"], row["n_new"]) == (5, 3, 1)
    assert row["value"] == pytest.approx(0.6)
    assert row["low"] < 0.6 < row["high"]
    [firm] = rows_of(firm_decay, touched)
    assert {**firm, "colleague_id": 1} == row


def test_the_years_end_where_they_say() -> None:
    touched = [*told(1, *both(729), *both(364)), *told(2, *both(730), *both(365))]
    [row] = rows_of(firm_decay, touched)
    # The second was both ways 365 days ago, on the last day of the year before, and not since.
    assert (row["n"], row["kept"], row["n_new"]) == (2, 1, 0)


def test_who_went_over_to_a_colleague_is_lost_to_one_and_kept_by_the_firm() -> None:
    touched = [*told(1, *both(BEFORE)), *told(1, *both(LAST), colleague=2)]
    rows = {row["colleague_id"]: row for row in rows_of(decay, touched)}
    assert (rows[1]["n"], rows[1]["kept"]) == (1, 0)
    assert (rows[2]["n"], rows[2]["n_new"]) == (0, 1)
    [firm] = rows_of(firm_decay, touched)
    assert (firm["n"], firm["kept"], firm["n_new"]) == (1, 1, 0)


def test_a_shared_address_is_nobody() -> None:
    touched = [*told(1, *both(BEFORE)), *told(2, *both(BEFORE))]
    assert [row["n"] for row in rows_of(firm_decay, touched, shared={2})] == [1]


def test_below_five_people_it_abstains_and_keeps_the_counts() -> None:
    touched = [row for contact in range(1, 5) for row in told(contact, *both(BEFORE))]
    [row] = rows_of(decay, touched)
    assert (row["value"], row["low"], row["high"], row["n"], row["kept"]) == (
        None, None, None, 4, 0,
    )  # fmt: skip
    [row] = rows_of(decay, touched, params=Params(n_min=4))
    assert (row["value"], row["low"]) == (0.0, 0.0)
    assert row["high"] > 0.3


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_is_newcombes_table_of_1998(
    k: int, n: int, low: float, high: float
) -> None:
    ends = wilson(ibis.literal(k), ibis.literal(n), z=1.959964)
    found = [ibis.duckdb.connect().execute(end) for end in ends]
    assert found == pytest.approx([low, high], abs=5e-5)
