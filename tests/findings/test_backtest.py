"""Looking back: worked by hand on tiny ledgers, with leaks and censored cases planted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.findings import find, gate, hangs_on_one
from kith.findings.backtest import cases as at_origin
from kith.findings.backtest import kinds
from kith.findings.backtest.origins import origins, span
from kith.findings.backtest.record import Counted, record, recorded
from kith.findings.backtest.trial import BUDGET, tried
from kith.findings.gate import may_speak
from kith.findings.rank import Proved
from kith.findings.right import Right, proved
from kith.pipeline.measure import measures
from kith.terms.finding import Claim, FindingKind
from kith.terms.words import Direction
from tests.signals.generator import Row, as_ibis, tables, touch

ORIGIN = date(2001, 6, 1)
UNTIL = date(2001, 12, 31)
HORIZON = 60


def days_from(origin: date, *days: int) -> list[date]:
    return [origin + timedelta(days=day) for day in days]


class Mails:
    """Rows with ids of their own; each contact has the account of its number."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, contact: int, direction: str, *days: int, **other: Any) -> None:
        for day in days_from(ORIGIN, *days):
            who = {"contact_id": contact, "account_id": contact}
            self.rows.append(touch(len(self.rows) + 1, day, direction, **who, **other))

    def talk(self, contact: int, *days: int) -> None:
        """They wrote on these days; on each of the first four we answered."""
        self.add(contact, "in", *days)
        self.add(contact, "out", *days[:4])


WEEKLY = tuple(range(-70, 0, 7))


def two_who_differ() -> Mails:
    """Contact 1 wrote weekly and stopped, contact 2 wrote again after eight days; mail goes on."""
    mails = Mails()
    mails.talk(1, *WEEKLY)
    mails.talk(2, *WEEKLY, 8)
    mails.add(9, "in", 100)
    return mails


def cases_of(
    rows: Sequence[Row], origin: date = ORIGIN, horizon: int = HORIZON, until: date = UNTIL
) -> dict[int, Row]:
    names = ("days_off", "ties", "contact_ties", "silence")
    facts = as_ibis(tables(rows))
    with measures(facts, as_of=origin, report=lambda _: None, names=names) as measured:
        found = at_origin.cases(measured, origin=origin, horizon=horizon, until=until)
        return {row["contact_id"]: row for row in found.to_pyarrow().to_pylist()}


def test_origins_are_first_days_of_months_with_half_a_year_before_and_the_horizon_after() -> None:
    found = origins(date(2000, 1, 1), date(2000, 10, 31), horizon=60)
    assert found == [date(2000, 7, 1), date(2000, 8, 1), date(2000, 9, 1)]
    # 180 days after the 3rd of January is the 1st of July; the 31st of October is 60 after that.
    assert origins(date(2000, 1, 3), date(2000, 8, 30), horizon=60) == [date(2000, 7, 1)]
    assert not origins(date(2000, 1, 4), date(2000, 8, 30), horizon=60)
    assert not origins(date(2000, 1, 3), date(2000, 8, 29), horizon=60)


def test_a_wrong_clock_opens_no_decade() -> None:
    mails = Mails()
    for day in range(200):
        mails.add(1, "in", -day)
    mails.add(1, "in", -8_000, 7_000)
    facts = as_ibis(tables(mails.rows))
    found = span(facts, as_of=date(2026, 1, 1))
    assert found is not None
    first, last = found
    assert ORIGIN - timedelta(days=200) <= first <= ORIGIN - timedelta(days=195)
    assert ORIGIN - timedelta(days=5) <= last <= ORIGIN
    assert span(as_ibis(tables([])), as_of=UNTIL) is None


def test_who_wrote_no_word_within_the_horizon_has_stopped() -> None:
    found = cases_of(two_who_differ().rows)
    assert {contact: row["stopped"] for contact, row in found.items()} == {1: True, 2: False}
    assert (found[1]["elapsed"], found[1]["recency"], found[1]["frequency"]) == (7, 7.0, -10.0)


