"""What comes first, and how much a kind's record on this ledger moves it."""

import ibis
import pytest

from kith.findings.rank import (
    CANNOT_WAIT,
    EXPECTED,
    MOST,
    NOTHING_KNOWN,
    WEIGHT,
    Proved,
    Record,
    ranked,
    standing,
    weight,
)
from kith.terms.finding import FindingKind

QUIET = FindingKind.GONE_QUIET


def ranks(rows: list[dict[str, object]], **options: Record) -> dict[str, float]:
    of_kind = ibis.memtable(rows).mutate(
        kind=ibis.literal(QUIET.value), weight=ibis.literal(weight(QUIET, **options))
    )
    table = ranked(of_kind)
    found = ibis.duckdb.connect().to_pyarrow(table).to_pylist()
    return {row["key"]: row["rank"] for row in found}


def a_row(key: str, stake: float = 0.25, urgency: float = 0.4) -> dict[str, object]:
    return {"key": key, "user_id": 1, "stake": stake, "urgency": urgency}


def test_rank_is_weight_urgency_and_root_of_the_stake() -> None:
    assert ranks([a_row("a")]) == {"a": pytest.approx(WEIGHT[QUIET] * 0.4 * 0.5)}


def test_what_cannot_wait_counts_double() -> None:
    found = ranks([a_row("calm", urgency=0.49), a_row("red", urgency=0.5)])
    assert found["red"] == pytest.approx(found["calm"] * CANNOT_WAIT / 0.49 * 0.5)


def test_where_nothing_proved_right_or_wrong_yet_a_kinds_weight_stands() -> None:
    assert standing(None) == 1.0
    assert standing(Proved(0.0, 0)) == 1.0
    assert ranks([a_row("a")], proved=NOTHING_KNOWN) == ranks([a_row("a")])


def test_twenty_that_all_proved_right_count_half_beside_the_expectation() -> None:
    assert standing(Proved(1.0, 20)) == pytest.approx((1.0 + EXPECTED) / 2 / EXPECTED)
    assert standing(Proved(0.0, 20)) == pytest.approx(0.5)


def test_what_proves_wrong_here_sinks_and_one_verdict_moves_little() -> None:
    before = ranks([a_row("a")])["a"]
    bad = ranks([a_row("a")], proved={QUIET: Proved(0.1, 200)})["a"]
    good = ranks([a_row("a")], proved={QUIET: Proved(0.9, 200)})["a"]
    once = ranks([a_row("a")], proved={QUIET: Proved(0.0, 1)})["a"]
    assert bad < 0.5 * before < before < good
    assert once == pytest.approx(before, rel=0.05)
    other = {FindingKind.UNANSWERED: Proved(0.1, 200)}
    assert ranks([a_row("a")], proved=other)["a"] == before


def test_nobody_gets_more_than_they_will_ever_act_on() -> None:
    rows = [a_row(f"{n:04}", urgency=n / 1_000) for n in range(1, MOST + 50)]
    found = ranks(rows)
    assert len(found) == MOST
    assert min(found) == "0050"


def test_one_kind_that_finds_much_leaves_the_places_of_another() -> None:
    many = ibis.memtable([a_row(f"a{n:04}", urgency=0.9) for n in range(MOST + 50)])
    few = ibis.memtable([a_row("b", urgency=0.1)])
    kinds = [t.mutate(kind=ibis.literal(name)) for name, t in (("many", many), ("few", few))]
    table = ranked(ibis.union(*kinds).mutate(weight=ibis.literal(1.0)))
    found = ibis.duckdb.connect().to_pyarrow(table).to_pylist()
    assert len(found) == MOST + 1
    assert "b" in {row["key"] for row in found}
