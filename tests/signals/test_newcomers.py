"""Who is new where we are well known, worked by hand."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

import pytest

from kith.signals import newcomers
from tests.signals.asked import asked
from tests.signals.generator import Row, copy, tables, touch

AS_OF = date(2000, 3, 1)


def ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def rows_of(
    touched: Sequence[Row],
    copies: Sequence[Row] = (),
    contacts: Mapping[int, int] | None = None,
    shared: Collection[int] = (),
) -> dict[int, Row]:
    found = asked(newcomers.signal, tables(touched, contacts, shared, copies=copies), as_of=AS_OF)
    return {row["contact_id"]: row for row in found}


def settled(*, since: int = 200, n: int = 20, out: int = 10) -> list[Row]:
    """So many mails with contact 1 up to today, the first two, one each way, so long ago."""
    ways = ["in", "out"] + ["out"] * (out - 1) + ["in"] * (n - out - 1)
    days = [since, since, *range(n - 2)]
    return [touch(k, ago(d), way) for k, (way, d) in enumerate(zip(ways, days, strict=True))]


NEW = [touch(100, ago(3), "in", contact_id=2)]


def test_who_turns_up_at_an_account_we_know_well_is_new_there() -> None:
    rows = rows_of([*settled(), *NEW], [copy(200, ago(9), 2), copy(201, ago(9), 2)])
    assert rows.keys() == {2}
    assert rows[2] == {
        "contact_id": 2, "account_id": 1, "value": 20.0, "low": None, "high": None, "n": 3,
        "n_in": 1, "n_out": 0, "n_copied": 2, "days": 2, "first_day": ago(9), "last_day": ago(3),
    }  # fmt: skip


@pytest.mark.parametrize(
    "before",
    [
        settled(since=179),  # not for long
        settled(n=19),  # not much
        settled(n=26, out=5),  # nearly all of it theirs
        settled(n=26, out=21),  # nearly all of it ours
        [],
    ],
)
def test_where_all_is_young_thin_or_of_one_side_nobody_is_new_and_the_row_stays(
    before: list[Row],
) -> None:
    rows = rows_of([*before, *NEW])
    assert (rows[2]["value"], rows[2]["n"]) == (None, 1)


def test_whom_any_earlier_mail_named_is_not_new() -> None:
    """A mass mailing, or a mail of a colleague's: they were there."""
    mass = touch(50, ago(91), "out", contact_id=2, is_mass=True)
    assert rows_of([*settled(), mass, *NEW]) == {}
    assert rows_of([*settled(), *NEW], [copy(50, ago(91), 2)]) == {}
    assert rows_of([*settled(), *NEW], [copy(50, ago(89), 2)]).keys() == {2}


def test_the_newcomers_own_mails_make_no_account_one_we_know_well() -> None:
    own = [touch(300 + n, ago(n), "in", contact_id=2) for n in range(40)]
    rows = rows_of([*settled(n=19), *own])
    assert (rows[2]["value"], rows[2]["n"]) == (None, 40)


def test_a_shared_address_and_who_works_elsewhere_are_not_new() -> None:
    assert rows_of([*settled(), *NEW], (), None, {2}) == {}
    assert rows_of([*settled(), *NEW], (), {1: 1, 2: 7}) == {}


def test_met_in_mass_mail_alone_they_stand_with_zeros() -> None:
    mass = touch(50, ago(9), "out", contact_id=2, is_mass=True)
    row = rows_of([*settled(), mass])[2]
    assert [row[name] for name in ("n", "n_in", "n_out", "n_copied", "days")] == [0] * 5
    assert (row["first_day"], row["last_day"]) == (ago(9), ago(9))