@pytest.mark.parametrize(("day", "stopped"), [(0, True), (1, False), (60, False), (61, True)])
def test_the_window_opens_after_the_origin_and_closes_with_its_last_day(
    day: int, stopped: bool
) -> None:
    mails = two_who_differ()
    mails.add(1, "in", day)
    assert cases_of(mails.rows)[1]["stopped"] is stopped


def test_our_own_word_is_no_sign_of_life() -> None:
    mails = two_who_differ()
    mails.add(1, "out", 5)
    assert cases_of(mails.rows)[1]["stopped"]


def test_nothing_that_came_after_the_origin_changes_what_an_alarm_is_chosen_by() -> None:
    mails = two_who_differ()
    past = [row for row in mails.rows if row["day"] <= ORIGIN]
    mails.talk(1, 3, 4, 5, 6)
    mails.talk(3, *range(1, 60, 2))
    # Of the past, but not known by then.
    mails.add(1, "in", -3, known_day=ORIGIN + timedelta(days=2))
    watched = [touch(900, ORIGIN + timedelta(days=100), "in", contact_id=9, account_id=9)]

    def chosen(rows: Sequence[Row]) -> dict[int, tuple[Any, ...]]:
        names = ("elapsed", "silence", "recency", "frequency", "user_id")
        return {c: tuple(row[name] for name in names) for c, row in cases_of(rows).items()}

    assert chosen(mails.rows) == chosen([*past, *watched])


def test_where_the_mailbox_ends_before_the_horizon_nobody_can_tell() -> None:
    mails = Mails()
    mails.talk(1, *WEEKLY)
    mails.talk(2, *WEEKLY)
    mails.add(2, "in", 59)
    assert cases_of(mails.rows) == {}
    mails.add(2, "in", 60)
    assert set(cases_of(mails.rows)) == {1, 2}


def test_old_silences_and_one_sided_mail_are_no_cases() -> None:
    mails = two_who_differ()
    mails.talk(3, *(day - 85 for day in WEEKLY))  # silent for 92 days
    mails.talk(4, *(day - 83 for day in WEEKLY))  # for 90
    mails.add(5, "in", *WEEKLY)  # we never wrote
    assert set(cases_of(mails.rows)) == {1, 2, 4}


def test_each_way_names_as_many_as_the_budget_and_draws_go_to_the_longer_silence() -> None:
    rows = ibis.memtable([
        {"contact_id": c, "account_id": c, "user_id": u, "elapsed": e, "stopped": s,
         "silence": v, "recency": float(e), "frequency": f}
        for c, u, e, s, v, f in [
            (1, 1, 10, True, 0.9, -3.0), (2, 1, 30, False, 0.5, -1.0), (3, 1, 20, True, 0.9, -2.0),
            (4, 2, 5, False, 0.1, -9.0),
        ]
    ])  # fmt: skip
    found = at_origin.alarms(rows, budget=1).to_pyarrow().to_pylist()
    named = {way: {r["contact_id"] for r in found if r[way]} for way in at_origin.WAYS}
    assert named == {"silence": {3, 4}, "recency": {2, 4}, "frequency": {2, 4}}


def alarm(account: int, elapsed: int, *, stopped: bool, ways: str) -> Row:
    named = {way: way[0] in ways for way in at_origin.WAYS}
    return {
        "contact_id": account, "account_id": account, "user_id": 1, "elapsed": elapsed,
        "stopped": stopped, **named,
    }  # fmt: skip


def year(of: int = 12) -> list[date]:
    return [date(2001, month, 1) for month in range(1, of + 1)]


BINS = [
    {"place": 1, "n": 30, "stopped": 3.0, "p": 4.5, "p2": 0.675, "py": 0.45},
    {"place": 9, "n": 10, "stopped": 9.0, "p": 9.5, "p2": 9.025, "py": 8.55},
]


