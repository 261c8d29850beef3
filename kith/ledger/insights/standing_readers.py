"""How a person stands with everybody outside, in four numbers, from the newest finished run."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from kith.ledger.imports.readers import stamp_total
from kith.ledger.insights.models import LIVE, Finding, Gauge, Run
from kith.ledger.people.models import Colleague
from kith.ledger.rights.models import User
from kith.terms.finding import FindingKind


@dataclass(frozen=True, slots=True)
class Standing:
    """People outside with whom the reader has a counted tie, their firms; how many of the people
    write both ways with the reader; how many the reader is told have gone quiet."""

    people: int
    firms: int
    two_way: int
    quiet: int


def standing(user: User, *, since: datetime) -> Standing | None:
    """The reader's own numbers; None while no run has seen the ledger as it is now, or as it was
    at any moment from `since` on."""
    run = Run.objects.filter(series=LIVE, state=Run.DONE).order_by("-id").first()
    if run is None or not (run.started_at >= since or run.report.get("stamps") == stamp_total()):
        return None
    mine = Gauge.objects.filter(
        Q(until_run_id__isnull=True) | Q(until_run_id__gt=run.pk),
        series=LIVE,
        run_id__lte=run.pk,
        name="tie",
        colleague_id__gt=0,  # as the index of a colleague's gauges says
        colleague_id__in=Colleague.objects.filter(user=user).values("id"),
    )
    counts = mine.aggregate(
        people=Count("contact_id", distinct=True),
        firms=Count("account_id", distinct=True),
        two_way=Count("contact_id", distinct=True, filter=Q(parts__two_way=True)),
    )
    quiet = Finding.objects.filter(series=LIVE, run=run, user=user, kind=FindingKind.GONE_QUIET)
    return Standing(**counts, quiet=quiet.count())
