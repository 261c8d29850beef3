"""What was given away, said by people: whole, audited, and every word of it can be taken back."""

from datetime import date, timedelta

import pytest

from kith.ledger import models as m
from kith.ledger.trade.giveaway_writers import (
    came_back,
    correct,
    give,
    not_come_back,
    restore,
    withdraw,
)
from kith.terms.errors import BadInput, Refused
from kith.terms.trade_words import GiveawayKind
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY


@pytest.fixture
def cast(kept_cast: Cast) -> Cast:
    """The cast, before anything was given away or any price was raised."""
    with setting_up():
        for model in (m.GiveawayReturn, m.Giveaway, m.Waiver, m.PriceRise):
            model.objects.all().delete()
        m.Stamp.objects.filter(shape__in=("giveaways", "rises", "waivers")).delete()
    return kept_cast


def given(cast: Cast, **said: object) -> m.Giveaway:
    words: dict[str, object] = {
        "kind": GiveawayKind.WORK, "what": "Two hours at line 4", "day": DAY,
        "value_list": 2_400_000, "value_cost": 1_100_000, "currency": "EUR", **said,
    }  # fmt: skip
    return give(cast.account, actor=cast.ada, **words)  # type: ignore[arg-type]


def version() -> int:
    stamp = m.Stamp.objects.filter(shape="giveaways", year=0).first()
    return stamp.version if stamp else 0


def test_it_says_what_to_whom_who_wrote_it_down_and_when_it_was_known(cast: Cast) -> None:
    row = given(cast, what="  Two\n hours ", currency="chf", day=DAY - timedelta(3))
    assert (row.what, row.currency, row.kind) == ("Two hours", "CHF", "work")
    assert (row.account, row.recorded_by, row.known_day) == (cast.account, cast.ada, DAY)
    audit = m.Audit.objects.get(verb="give")
    assert (audit.actor, audit.subject_id, audit.new["value_list"]) == (cast.ada, row.pk, 2_400_000)


def test_an_account_of_long_ago_is_known_on_its_day(cast: Cast) -> None:
    day = date(2024, 2, 29)
    assert given(cast, day=day, known_day=day).known_day == day


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"kind": "bribe"}, "kind"),
        ({"what": " \n"}, "What was given"),
        ({"value_list": -1}, "0 or more"),
        ({"value_cost": 10**15 + 1}, "0 or more"),
        ({"currency": "EURO"}, "no currency"),
        ({"currency": "€"}, "no currency"),
        ({"day": DAY + timedelta(1)}, "yet to come"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    cast: Cast, said: dict[str, object], wrong: str
) -> None:
    with pytest.raises(BadInput, match=wrong) as refused:
        given(cast, **said)
    assert refused.value.cure
    assert not m.Giveaway.objects.exists()
    assert version() == 0


def test_a_value_that_nobody_knows_is_null_and_not_nothing(cast: Cast) -> None:
    row = given(cast, value_list=None, value_cost=0)
    assert (row.value_list, row.value_cost) == (None, 0)


def test_a_correction_keeps_what_it_does_not_name_and_audits_what_changed(cast: Cast) -> None:
    row = given(cast)
    correct(row, value_cost=900_000, what="Two hours at line 4", actor=cast.mia)
    row.refresh_from_db()
    assert (row.value_cost, row.value_list, row.recorded_by) == (900_000, 2_400_000, cast.ada)
    audit = m.Audit.objects.get(verb="correct")
    assert (audit.old, audit.new) == ({"value_cost": 1_100_000}, {"value_cost": 900_000})


def test_a_correction_that_changes_nothing_leaves_no_trace(cast: Cast) -> None:
    row, before = given(cast), version()
    correct(row, what="Two hours at line 4", actor=cast.ada)
    assert version() == before
    assert not m.Audit.objects.filter(verb="correct").exists()


def test_a_correction_cannot_move_it_to_another_account_or_day_of_knowing(cast: Cast) -> None:
    with pytest.raises(TypeError, match="known_day"):
        correct(given(cast), known_day=DAY, actor=cast.ada)


def test_withdrawn_it_cannot_be_told_further_until_it_is_restored(cast: Cast) -> None:
    row = given(cast)
    withdraw(row, actor=cast.ada)
    for again in (
        lambda: withdraw(row, actor=cast.ada),
        lambda: correct(row, what="x", actor=cast.ada),
        lambda: came_back(row, what="An order", day=DAY, actor=cast.ada),
    ):
        with pytest.raises(Refused, match="withdrawn"):
            again()
    restore(row, actor=cast.ada)
    row.refresh_from_db()
    assert row.withdrawn_at is None
    assert row.withdrawn_by is None
    with pytest.raises(Refused):
        restore(row, actor=cast.ada)


def test_what_came_back_is_said_and_unsaid(cast: Cast) -> None:
    row = given(cast, day=DAY - timedelta(9))
    back = came_back(row, what=" An  order ", day=DAY, actor=cast.ben)
    assert (back.what, back.said_by, back.undone_at) == ("An order", cast.ben, None)
    not_come_back(back, actor=cast.ben)
    with pytest.raises(Refused):
        not_come_back(back, actor=cast.ben)
    with pytest.raises(BadInput, match="before it was given"):
        came_back(row, what="An order", day=DAY - timedelta(10), actor=cast.ben)
    with pytest.raises(BadInput, match="What came back"):
        came_back(row, what=" ", day=DAY, actor=cast.ben)


def test_whatever_changes_raises_the_stamp_that_the_columns_are_made_by(cast: Cast) -> None:
    row = given(cast)
    seen = [version()]
    back = came_back(row, what="An order", day=DAY, actor=cast.ada)
    seen.append(version())
    not_come_back(back, actor=cast.ada)
    seen.append(version())
    correct(row, value_list=1, actor=cast.ada)
    seen.append(version())
    withdraw(row, actor=cast.ada)
    seen.append(version())
    restore(row, actor=cast.ada)
    seen.append(version())
    assert seen == [1, 2, 3, 4, 5, 6]
