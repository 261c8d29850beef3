"""Findings and gauges of the newest finished run, as far as they are the reader's.

A finding is its user's alone; one without a user is the managers'. Gauges of ties and silence are
the firm's, those of prices are not (`trade_readers`). A run that is under way is never seen.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from kith.ledger.insights.models import LIVE, Finding, Gauge, Run, Verdict
from kith.ledger.insights.priced import PRICED
from kith.ledger.people.models import Colleague
from kith.ledger.people.relation_readers import raises_nothing
from kith.ledger.rights.models import User
from kith.terms.errors import NotVisible
from kith.terms.words import Role

SEVERAL = 3  # contacts: more are not counted, as nothing is said about them
# Beside the ties of its contacts: what an account's page shows.
OF_PEOPLE = (
    "account_tie", "breadth", "months", "tie", "silence", "answers", "hours_and_channel",
)  # fmt: skip
A_DAY = 5  # findings that Today offers on one day, answered ones included


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding that its reader answered today, and what they said."""

    finding: Finding
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the day so far, by what the reader said."""

    done: int
    snoozed: int
    wrong: int


_look: ContextVar[dict[str, Run | None] | None] = ContextVar("kith_one_look", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """Inside, the newest run stays the one first met: a page shows one run, even while a refresh
    ends beside it, and asks for it once."""
    token = _look.set({})
    try:
        yield
    finally:
        _look.reset(token)


def newest_run(series: str = LIVE) -> Run | None:
    """The newest finished run of a series; None before the first."""
    met = _look.get()
    if met is not None and series in met:
        return met[series]
    run = Run.objects.filter(series=series, state=Run.DONE).order_by("-id").first()
    if met is not None:
        met[series] = run
    return run


def today(user: User, *, series: str = LIVE) -> list[Finding]:
    """What is left of the reader's five for the day, best first.

    Done and wrong ones stay away for good, snoozed ones until their day. Every one answered on the
    day takes one of the five, so that the list ends.
    """
    left = A_DAY - len(answered_today(user, series=series))
    return list(waiting(user, series)[: max(left, 0)])


def answered_today(user: User, *, series: str = LIVE) -> list[Answered]:
    """What the reader answered since the morning of the run's day, newest first; at most five."""
    run = newest_run(series)
    if run is None:
        return []
    given = Verdict.objects.filter(user=user, undone_at__isnull=True, given_on__gte=run.as_of)
    if series != LIVE:
        given = given.filter(given_on=run.as_of)
    newest = list(given.order_by("-id")[:A_DAY])
    found = {f.key: f for f in _theirs(user, series).filter(key__in=[v.key for v in newest])}
    return [Answered(found[v.key], v) for v in newest if v.key in found]


def tally(answered: Iterable[Answered]) -> Tally:
    """How many of the day's answers were done, snooze and wrong."""
    verbs = [row.verdict.verb for row in answered]
    return Tally(*(verbs.count(verb) for verb in (Verdict.DONE, Verdict.SNOOZE, Verdict.WRONG)))


def finding(user: User, finding_id: int) -> Finding:
    """One of the reader's findings, of any run. Raises NotVisible for anybody else's."""
    row = _theirs(user, None).filter(id=finding_id).first()
    if row is None:
        raise NotVisible("There is no such finding here.")
    return row


def live_verdict(user: User, finding_id: int) -> Verdict:
    """The reader's own answer to a finding of theirs. Raises NotVisible where there is none."""
    row = finding(user, finding_id)
    given = Verdict.objects.filter(key=row.key, user=user, undone_at__isnull=True)
    newest = given.order_by("-id").first()
    if newest is None:
        raise NotVisible("There is no answer to take back.")
    return newest


def findings_of_account(user: User, account_id: int, *, series: str = LIVE) -> list[Finding]:
    """The reader's findings about one account that hold and that they have not answered."""
    return list(waiting(user, series).filter(account_id=account_id)[:A_DAY])


def findings_of_contact(user: User, contact_id: int) -> list[Finding]:
    """The reader's findings about one person that hold and that they have not answered."""
    return list(waiting(user, LIVE).filter(contact_id=contact_id)[:A_DAY])


def gauges_of_account(
    user: User,  # noqa: ARG001 - open to the whole firm
    account_id: int,
    *,
    series: str = LIVE,
    contacts: int | None = None,
) -> list[Gauge]:
    """Gauges of one account, its contacts and their colleagues.

    `contacts`: of so many contacts with the strongest ties only; None: of everybody.
    """
    run = newest_run(series)
    if run is None:
        return []
    rows = gauges_standing(run).filter(account_id=account_id)
    if contacts is None:
        return list(rows.exclude(name__in=PRICED))
    # An expression, or SQLite walks the index by value through all accounts to find this one's.
    strongest = Coalesce("value", -1.0).desc()
    ties = list(rows.filter(name="contact_tie").order_by(strongest, "-n", "id")[:contacts])
    near = [0, *(gauge.contact_id for gauge in ties)]
    rest = rows.filter(name__in=OF_PEOPLE, contact_id__in=near)
    return [*ties, *rest]


