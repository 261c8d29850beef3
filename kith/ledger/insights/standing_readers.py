"""How a person stands with everybody outside, from the newest finished run: in four numbers, and
who stands behind each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet

from kith.ledger.imports.readers import stamp_total
from kith.ledger.insights.models import LIVE, Finding, Gauge, Run
from kith.ledger.insights.readers import newest_run
from kith.ledger.people.models import Account, Colleague, Contact
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
    counts = _ties(user, run).aggregate(
        people=Count("contact_id", distinct=True),
        firms=Count("account_id", distinct=True),
        two_way=Count("contact_id", distinct=True, filter=Q(parts__two_way=True)),
    )
    return Standing(**counts, quiet=_quiet(user, run).count())


@dataclass(frozen=True, slots=True)
class Known:
    """One of those behind a number: a person at a firm, or a firm (`person_id` 0) with the number
    of `people` known there."""

    account_id: int
    account: str
    person_id: int = 0
    person: str = ""
    people: int = 0


def known(user: User, which: str, *, limit: int) -> list[Known]:
    """Who stands behind a number of `standing`: people or two_way (closest first), firms (by how
    many one knows there), quiet (longest first). At most `limit`; the reader's own alone."""
    run = newest_run()
    if run is None:
        return []
    rows = _behind(user, run, which, limit)
    accounts = Account.objects.in_bulk({row[0] for row in rows})
    contacts = Contact.objects.in_bulk({row[1] for row in rows})
    return [
        Known(account, accounts[account].name, *_named(person, contacts), people=n)
        for account, person, n in rows
        if account in accounts
    ]


def _named(contact_id: int, contacts: Mapping[int, Contact]) -> tuple[int, str]:
    found = contacts.get(contact_id)
    return (found.pk, found.name) if found else (0, "")


def _behind(user: User, run: Run, which: str, limit: int) -> list[tuple[int, int, int]]:
    """Account, contact (0: none), people."""
    if which == "quiet":
        found = _quiet(user, run).order_by("since", "id")[:limit]
        return [(one.account_id, one.contact_id or 0, 0) for one in found]
    ties = _ties(user, run)
    if which == "firms":
        firms = ties.values_list("account_id").annotate(people=Count("contact_id", distinct=True))
        return [(firm, 0, n) for firm, n in firms.order_by("-people", "account_id")[:limit]]
    if which == "two_way":
        ties = ties.filter(parts__two_way=True)
    closest = ties.order_by(F("value").desc(nulls_last=True), "id")[:limit]
    return [(one.account_id, one.contact_id, 0) for one in closest]


def _ties(user: User, run: Run) -> QuerySet[Gauge]:
    """The counted ties between the reader and people outside."""
    return Gauge.objects.filter(
        Q(until_run_id__isnull=True) | Q(until_run_id__gt=run.pk),
        series=LIVE,
        run_id__lte=run.pk,
        name="tie",
        colleague_id__gt=0,  # as the index of a colleague's gauges says
        colleague_id__in=Colleague.objects.filter(user=user).values("id"),
    )


def _quiet(user: User, run: Run) -> QuerySet[Finding]:
    return Finding.objects.filter(series=LIVE, run=run, user=user, kind=FindingKind.GONE_QUIET)
