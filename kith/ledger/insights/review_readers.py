"""The manager's Monday page: what the firm's findings say of its accounts, by account.

A finding is its user's; a manager is told less of it here, and more than nobody: that an account
has gone quiet, goes one way, hangs on one person, waits for an answer or loses more of its price
than it should, which person there, since when, and who holds the account. Never the words or the
subject of a mail, never who of us left it lying or how long anybody takes, never what its user
answered, and nothing whose proof the manager may not see at all. What its user called done or wrong
is not told, as the page would then say what is no longer so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kith.ledger.activities.readers import visible
from kith.ledger.insights.models import LIVE, Finding, Gauge, Run, Verdict
from kith.ledger.insights.priced import KINDS
from kith.ledger.insights.readers import gauges_standing, newest_run
from kith.ledger.people.models import Colleague
from kith.ledger.people.relation_readers import raises_nothing
from kith.ledger.rights.models import User
from kith.terms.errors import NotVisible
from kith.terms.finding import Claim
from kith.terms.words import Role

WEEK = timedelta(days=7)
FEW, MANY = 4, 50  # accounts of a section on the page of all, and at a time on its own


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One account of a section: its worst finding, how many more it has there, who holds it.

    `holder`: the account's owner, else the colleague with the strongest ties; '' for nobody.
    `is_new`: found within the last seven days.
    """

    finding: Finding
    more: int
    holder: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The accounts that a section is about, and how many of them came within seven days. `rows`:
    some of them, worst first; `more`: others follow."""

    name: str
    accounts: int
    new: int
    rows: tuple[Reviewed, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Review:
    """`as_of` None: nobody has looked yet. `tells_new`: it has been looked for a week or longer."""

    as_of: date | None
    sections: tuple[Section, ...]
    tells_new: bool = False


@dataclass(slots=True)
class _Place:
    """An account in a section: its worst finding, how many it has, whether one of them is new."""

    finding_id: int
    findings: int = 0
    is_new: bool = False


def review(
    user: User, sections: Mapping[str, Sequence[str]], *, only: str = "", skip: int = 0
) -> Review:
    """What stands in each section, by the kinds that belong to it; the worst few accounts of each.

    `only`: that section alone, with many, from so far down on. Raises NotVisible for whoever is no
    manager. Six statements, whatever the number of findings.
    """
    if user.role != Role.MANAGER:
        raise NotVisible("There is no such page here.")
    run = newest_run()
    if run is None:
        return Review(None, ())
    first = Run.objects.filter(series=LIVE, state=Run.DONE).order_by("id").first()
    known_from = max(run.as_of - WEEK, first.as_of if first else run.as_of)
    accounts = _accounts(told(user, run), sections, known_from)
    shown = [name for name in sections if accounts[name] and only in ("", name)]
    until = skip + MANY if only else FEW
    worst = {name: list(accounts[name].values())[skip if only else 0 : until] for name in shown}
    found = _named([place.finding_id for places in worst.values() for place in places])
    holders = _holders(run, found.values())
    made = tuple(
        Section(
            name,
            len(accounts[name]),
            sum(place.is_new for place in accounts[name].values()),
            tuple(_reviewed(found[p.finding_id], p, holders, known_from) for p in worst[name]),
            len(accounts[name]) > until,
        )
        for name in shown
    )
    return Review(run.as_of, made, tells_new=known_from == run.as_of - WEEK)


def told(user: User, run: Run) -> QuerySet[Finding]:
    """Facts that hold, that their user has not settled, and of whose proof the manager may see
    that it is there: its newest activity. Prices are theirs to see, and so are findings of them."""
    settled = Verdict.objects.filter(
        key=OuterRef("key"), undone_at=None, verb__in=[Verdict.DONE, Verdict.WRONG]
    )
    newest = Cast(KT("evidence__0"), BigIntegerField())
    proof = visible(user).filter(id=OuterRef("proof"))
    rows = Finding.objects.filter(series=LIVE, run=run, claim=Claim.FACT).annotate(proof=newest)
    # What was called a supplier, private or noise since the run raises nothing any more.
    return rows.exclude(raises_nothing("account_id")).filter(
        ~Exists(settled), Exists(proof) | Q(kind__in=KINDS)
    )


def told_of_prices(user: User, account_id: int) -> list[Finding]:
    """What a manager is told of one account's prices that was put to somebody else, worst first;
    nothing for anybody else."""
    run = newest_run()
    if run is None or user.role != Role.MANAGER:
        return []
    rows = told(user, run).filter(account_id=account_id, kind__in=KINDS)
    # What is put to nobody, or to the manager, is theirs to answer.
    rows = rows.exclude(user=None).exclude(user=user).order_by("-rank", "id")
    return list(rows.select_related("account", "contact", "colleague")[:FEW])


def _accounts(
    told: QuerySet[Finding], sections: Mapping[str, Sequence[str]], known_from: date
) -> dict[str, dict[int, _Place]]:
    """Each section's accounts, worst first: read once, and grouped here. Two windows over ten
    thousand findings would take the database twice as long as this takes in all."""
    section_of = {kind: name for name, kinds in sections.items() for kind in kinds}
    found: dict[str, dict[int, _Place]] = {name: {} for name in sections}
    rows = told.filter(kind__in=section_of).order_by("-rank", "id")
    for pk, kind, account, found_on in rows.values_list("id", "kind", "account_id", "found_on"):
        place = found[section_of[kind]].setdefault(account, _Place(pk))
        place.findings += 1
        place.is_new = place.is_new or found_on > known_from
    return found


def _named(ids: Iterable[int]) -> dict[int, Finding]:
    return Finding.objects.select_related("account__owner", "contact", "colleague").in_bulk(
        list(ids)
    )


def _reviewed(
    finding: Finding, place: _Place, holders: Mapping[int, str], known_from: date
) -> Reviewed:
    owner = finding.account.owner
    return Reviewed(
        finding=finding,
        more=place.findings - 1,
        holder=owner.name or owner.email if owner else holders.get(finding.account_id, ""),
        is_new=finding.found_on > known_from,
    )


def _holders(run: Run, found: Iterable[Finding]) -> dict[int, str]:
    """Of accounts without an owner: the colleague whose ties there add up to most."""
    orphans = {f.account_id for f in found if f.account.owner_id is None}
    if not orphans:
        return {}
    strength: dict[tuple[int, int], float] = {}
    ties: QuerySet[Gauge] = gauges_standing(run).filter(name="tie", account_id__in=orphans)
    for account, colleague, value in ties.values_list("account_id", "colleague_id", "value"):
        strength[account, colleague] = strength.get((account, colleague), 0.0) + (value or 0.0)
    weakest_first = sorted(strength, key=lambda pair: (strength[pair], -pair[1]))
    strongest = dict(weakest_first)  # the last of each account stays
    names = dict(Colleague.objects.filter(id__in=strongest.values()).values_list("id", "name"))
    return {account: names.get(colleague, "") for account, colleague in strongest.items()}
