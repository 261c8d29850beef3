"""Ties and silence on a real firm's mail, against plain counts.

The tables stand in docs/signals/ties.md and docs/signals/silence.md.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import mean

import ibis
import pytest

from kith.findings.backtest.origins import origins, span
from kith.findings.gate import PRINTED
from kith.pipeline.backtest import silence_trial
from kith.pipeline.measure import measures
from kith.signals.weights import Weights, counted
from tests.pipeline.auc import auc
from tests.pipeline.whole_owners import MAILS, WHOLE, owners, touches
from tests.signals.generator import Row, as_ibis, tables

pytestmark = pytest.mark.real_data
UNTIL = date(2002, 12, 31)
AHEAD, BEHIND = 60, 180
WAYS = ("in30", "value", "in_count", "symmetric", "count", "recency")
# As the pages print them.
WRITES = {
    "in30": 0.672, "value": 0.719, "in_count": 0.637, "symmetric": 0.713, "count": 0.664,
    "recency": 0.688,
}  # fmt: skip
BOTH = {
    "in30": 0.602, "value": 0.766, "in_count": 0.586, "symmetric": 0.771, "count": 0.744,
    "recency": 0.726,
}  # fmt: skip
# The same of the nine of the thirteen whose mailboxes are whole.
WHOLE_WRITES = {
    "in30": 0.675, "value": 0.745, "in_count": 0.630, "symmetric": 0.735, "count": 0.667,
    "recency": 0.705,
}  # fmt: skip
WHOLE_BOTH = {
    "in30": 0.601, "value": 0.772, "in_count": 0.574, "symmetric": 0.775, "count": 0.741,
    "recency": 0.722,
}  # fmt: skip
Facts = Mapping[str, ibis.Table]


@pytest.fixture(scope="module")
def facts() -> Facts:
    if not MAILS.is_dir():
        pytest.skip("the real mail is not here")
    given = tables(touches())
    users = given["colleagues"].to_pylist()
    given["colleagues"] = given["colleagues"].from_pylist(
        [{**row, "user_id": row["colleague_id"]} for row in users],
        schema=given["colleagues"].schema,
    )
    return as_ibis(given)


def pairs(facts: Facts, origin: date) -> list[Row]:
    """Who had mail with whom in the half-year before: what each way says, and what came after."""
    with measures(facts, as_of=origin, report=lambda _: None, names=("ties",)) as measured:
        ties = measured["ties"]
        recent = _sums(facts, origin - timedelta(days=BEHIND), origin, "n")
        later = _sums(facts, origin, origin + timedelta(days=AHEAD), "later")
        rows = ties.inner_join(recent, ["colleague_id", "contact_id"])
        rows = rows.left_join(later, ["colleague_id", "contact_id"])
        found = rows.select(
            "colleague_id",
            in30=rows.in30,
            value=rows.in30 + 0.5 * rows.out30,
            in_count=rows.in_n,
            symmetric=rows.in30 + rows.out30,
            count=rows.in_n + rows.out_n,
            recency=-ibis.literal(origin).delta(rows.last_day, unit="day"),
            writes=(rows.in_later > 0).fill_null(False),
            both=((rows.in_later > 0) & (rows.out_later > 0)).fill_null(False),
        )
        return list(found.to_pyarrow().to_pylist())


def _sums(facts: Facts, after: date, until: date, name: str) -> ibis.Table:
    rows = counted(facts["touches"], as_of=UNTIL, weights=Weights())
    rows = rows.filter(rows.day > after, rows.day <= until)
    return rows.group_by("colleague_id", "contact_id").agg(
        **{f"in_{name}": rows.is_in.sum(), f"out_{name}": (~rows.is_in).sum()}
    )


def areas(by_origin: Sequence[list[Row]], label: str) -> dict[str, float]:
    """Mean over origins of the mean over colleagues: whose mailbox it is should not sort."""
    found = defaultdict(list)
    for rows in by_origin:
        for colleague in {row["colleague_id"] for row in rows}:
            own = [row for row in rows if row["colleague_id"] == colleague]
            for way in WAYS:
                area = auc([row[way] for row in own], [row[label] for row in own])
                if area is not None and len(own) >= 20:
                    found[way].append(area)
    return {way: round(mean(found[way]), 3) for way in WAYS}


def test_a_tie_tells_better_than_a_plain_count_who_will_write(facts: Facts) -> None:
    past = span(facts, as_of=UNTIL)
    assert past is not None
    days = origins(*past, horizon=AHEAD)
    looked = [pairs(facts, day) for day in days]
    writes, both = areas(looked, "writes"), areas(looked, "both")
    assert writes == pytest.approx(WRITES, abs=0.01)
    assert both == pytest.approx(BOTH, abs=0.01)
    assert writes["value"] == max(writes.values())
    whole = {number for number, box in enumerate(owners(), 1) if box.name in WHOLE}
    theirs = [[row for row in rows if row["colleague_id"] in whole] for rows in looked]
    assert areas(theirs, "writes") == pytest.approx(WHOLE_WRITES, abs=0.01)
    assert areas(theirs, "both") == pytest.approx(WHOLE_BOTH, abs=0.01)


def test_silence_finds_who_stopped_no_better_than_plain_recency(facts: Facts) -> None:
    """So what it would forecast stays a description: the gate for young ledgers is shut."""
    trial = silence_trial(facts, as_of=UNTIL, report=lambda _: None)
    assert not trial.enough
    assert not trial.beats
    assert trial.ways["silence"].precision == pytest.approx(0.52, abs=0.05)
    assert PRINTED["silence"] is trial.beats
