"""Keeps how alarms proved right here, once a week by night, and tells it to a refresh.

A look back computes every signal once an origin: at ten million touches that is a minute or two
each, which no refresh may wait for.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kith.findings.backtest.record import Counted, record
from kith.findings.backtest.trial import Trial
from kith.findings.gate import Beaten
from kith.findings.rank import Record
from kith.ledger.insights.backtest_readers import KINDS, SILENCE, called_wrong, kept, last_made
from kith.ledger.insights.backtest_writers import keep_backtest
from kith.ledger.rights import readers as rights
from kith.pipeline.backtest import kinds_record, ledger_facts, silence_trial

WEEK = timedelta(days=7)
NIGHT = 5  # the hour of the firm's morning before which it may run
ORIGINS = 12  # the newest of the kinds' origins, a year: what was long ago tells less


@dataclass(frozen=True, slots=True)
class Known:
    """What a refresh needs of it: how often each kind was right, which signals beat a baseline."""

    proved: Record
    beaten: Beaten


def known(as_of: date) -> Known:
    """What was kept by that day, with what people called wrong by then."""
    kinds = kept(KINDS, by=as_of) or {}
    counts = {kind: Counted(**row) for kind, row in kinds.items() if kind != "as_of"}
    trial = kept(SILENCE, by=as_of)
    beaten = {SILENCE: None if trial is None or trial["enough"] else bool(trial["beats"])}
    return Known(record(counts, called_wrong(by=as_of)), beaten)


def due(now: datetime) -> bool:
    """Whether it is night at the firm, and a week since the last look back."""
    last = last_made(KINDS)
    night = now.astimezone(ZoneInfo(rights.founded().zone)).hour < NIGHT
    return night and (last is None or now - last >= WEEK)


def judge(report: Callable[[str], None]) -> None:
    """Looks back, and keeps what it came to. Raises NotReady where there is no firm yet."""
    with ledger_facts(report) as (tables, today):
        trial = silence_trial(tables, as_of=today, report=report)
        kinds = kinds_record(tables, as_of=today, report=report, newest=ORIGINS)
    keep(today, trial, kinds)


def keep(as_of: date, trial: Trial | None, kinds: dict[str, Counted] | None) -> None:
    """Keeps what a look back of that day came to; None: that was not looked at."""
    if trial is not None:
        found = {**asdict(trial), "beats": trial.beats}
        found |= {name: str(found[name]) for name in ("first", "last") if found[name]}
        keep_backtest(SILENCE, as_of, found, actor=None)
    if kinds is not None:
        counts = {kind: asdict(counted) for kind, counted in kinds.items()}
        keep_backtest(KINDS, as_of, counts, actor=None)
