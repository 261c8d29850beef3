"""How a contact likes to be reached, in words."""

from typing import Any

import pytest

from kith.ledger.insights.models import Gauge
from kith.surfaces.habits import habits

HOURS = {"from_hour": 8, "until_hour": 11, "workday_share": 1.0, "busiest_day": 2,
         "busiest_share": 0.3, "n_all": 20, "call_share": 0.0, "meeting_share": 0.0}  # fmt: skip
PACE = {"days": 1, "n_answered": 9, "slower": None}


def hours(value: float | None = 2.5, n: int = 14, **parts: Any) -> Gauge:
    return Gauge(name="hours_and_channel", value=value, n=n, parts={**HOURS, **parts})


def answers(value: float | None = 6.0, n: int = 9, **parts: Any) -> Gauge:
    return Gauge(name="answers", value=value, n=n, parts={**PACE, **parts})


def test_all_of_it_is_one_sentence_and_its_evidence() -> None:
    assert habits(hours(), answers()) == (
        "Writes mostly between 8:00 and 11:00 their time, on weekdays; usually answers within a"
        " working day. From 14 mails of theirs and 9 questions of ours."
    )


@pytest.mark.parametrize(
    ("gauge", "said"),
    [
        (hours(13.0), "Writes at any time of the day, on weekdays."),
        (hours(busiest_share=0.6), "their time, most often on Tuesdays."),
        (hours(workday_share=0.8), "their time, on weekends too."),
        (hours(call_share=0.25), "; 25% of the contact is by telephone."),
        (hours(None, meeting_share=0.5), "50% of the contact is meetings. From 20 times in touch."),
    ],
)
def test_hours_days_and_channels(gauge: Gauge, said: str) -> None:
    assert said in habits(gauge, None)


@pytest.mark.parametrize(
    ("gauge", "said"),
    [
        (answers(1.5), "Usually answers within two hours."),
        (answers(24.0, days=3), "Usually answers within 3 working days."),
        (answers(24.0, days=3, slower=True), "3 working days; of late more slowly than before."),
        (answers(None), "Leaves most questions by mail without an answer."),
    ],
)
def test_how_long_they_take(gauge: Gauge, said: str) -> None:
    assert said in habits(None, gauge)
    assert habits(None, gauge).endswith(" From 9 questions of ours.")


def test_too_little_is_nothing() -> None:
    assert habits(None, None) == ""
    assert habits(hours(None), None) == ""
