"""What stands in red, and what does not."""

import pytest

from kith.findings.pressing import FRESH, LOSING, MATTERS, is_pressing
from kith.terms.finding import FindingKind


@pytest.mark.parametrize("kind", FindingKind)
def test_only_kinds_by_which_customers_are_lost_press(kind: FindingKind) -> None:
    assert is_pressing(kind, urgency=1.0, stake=1.0) == (kind in LOSING)


def test_what_faded_or_weighs_little_does_not_press() -> None:
    quiet = FindingKind.GONE_QUIET
    assert is_pressing(quiet, urgency=FRESH, stake=MATTERS)
    assert not is_pressing(quiet, urgency=FRESH - 0.01, stake=1.0)
    assert not is_pressing(quiet, urgency=1.0, stake=MATTERS - 0.01)
