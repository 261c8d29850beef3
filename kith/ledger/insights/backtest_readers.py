"""What the last look back came to: counts of the whole firm, which everybody in it may see."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from kith.ledger.insights.models import Backtest, Verdict
from kith.ledger.insights.readers import newest_run
from kith.ledger.rights.models import User
from kith.terms.finding import FindingKind

SILENCE, KINDS = "silence", "kinds"


def kept(name: str, *, by: date | None = None) -> dict[str, Any] | None:
    """The last result of that name, with `as_of`; None before the first, or where it is of a later
    day than `by`."""
    row = Backtest.objects.filter(name=name).first()
    if row is None or (by is not None and row.as_of > by):
        return None
    return {"as_of": row.as_of, **row.result}


def last_made(name: str) -> datetime | None:
    """When that was computed last; None: never."""
    return Backtest.objects.filter(name=name).values_list("made_at", flat=True).first()


def called_wrong(*, by: date) -> dict[str, int]:
    """How many findings of each kind people have called wrong by that day, whoever they are.

    For ranking and the machine's operator: an answer is its user's, and in a small firm a count
    would tell whose.
    """
    given = Verdict.objects.filter(verb=Verdict.WRONG, undone_at=None, given_on__lte=by)
    counts = given.values("kind").annotate(n=Count("key", distinct=True))
    return dict(counts.values_list("kind", "n"))


def called_wrong_by(user: User, kinds: Collection[FindingKind]) -> int:
    """How many findings of these kinds the user has called wrong: their own answers alone."""
    given = Verdict.objects.filter(user=user, verb=Verdict.WRONG, undone_at=None, kind__in=kinds)
    return given.values("key").distinct().count()


@dataclass(frozen=True, slots=True)
class Inputs:
    """How many rows of each fact table the newest run counted, and its day."""

    as_of: date
    rows: Mapping[str, int]


def inputs() -> Inputs | None:
    """What the newest finished run was computed from; None before the first."""
    run = newest_run()
    return Inputs(run.as_of, run.report.get("inputs", {})) if run else None