def test_a_trial_worked_by_hand() -> None:
    """Forty alarms of silence, thirty right; forty of recency, ten right."""
    alarms = [
        *(alarm(n, 10 + n % 3, stopped=True, ways="s") for n in range(30)),
        *(alarm(30 + n, 20, stopped=True, ways="r") for n in range(10)),
        *(alarm(40 + n, 20, stopped=False, ways="r") for n in range(30)),
        *(alarm(70 + n, 20, stopped=False, ways="s") for n in range(10)),
        *(alarm(80 + n, 20, stopped=False, ways="f") for n in range(40)),
    ]
    trial = tried(year(), alarms, BINS, horizon=HORIZON, budget=BUDGET)
    silence, recency = trial.ways["silence"], trial.ways["recency"]
    assert (silence.alarms, silence.right, silence.precision) == (40, 30, 0.75)
    assert (recency.alarms, recency.right, recency.precision) == (40, 10, 0.25)
    assert (trial.cases, trial.stopped, silence.recall) == (40, 12, 2.5)
    assert silence.after == (10.0, 11.0, 12.0)
    against = {a.baseline: a for a in trial.against}
    assert against["recency"].difference == 0.5
    # Two shares of 40 each: the difference's standard error is sqrt(2 * 3/16 / 40) = 0.097.
    assert against["recency"].low == pytest.approx(0.5 - 1.645 * 0.097, abs=0.03)
    assert against["recency"].high == pytest.approx(0.5 + 1.645 * 0.097, abs=0.03)
    assert trial.beats


def test_the_brier_score_and_its_parts_add_up() -> None:
    trial = tried(year(), [], BINS, horizon=HORIZON, budget=BUDGET)
    # 27 of 30 at 0.15 came out 0, 3 came out 1; 9 of 10 at 0.95 came out 1, one 0.
    by_hand = (27 * 0.15**2 + 3 * 0.85**2 + 9 * 0.05**2 + 0.95**2) / 40
    assert trial.brier is not None
    assert trial.brier.all == pytest.approx(by_hand)
    parts = trial.brier.reliability - trial.brier.resolution + trial.brier.uncertainty
    assert parts == pytest.approx(by_hand)
    assert [(b.low, b.n, round(b.value, 2), b.stopped) for b in trial.calibration] == [
        (0.1, 30, 0.15, 0.1),
        (0.9, 10, 0.95, 0.9),
    ]


@pytest.mark.parametrize(
    ("months", "named", "enough"), [(11, 40, "origins"), (12, 29, "alarms"), (12, 30, "")]
)
def test_with_too_little_to_go_by_it_concludes_nothing(
    months: int, named: int, enough: str
) -> None:
    alarms = [alarm(n, 10, stopped=True, ways="s") for n in range(named)]
    alarms += [alarm(100 + n, 10, stopped=False, ways="rf") for n in range(named)]
    trial = tried(year(months), alarms, BINS, horizon=HORIZON, budget=BUDGET)
    assert (trial.enough, trial.beats) == (enough, not enough)


@given(st.permutations(range(40)), st.floats(0, 1))
def test_the_order_in_which_an_engine_gives_rows_changes_nothing(
    order: Sequence[int], share: float
) -> None:
    bins = [
        {"place": n % 10, "n": n + 1, "p": share * n / 3, "p2": share * n / 7, "py": share * n / 9,
         "stopped": n * 0.1}
        for n in range(40)
    ]  # fmt: skip
    turned = [bins[n] for n in order]
    one, other = (
        tried(year(), [], rows, horizon=HORIZON, budget=BUDGET) for rows in (bins, turned)
    )
    assert one == other


def test_one_loud_account_is_one_witness() -> None:
    """Forty alarms of one account against forty right ones spread over as many."""
    loud = [alarm(1, 10, stopped=True, ways="s") for _ in range(40)]
    quiet = [alarm(2 + n, 10, stopped=n < 20, ways="rf") for n in range(40)]
    mixed = [alarm(50, 10, stopped=False, ways="s") for _ in range(10)]
    trial = tried(year(), [*loud, *quiet, *mixed], BINS, horizon=HORIZON, budget=BUDGET)
    assert trial.against[0].difference == pytest.approx(0.3)
    assert not trial.beats


def right_of(mails: Mails, right: Right, contact: int = 1) -> list[bool]:
    facts = as_ibis(tables(mails.rows))
    found = ibis.memtable([{"key": "k", "contact_id": contact, "account_id": contact}])
    with measures(facts, as_of=ORIGIN, report=lambda _: None, names=("ties",)) as measured:
        rows = proved(found, measured, right, as_of=ORIGIN, until=UNTIL)
        return [row["right"] for row in rows.to_pyarrow().to_pylist()]


