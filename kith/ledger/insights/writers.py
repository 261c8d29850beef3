"""Verbs on runs, gauges, findings and what people answer to them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.insights.models import Finding, Gauge, Run, Verdict
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note
from kith.terms.errors import NotVisible, Refused
from kith.terms.finding import Finding as Found
from kith.terms.words import Role

Subject = tuple[int, int, int, int]  # account, contact, colleague, item; 0: it has no such part


class GaugeRow(NamedTuple):
    """One value to keep, in the order of its columns. `parts`: its inputs, an object as JSON."""

    account_id: int
    contact_id: int
    colleague_id: int
    item_id: int
    value: float | None
    low: float | None
    high: float | None
    n: int
    parts: str


@writer
def start_run(as_of: date, *, series: str, actor: User | None) -> Run:
    """Begins a run. Those of its series that were killed must have been forgotten before."""
    return Run.objects.create(as_of=as_of, series=series, started_at=timezone.now())


@writer
def forget_run(run: Run, *, actor: User | None) -> None:
    """What an unfinished run had ended stands again; it is marked as failed.

    Its own gauges are to be pruned before (`readers.gauges_of_run`), a few thousand at a time.
    """
    Gauge.objects.filter(series=run.series, until_run_id=run.pk).update(until_run_id=None)
    Run.objects.filter(pk=run.pk).update(state=Run.FAILED, finished_at=timezone.now())


@writer
def add_gauges(run: Run, name: str, rows: Iterable[GaugeRow], *, actor: User | None) -> None:
    """Adds a run's values of one signal, for subjects that have no standing one."""
    head = (run.series, run.pk, name)
    bulk.insert(
        Gauge, ["series", "run_id", "name", *GaugeRow._fields], [head + row for row in rows]
    )


@writer
def supersede_gauges(
    run: Run,
    name: str,
    subjects: Iterable[Subject],
    *,
    actor: User | None,
) -> None:
    """Ends the standing values of these subjects: from this run on they are others, or none."""
    bulk.update(
        "UPDATE ledger_gauge SET until_run_id = %s WHERE account_id = %s AND contact_id = %s"
        " AND colleague_id = %s AND item_id = %s AND series = %s AND name = %s"
        " AND until_run_id IS NULL",
        [(run.pk, *subject, run.series, name) for subject in subjects],
    )


@writer
def supersede_all(run: Run, *, actor: User | None) -> None:
    """Supersedes every value of the series: the run will write them all anew."""
    Gauge.objects.filter(series=run.series, until_run_id=None).update(until_run_id=run.pk)


# Of these the first three stay as they were when a cause is found again.
_FINDING = (
    "series", "key", "found_on", "run_id", "kind", "claim", "user_id", "account_id", "contact_id",
    "colleague_id", "as_of", "since", "stake", "urgency", "rank", "numbers", "evidence",
    "papers",
)  # fmt: skip


@writer
def finish_run(
    run: Run,
    found: Iterable[Found],
    report: Mapping[str, object],
    *,
    actor: User | None,
) -> Run:
    """Keeps the findings and finishes the run, in one step: from here readers see both.

    A cause that was found before keeps its id, so that a page open on it stays right; causes that
    ended are dropped.
    """
    names = ", ".join(_FINDING)
    marks = ", ".join(["%s"] * len(_FINDING))
    fresh = ", ".join(f"{name} = excluded.{name}" for name in _FINDING[3:])
    bulk.update(
        f"INSERT INTO ledger_finding ({names}) VALUES ({marks})"  # noqa: S608 - our own names
        f" ON CONFLICT (series, key) DO UPDATE SET {fresh}",
        [_finding_row(run, finding) for finding in found],
    )
    Finding.objects.filter(series=run.series).exclude(run=run).delete()
    run.state, run.finished_at, run.report = Run.DONE, timezone.now(), dict(report)
    run.save(update_fields=["state", "finished_at", "report"])
    return run


def _finding_row(run: Run, f: Found) -> tuple[object, ...]:
    return (
        run.series, f.key, f.as_of, run.pk, f.kind.value, f.claim.value, f.user_id, f.account_id,
        f.contact_id, f.colleague_id, f.as_of, f.since, f.stake, f.urgency, f.rank,
        json.dumps(dict(f.numbers)), json.dumps(list(f.evidence)),
        json.dumps({name: list(ids) for name, ids in f.papers.items()}),
    )  # fmt: skip


@writer
def prune_gauges(ids: Sequence[int], *, actor: User | None) -> None:
    """Deletes values that nobody will see."""
    Gauge.objects.filter(pk__in=ids)._raw_delete(connection.alias)  # nothing points at a gauge


@writer
def answer(
    finding_id: int, verb: str, *, actor: User, why: str = "", until: date | None = None
) -> Verdict:
    """Done, snooze (needs `until`) or wrong, said by `actor`; an earlier answer is replaced.

    Raises NotVisible where the finding is not the actor's to answer, Refused for an unknown verb.
    """
    if verb not in (Verdict.DONE, Verdict.SNOOZE, Verdict.WRONG) or (
        verb == Verdict.SNOOZE and until is None
    ):
        raise Refused(f"{verb} is no answer to a finding.", cure="Say done, snooze or wrong.")
    finding = Finding.objects.filter(pk=finding_id).first()
    if finding is None or not _may_answer(finding, actor):
        raise NotVisible("There is no such finding.")
    Verdict.objects.filter(key=finding.key, user=actor, undone_at=None).update(
        undone_at=timezone.now()
    )
    verdict = Verdict.objects.create(
        key=finding.key,
        kind=finding.kind,
        account_id=finding.account_id,
        user=actor,
        verb=verb,
        why=why[:500],
        given_on=finding.as_of,
        until=until,
        recorded_at=timezone.now(),
    )
    note(verb, "finding", finding.pk, actor=actor, new={"key": finding.key}, why=why)
    return verdict


def _may_answer(finding: Finding, user: User) -> bool:
    """Whose list it is on: a user's own, or the managers'."""
    return finding.user == user or (finding.user is None and user.role == Role.MANAGER)


@writer
def take_back(verdict_id: int, *, actor: User) -> None:
    """Undoes one's own answer: the finding is back. Raises NotVisible for another's answer."""
    taken = Verdict.objects.filter(pk=verdict_id, user=actor, undone_at=None)
    if not taken.update(undone_at=timezone.now()):
        raise NotVisible("There is no such answer of yours.")
    note("take_back", "verdict", verdict_id, actor=actor)
