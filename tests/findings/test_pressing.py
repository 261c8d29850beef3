"""What stands in red, and what does not."""

from itertools import product

import ibis
import pytest

from kith.findings.pressing import FRESH, LOSING, MATTERS, is_pressing, presses
from kith.terms.finding import FindingKind


@pytest.mark.parametrize("kind", FindingKind)
def test_only_kinds_by_which_customers_are_lost_press(kind: FindingKind) -> None:
    assert is_pressing(kind, urgency=1.0, stake=1.0) == (kind in LOSING)


def test_what_faded_or_weighs_little_does_not_press() -> None:
    quiet = FindingKind.GONE_QUIET
    assert is_pressing(quiet, urgency=FRESH, stake=MATTERS)
    assert not is_pressing(quiet, urgency=FRESH - 0.01, stake=1.0)
    assert not is_pressing(quiet, urgency=1.0, stake=MATTERS - 0.01)


def test_the_engine_and_a_page_agree_on_what_presses() -> None:
    shares = (0.0, MATTERS - 0.01, MATTERS, FRESH - 0.01, FRESH, 1.0)
    rows = [
        {"kind": kind.value, "urgency": urgency, "stake": stake}
        for kind, urgency, stake in product(FindingKind, shares, shares)
    ]
    table = ibis.memtable(rows)
    found = ibis.duckdb.connect().to_pyarrow(table.mutate(red=presses(table))).to_pylist()
    assert {row["red"] for row in found} == {True, False}
    for row in found:
        red = row.pop("red")
        assert red == is_pressing(**row), row
