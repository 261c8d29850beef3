from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sources.mail.dates import read_date
from tests.sources.mail.letters import letter, read

_FIRST = datetime(1950, 1, 2)  # noqa: DTZ001 (hypothesis wants naive bounds)
_LAST = datetime(2100, 1, 1)  # noqa: DTZ001
NINE = datetime(2025, 3, 4, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("Tue, 4 Mar 2025 10:15:00 +0100", 60),
        ("Tue, 04 Mar 2025 10:15:00 +0100 (CET)", 60),
        ("4 Mar 2025 10:15 +0100", 60),
        ("Tue, 4 Mar 25 10:15:00 +0100", 60),
        ("Tue, 4 Mar 125 10:15:00 +0100", 60),
        ("Tue, 4 Mar 2025 04:15:00 -0500 (CDT)", -300),
        ("Tue, 4 Mar 2025 04:15:00 (CDT)", -300),
        ("Tue,4 Mar 2025 10:15:00 +0100", 60),
        ("Tuesday, 4 March 2025 10:15:00 CET", 60),
        ("Tue, 4 Mar 2025 04:15:00 EST", -300),
        ("Tue, 4 Mar 2025 09:15:00 GMT", 0),
        ("Tue, 4 Mar 2025 09:15:00 -0000", None),
        ("Tue, 4 Mar 2025 09:15:00 XYZ", None),
        ("Tue, 4 Mar 2025 09.15.00", None),
        ("Tue Mar  4 09:15:00 2025", None),
        ("Tue, Mar 4 2025 09:15:00 +0000", 0),
        ("2025-03-04T10:15:00+01:00", 60),
        ("2025-03-04 10:15:00 +0100", 60),
        ("2025-03-04T09:15:00Z", 0),
        ("Tue, 4-Mar-2025 10:15:00 +0100", 60),
    ],
)
def test_dates_are_read_as_they_are_written(text: str, offset: int | None) -> None:
    assert read_date(text) == (NINE, offset)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "Tue, 32 Mar 2025 10:15:00 +0100", "4 Foo 2025 10:15", "99999999999999"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(
    st.text(max_size=60) | st.from_regex(r"[A-Z][a-z]{2}, \d+ [A-Z][a-z]{2} \d{1,6} [\d:]+ .{0,8}")
)
def test_no_text_raises(text: str) -> None:
    read_date(text)


@given(st.datetimes(_FIRST, _LAST), st.integers(-719, 839))
def test_every_written_date_comes_back(when: datetime, minutes: int) -> None:
    said = when.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert read_date(format_datetime(said)) == (said, minutes)


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("Date: ", "no date"),
        ("Date: soon", "unreadable date"),
        ("Date: Tue, 4 Mar 1980 10:15:00 +0100", "date before 1990"),
        ("Date: Tue, 4 Mar 2036 10:15:00 +0100", "date in the future"),
    ],
)
def test_a_date_that_cannot_be_believed_is_none_and_says_why(header: str, why: str) -> None:
    record = read(letter(header))
    assert (record.sent_at, record.offset_minutes, record.undated_because) == (None, None, why)


@pytest.mark.parametrize(
    "date",
    ["Date: Tue, 4 Mar 1980 10:15:00 +0100", "Date: Fri, 7 Mar 2025 10:15:00 +0100",
     "Date: soon", "Date: Tue, 31 Feb 2025 10:15:00 +0100", "Date:"],
)  # fmt: skip
def test_the_topmost_server_that_can_be_believed_dates_a_mail_that_itself_cannot(date: str) -> None:
    record = read(
        letter(
            date,
            "Received: from a by b; Tue, 4 Mar 2036 10:15:00 +0100",
            "Received: from a by b; yesterday",
            "Received: from a by b; Tue, 4 Mar 2025 10:15:00 +0100 (CET)",
            "Received: from x by a; Tue, 4 Mar 2025 08:00:00 +0000",
        )
    )
    assert (record.sent_at, record.dated_by, record.undated_because) == (NINE, "received", "")


def test_of_two_dates_the_first_that_can_be_believed_counts() -> None:
    dates = [
        "Date: soon",
        "Date: Tue, 4 Mar 2025 10:15:00 +0100",
        "Date: Tue, 4 Mar 2024 10:15 GMT",
    ]
    record = read(letter(*dates))
    assert (record.sent_at, record.dated_by) == (NINE, "date")


def test_a_date_long_before_a_servers_note_stays() -> None:
    moved = read(
        letter(
            "Received: from a by b; Tue, 4 Mar 2025 10:15:00 +0100",
            "Date: Tue, 4 Mar 2014 10:15:00 +0100",
        )
    )
    assert (moved.sent_at and moved.sent_at.year, moved.dated_by) == (2014, "date")


def test_the_topmost_server_dates_a_mail_with_a_wrong_clock() -> None:
    record = read(
        letter(
            "Date: Tue, 4 Mar 1980 10:15:00 +0100",
            "Received: from a by b; Tue, 4 Mar 2025 10:15:00 +0100",
            "Received: from x by a; Tue, 4 Mar 2025 08:00:00 +0000",
        )
    )
    assert (record.sent_at, record.undated_because) == (NINE, "")
