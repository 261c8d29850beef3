"""Price rises are announced once; who was let off is said with who, why and how far."""

from datetime import timedelta

import pytest

from kith.ledger import models as m
from kith.ledger.trade.rise_writers import announce, call_off, call_on, waive, withdraw
from kith.terms.errors import BadInput, Refused
from kith.terms.trade_words import WaiverKind
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


def announced(cast: Cast, **said: object) -> m.PriceRise:
    words: dict[str, object] = {
        "name": "Prices 2027", "share": 40_000, "announced_on": DAY,
        "effective_on": DAY + timedelta(60), "actor": cast.mia, **said,
    }  # fmt: skip
    return announce(**words)  # type: ignore[arg-type]


def stamps() -> dict[str, int]:
    return {s.shape: s.version for s in m.Stamp.objects.filter(shape__in=("rises", "waivers"))}


def test_it_says_how_much_from_when_and_who_announced_it(cast: Cast) -> None:
    row = announced(cast)
    assert (row.name, row.share, row.announced_by, row.known_day) == (
        "Prices 2027", 40_000, cast.mia, DAY,
    )  # fmt: skip
    assert stamps() == {"rises": 1}
    assert m.Audit.objects.get(verb="announce").new["share"] == 40_000


@pytest.mark.parametrize(
    "said",
    [
        {"name": " "},
        {"share": 0},
        {"share": -40_000},
        {"share": 1_000_001},
        {"effective_on": DAY - timedelta(1)},
        {"price_list_key": "seals", "family": True},
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, object]) -> None:
    if "family" in said:
        with setting_up():
            said = {**said, "family": m.Family.objects.create(name="Valves", key="valves")}
    with pytest.raises(BadInput) as refused:
        announced(cast, **said)
    assert refused.value.cure
    assert not m.PriceRise.objects.exists()


def test_a_representative_announces_one_for_an_account_and_none_for_the_firm(cast: Cast) -> None:
    with pytest.raises(Refused, match="Only a manager"):
        announced(cast, actor=cast.ada)
    row = announced(cast, account=cast.account, actor=cast.ada)
    call_off(row, actor=cast.ada)
    with pytest.raises(Refused, match="called off"):
        call_off(row, actor=cast.ada)
    with pytest.raises(Refused, match="Only a manager"):
        call_on(row, actor=cast.ben)
    call_on(row, actor=cast.mia)
    row.refresh_from_db()
    assert row.withdrawn_at is None
    assert stamps() == {"rises": 3, "waivers": 2}


def test_a_waiver_says_how_far_and_only_that(cast: Cast) -> None:
    rise = announced(cast)
    until = rise.effective_on + timedelta(90)
    row = waive(
        rise, cast.account, kind=WaiverKind.WAIVED, share=5, until=until, day=DAY, actor=cast.ada
    )
    assert (row.kind, row.share, row.until, row.recorded_by) == ("waived", None, None, cast.ada)
    soft = waive(rise, cast.account, kind="softened", share=500_000, day=DAY, actor=cast.ada)
    assert (soft.share, soft.until) == (500_000, None)
    late = waive(rise, cast.account, kind="postponed", until=until, day=DAY, actor=cast.ada)
    assert (late.share, late.until) == (None, until)
    assert list(m.Waiver.objects.filter(withdrawn_at=None)) == [late]


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "forgotten"},
        {"kind": "softened"},
        {"kind": "softened", "share": 1_000_000},
        {"kind": "postponed"},
        {"kind": "postponed", "until": DAY},
    ],
)
def test_half_a_waiver_is_refused_and_the_one_before_stands(
    cast: Cast, said: dict[str, object]
) -> None:
    rise = announced(cast)
    first = waive(rise, cast.account, kind="waived", day=DAY, actor=cast.ada)
    with pytest.raises(BadInput):
        waive(rise, cast.account, day=DAY, actor=cast.ada, **said)  # type: ignore[arg-type]
    assert list(m.Waiver.objects.filter(withdrawn_at=None)) == [first]


def test_nobody_is_let_off_a_rise_that_was_called_off_or_is_anothers(cast: Cast) -> None:
    other = m.Account.objects.exclude(pk=cast.account.pk).order_by("pk")[0]
    rise = announced(cast, account=other)
    with pytest.raises(Refused, match="does not meet"):
        waive(rise, cast.account, kind="waived", day=DAY, actor=cast.ada)
    call_off(rise, actor=cast.mia)
    with pytest.raises(Refused, match="called off"):
        waive(rise, other, kind="waived", day=DAY, actor=cast.ada)


def test_a_waiver_is_taken_back_once(cast: Cast) -> None:
    row = waive(announced(cast), cast.account, kind="waived", day=DAY, actor=cast.ada)
    withdraw(row, actor=cast.ada)
    with pytest.raises(Refused):
        withdraw(row, actor=cast.ada)
    assert stamps() == {"rises": 1, "waivers": 2}