def gauges_of_contact(
    user: User,  # noqa: ARG001 - open to the whole firm
    account_ids: Collection[int],
    contact_id: int,
) -> list[Gauge]:
    """Gauges of one contact at these accounts: where they work and worked."""
    rows = current_gauges().filter(account_id__in=account_ids, contact_id=contact_id)
    return list(rows.filter(name__in=("contact_tie", *OF_PEOPLE)))


def quiet_on(day: date | None, silence: Gauge) -> tuple[int | None, bool]:
    """How many days a `silence` has lasted, and whether that is longer than any of their last gaps.

    Counted from the last mail: it grows by itself, and no run writes it anew.
    """
    last, longest = silence.parts.get("last_in_day"), silence.parts.get("longest_gap")
    if day is None or not last:
        return None, False
    elapsed = (day - date.fromisoformat(last)).days
    return elapsed, silence.value is not None and longest is not None and elapsed > longest


def as_of(series: str = LIVE) -> date | None:
    """The day at which the newest finished run looked; None before the first."""
    run = newest_run(series)
    return run.as_of if run else None


def looked_at(series: str = LIVE) -> datetime | None:
    """When the newest finished run began to look; None before the first."""
    run = newest_run(series)
    return run.started_at if run else None


def _theirs(user: User, series: str | None) -> QuerySet[Finding]:
    mine = Q(user=user)
    if user.role == Role.MANAGER:
        mine |= Q(user__isnull=True)
    rows = Finding.objects.filter(mine).select_related("account", "contact", "colleague")
    # What was called a supplier since the run raises nothing any more.
    rows = rows.exclude(raises_nothing("account_id"))
    return rows if series is None else rows.filter(series=series)


def waiting(user: User, series: str = LIVE) -> QuerySet[Finding]:
    """The reader's findings that hold and wait for an answer, best first."""
    run = newest_run(series)
    if run is None:
        return Finding.objects.none()
    rows = _theirs(user, series).filter(run=run)
    given = _verdicts(OuterRef("key"), run)
    rows = rows.exclude(Exists(given.filter(Q(until__isnull=True) | Q(until__gt=run.as_of))))
    return rows.order_by("-rank", "id")


def _verdicts(key: OuterRef, run: Run) -> QuerySet[Verdict]:
    """Answers that stand; for a past day, those given by then."""
    given = Verdict.objects.filter(key=key, undone_at__isnull=True)
    return given if run.series == LIVE else given.filter(given_on__lte=run.as_of)


def current_gauges(series: str = LIVE) -> QuerySet[Gauge]:
    """The gauges of the newest finished run; none before the first."""
    run = newest_run(series)
    return gauges_standing(run) if run else Gauge.objects.none()


def gauges_standing(run: Run) -> QuerySet[Gauge]:
    """The gauges that `run` sees: of its series the versions it left standing."""
    standing = Q(until_run_id__isnull=True) | Q(until_run_id__gt=run.id)
    return Gauge.objects.filter(standing, series=run.series, run_id__lte=run.id)


def two_way_contacts(user: User, *, series: str = LIVE) -> int:
    """With how many outside people the reader exchanges mail both ways: 0, 1, 2, or 3 for more."""
    run = newest_run(series)
    if run is None:
        return 0
    ties = gauges_standing(run).filter(
        name="tie", colleague_id__in=_colleagues(user), colleague_id__gt=0
    )
    return len(ties.filter(parts__two_way=True).values_list("pk")[:SEVERAL])


def _colleagues(user: User) -> list[int]:
    return list(Colleague.objects.filter(user=user).values_list("id", flat=True))


def outdated_gauges(run: Run) -> Iterator[list[int]]:
    """Ids of values that no reader will see again, a few thousand at a time, to be deleted."""
    return _few(Gauge.objects.filter(series=run.series, until_run_id__lte=run.pk))


def gauges_of_run(run: Run) -> Iterator[list[int]]:
    """Ids of what an unfinished run wrote, a few thousand at a time, to be deleted."""
    return _few(Gauge.objects.filter(run=run))


def _few(gauges: QuerySet[Gauge]) -> Iterator[list[int]]:
    while ids := list(gauges.order_by().values_list("pk", flat=True)[:5_000]):
        yield ids


def dead_runs(series: str) -> list[Run]:
    """Runs of a series that were killed: asked while no other refresh can be under way."""
    return list(Run.objects.filter(series=series, state=Run.RUNNING))