QUIET = kinds.RIGHTS["gone_quiet"]
UNANSWERED = kinds.RIGHTS["unanswered"]


def test_who_went_quiet_proved_right_where_no_word_came_within_a_month() -> None:
    assert right_of(two_who_differ(), QUIET) == [True]
    assert right_of(two_who_differ(), QUIET, contact=2) == [False]


def test_a_question_proved_right_where_it_still_waits_or_was_asked_again() -> None:
    mails = two_who_differ()
    assert right_of(mails, UNANSWERED) == [True]
    mails.add(1, "out", 6)
    assert right_of(mails, UNANSWERED) == [False]
    mails.add(1, "in", 4, asks=True)
    assert right_of(mails, UNANSWERED) == [True]


def test_our_own_silence_is_judged_by_our_own_mail() -> None:
    mails = two_who_differ()
    ours = Right(days=30, of="account_id", silent=Direction.OUT)
    mails.add(1, "in", 2)
    assert right_of(mails, ours) == [True]
    mails.add(1, "out", 3)
    assert right_of(mails, ours) == [False]


def test_a_cause_counts_once_where_it_was_first_found() -> None:
    rows = [
        {"kind": "gone_quiet", "key": "a", "right": True},
        {"kind": "gone_quiet", "key": "b", "right": False},
        {"kind": "gone_quiet", "key": "a", "right": False},
    ]
    assert recorded({"gone_quiet": 30, "unanswered": 7}, rows) == {
        "gone_quiet": Counted(2, 1, 30),
        "unanswered": Counted(0, 0, 7),
    }


def test_a_persons_wrong_counts_beside_what_rows_tell() -> None:
    counts = {"gone_quiet": Counted(8, 6, 30), "unanswered": Counted(0, 0, 7)}
    found = record(counts, {"gone_quiet": 2, "hangs_on_one": 3})
    assert found == {
        FindingKind.GONE_QUIET: Proved(share=0.6, n=10),
        FindingKind.HANGS_ON_ONE: Proved(share=0.0, n=3),
    }


@dataclass
class Guessing:
    """A rule that forecasts."""

    CLAIM: Claim = Claim.FORECAST
    FORECASTS: str = "silence"


def test_a_forecast_speaks_only_where_its_signal_beat_the_baselines_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule: Any = Guessing()
    assert may_speak(rule, {"silence": True})
    assert not may_speak(rule, {"silence": False})
    # A young ledger: what the page prints counts.
    assert not may_speak(rule, {"silence": None})
    assert not may_speak(rule, {})
    monkeypatch.setattr(gate, "PRINTED", {"silence": True})
    assert may_speak(rule, {"silence": None})
    assert not may_speak(rule, {"silence": False})
    for claim in (Claim.FACT, Claim.HINT):
        other: Any = Guessing(CLAIM=claim)
        assert may_speak(other, {"silence": False})


def test_none_of_todays_rules_is_a_forecast() -> None:
    assert all(may_speak(rule, {"silence": False}) for rule in find.RULES)


@pytest.mark.parametrize(("beaten", "found"), [(False, 0), (True, 1)])
def test_the_gate_stands_where_findings_are_found(
    beaten: bool, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hangs_on_one, "CLAIM", Claim.FORECAST)
    monkeypatch.setattr(hangs_on_one, "FORECASTS", "silence", raising=False)
    monkeypatch.setattr(find, "RULES", (hangs_on_one,))
    mails = Mails()
    mails.add(1, "in", *range(-40, -10))
    mails.add(1, "out", *range(-40, -10))
    facts = as_ibis(tables(mails.rows))
    facts = {**facts, "accounts": facts["accounts"].mutate(relation=ibis.literal("customer"))}
    names = ("days_off", *find.SIGNALS)
    with measures(facts, as_of=ORIGIN, report=lambda _: None, names=names) as measured:
        rows = find.findings(measured, as_of=ORIGIN, beaten={"silence": beaten})
    assert len(rows) == found
