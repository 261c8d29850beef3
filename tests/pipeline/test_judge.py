"""Looking back is done once a week, by night, and a refresh ranks by what it came to."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.findings.backtest.record import Counted
from kith.ledger.insights.models import Backtest, Finding, Verdict
from kith.ledger.rights.models import User
from kith.pipeline import schedule
from kith.pipeline.judge import due, judge, keep, known
from kith.pipeline.refresh import refresh
from kith.terms.finding import FindingKind
from tests.allow import setting_up
from tests.pipeline.conftest import BringIn
from tests.pipeline.test_refresh import asked

__all__ = ["asked"]
pytestmark = pytest.mark.django_db(transaction=True)
NIGHT = datetime(2025, 3, 12, 2, 30, tzinfo=UTC)  # half past three in Berlin


@pytest.mark.usefixtures("firm")
def test_it_is_due_by_night_and_once_a_week() -> None:
    assert due(NIGHT)
    assert not due(NIGHT.replace(hour=4))  # five o'clock in Berlin
    keep(date(2025, 3, 12), None, {})
    with setting_up():
        Backtest.objects.update(made_at=NIGHT)
    assert not due(NIGHT + timedelta(days=6, hours=23))
    assert due(NIGHT + timedelta(days=7))


def test_the_tick_looks_back_and_keeps_what_it_found(firm: User, bring_in: BringIn) -> None:
    schedule.tick(NIGHT.replace(hour=12))
    assert not Backtest.objects.exists()
    schedule.tick(NIGHT)
    assert set(Backtest.objects.values_list("name", flat=True)) == {"silence", "kinds"}
    assert Backtest.objects.get(name="silence").result["enough"] == "origins"
    judge(lambda _: None)
    assert Backtest.objects.count() == 2


def test_a_kind_that_proved_wrong_here_ranks_lower(asked: User) -> None:
    def rank() -> float:
        refresh()
        return Finding.objects.get(kind="unanswered", series="live").rank

    usual = rank()
    day = date(2025, 3, 12)
    keep(day, None, {"unanswered": Counted(20, 3, 7)})
    # (3 + 20 * 0.6) / 40 = 0.375 of what was expected to be 0.6.
    assert rank() == pytest.approx(usual * 0.375 / 0.6)
    finding = Finding.objects.get(kind="unanswered", series="live")
    with setting_up():
        Verdict.objects.create(
            key="other", kind=finding.kind, account=finding.account, user=asked, verb="wrong",
            given_on=day, recorded_at=NIGHT,
        )  # fmt: skip
    assert known(day).proved[FindingKind.UNANSWERED].n == 21
    assert known(day - timedelta(days=1)).proved == {}
