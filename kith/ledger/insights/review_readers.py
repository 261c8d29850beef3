"""The manager's Monday page: what the firm's findings say of its accounts, by account.

A finding is its user's; a manager is told less of it here, and more than nobody: that an account
has gone quiet, goes one way, hangs on one person or waits for an answer, which person there, since
when, and who holds the account. Never the words or the subject of a mail, never who of us left it
lying or how long anybody takes, never what its user answered, and nothing whose proof the manager
may not see at all. What its user called done or wrong is not told, as the page would then say what
is no longer so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, RowNumber

from kith.ledger.activities.readers import visible
from kith.ledger.insights.models import LIVE, Finding, Gauge, Run, Verdict
from kith.ledger.insights.readers import gauges_standing, newest_run
from kith.ledger.people.models import Colleague
from kith.ledger.people.relation_readers import raises_nothing
from kith.ledger.rights.models import User
from kith.terms.errors import NotVisible
from kith.terms.finding import Claim
from kith.terms.words import Role

WEEK = timedelta(days=7)
FEW, MANY = 4, 200  # accounts of a section on the page of all, and on its own


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
    """The accounts that a section is about, and how many of them came within seven days."""

    name: str
    accounts: int
    new: int
    rows: tuple[Reviewed, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """`as_of` None: nobody has looked yet. `tells_new`: it has been looked for a week or longer."""

    as_of: date | None
    sections: tuple[Section, ...]
    tells_new: bool = False


def review(user: User, sections: Mapping[str, Sequence[str]], *, only: str = "") -> Review:
    """What stands in each section, by the kinds that belong to it; the worst few accounts of each.

    `only`: that section alone, with many. Raises NotVisible for whoever is no manager.
    As many statements as sections and five more, whatever the number of findings.
    """
    if user.role != Role.MANAGER:
        raise NotVisible("There is no such page here.")
    run = newest_run()
    if run is None:
        return Review(None, ())
    first = Run.objects.filter(series=LIVE, state=Run.DONE).order_by("id").first()
    known_from = max(run.as_of - WEEK, first.as_of if first else run.as_of)
    told = _told(user, run)
    counts = _counts(told, sections, known_from)
    most = MANY if only else FEW
    shown = [name for name in sections if counts[f"all_{name}"] and only in ("", name)]
    worst = {name: _worst(told, sections[name], most) for name in shown}
    holders = _holders(run, [f for rows in worst.values() for f in rows])
    made = tuple(
        Section(
            name,
            counts[f"all_{name}"],
            counts[f"new_{name}"],
            tuple(_reviewed(f, holders, known_from) for f in worst[name]),
        )
        for name in shown
    )
    return Review(run.as_of, made, tells_new=known_from == run.as_of - WEEK)


def _told(user: User, run: Run) -> QuerySet[Finding]:
    """Facts that hold, that their user has not settled, and of whose proof the manager may see
    that it is there: its newest activity."""
    settled = Verdict.objects.filter(
        key=OuterRef("key"), undone_at=None, verb__in=[Verdict.DONE, Verdict.WRONG]
    )
    newest = Cast(KT("evidence__0"), BigIntegerField())
    proof = visible(user).filter(id=OuterRef("proof"))
    rows = Finding.objects.filter(series=LIVE, run=run, claim=Claim.FACT).annotate(proof=newest)
    return rows.filter(~Exists(settled), Exists(proof)).exclude(raises_nothing("account_id"))


def _counts(
    told: QuerySet[Finding], sections: Mapping[str, Sequence[str]], known_from: date
) -> dict[str, int]:
    """Accounts of each section: `all_<name>`, and `new_<name>` with something found since."""

    def accounts(condition: Q) -> Count:
        return Count("account_id", distinct=True, filter=condition)

    new = Q(found_on__gt=known_from)
    return told.aggregate(
        **{f"all_{name}": accounts(Q(kind__in=kinds)) for name, kinds in sections.items()},
        **{f"new_{name}": accounts(new & Q(kind__in=kinds)) for name, kinds in sections.items()},
    )


def _worst(told: QuerySet[Finding], kinds: Sequence[str], most: int) -> list[Finding]:
    """The worst finding of each account, worst account first; `of_account`: how many it has."""
    rows = told.filter(kind__in=kinds).annotate(
        place=Window(
            RowNumber(), partition_by=F("account_id"), order_by=[F("rank").desc(), F("id")]
        ),
        of_account=Window(Count("id"), partition_by=F("account_id")),
    )
    named = rows.filter(place=1).select_related("account__owner", "contact", "colleague")
    return list(named.order_by("-rank", "id")[:most])


def _reviewed(finding: Finding, holders: Mapping[int, str], known_from: date) -> Reviewed:
    owner = finding.account.owner
    return Reviewed(
        finding=finding,
        more=finding.of_account - 1,  # type: ignore[attr-defined]
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
