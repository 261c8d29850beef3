"""`kith backtest`: how often alarms proved right on this ledger's own past."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from kith.findings.backtest.record import Counted
from kith.findings.backtest.trial import ALARMS, ORIGINS, Tally, Trial
from kith.pipeline.backtest import kinds_record, ledger_facts, silence_trial
from kith.pipeline.judge import keep
from kith.surfaces.cli.output import as_json, emit, say, steps


@click.command("backtest")
@click.argument("name", required=False, type=click.Choice(["silence"]))
@as_json
def backtest_command(name: str | None, json_: bool) -> None:
    """How often alarms proved right on this ledger's own past, beside the plainest rules.

    NAME: of this signal alone; without it, of every kind of finding too. Counts alone, no names.
    """
    report = steps(json_)
    with ledger_facts(report) as (tables, today):
        trial = silence_trial(tables, as_of=today, report=report)
        kinds = {} if name else kinds_record(tables, as_of=today, report=report)
    keep(today, trial, kinds or None)
    if json_:
        counts = {kind: asdict(counted) for kind, counted in kinds.items()}
        emit({"as_of": today, "silence": {**asdict(trial), "beats": trial.beats}, "kinds": counts})
        return
    for line in (*_of_trial(trial), *_of_kinds(kinds)):
        say(line)


def _of_trial(trial: Trial) -> Iterator[str]:
    yield "silence, taken as a sign that somebody has stopped writing"
    if not trial.origins:
        yield "  Not enough evidence: the ledger is too young for a single look back."
        return
    yield (
        f"  {trial.origins} months from {trial.first} to {trial.last}, {trial.cases} cases;"
        f" {trial.budget} alarms a person each; right: no word within {trial.horizon} days."
    )
    for way, tally in trial.ways.items():
        yield f"  {way:10} {_tally(tally)}"
    yield from (
        f"  {a.difference * 100:+.1f} points against {a.baseline}"
        f" ({a.low * 100:+.1f} to {a.high * 100:+.1f})"
        for a in trial.against
    )
    for each in trial.calibration:
        yield (
            f"  value {each.low:.1f} to {each.high:.1f}: {each.n} cases, {each.stopped:.0%} stopped"
        )
    if trial.brier:
        brier = trial.brier
        yield (
            f"  Brier {brier.all:.3f} = reliability {brier.reliability:.3f}"
            f" - resolution {brier.resolution:.3f} + uncertainty {brier.uncertainty:.3f}"
        )
    yield f"  {_verdict(trial)}"


def _tally(tally: Tally) -> str:
    if tally.precision is None or tally.recall is None:
        return f"{tally.alarms} alarms, {tally.right} right"
    after = f", after {tally.after[1]:.0f} days of silence" if tally.after else ""
    return (
        f"{tally.alarms} alarms, {tally.right} right ({tally.precision:.0%}),"
        f" {tally.recall:.0%} of all who stopped{after}"
    )


def _verdict(trial: Trial) -> str:
    if trial.enough == "origins":
        return f"Not enough evidence: fewer than {ORIGINS} months to look back from."
    if trial.enough:
        return f"Not enough evidence: fewer than {ALARMS} alarms."
    if trial.beats:
        return "It chose better than either plain rule, chance aside."
    return "It did not choose better than both plain rules, chance aside: it stays a description."


def _of_kinds(kinds: dict[str, Counted]) -> Iterator[str]:
    if kinds:
        yield "findings"
    for kind, counted in kinds.items():
        yield (
            f"  {kind:12} {counted.n} found, {counted.right} right"
            f" (judged {counted.days} days later)"
        )
