"""From list price to margin over the whole firm: by account, family, product and colleague.

A manager sees all of it; anybody else the accounts whose prices they may see, and their own sales.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from kith.ledger.insights import priced
from kith.ledger.insights.along import along
from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.insights.trade_readers import NO_VALUE, Sums, added, sums_of
from kith.ledger.people.models import Colleague
from kith.ledger.people.readers import account_names, colleague_names
from kith.ledger.people.relation_readers import aside
from kith.ledger.rights.models import User
from kith.ledger.trade.item_readers import family_names, product_names
from kith.ledger.trade.scope import priced_accounts
from kith.terms.words import Role

LIMIT = 30
OWN = 2_000  # accounts of one representative that are added up
GAUGES: Mapping[str, str] = {
    "account": priced.SUMS,
    "family": priced.OF_FAMILY,
    "product": priced.OF_PRODUCT,
    "colleague": priced.OF_COLLEAGUE,
}
Place = tuple[float, int]


@dataclass(frozen=True, slots=True)
class SumsRow:
    """Whose or what sums they are. `id` 0: of what belongs to none."""

    id: int
    name: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class SumsPage:
    """`after` starts the next page; None: that was all."""

    rows: tuple[SumsRow, ...]
    after: Place | None


def ways(user: User) -> tuple[str, ...]:
    """By what this reader may see the sums: the firm's families and products are managers' alone,
    as they add up accounts that others may not see."""
    return tuple(GAUGES) if user.role == Role.MANAGER else ("account", "colleague")


def all_sums(user: User) -> Sums | None:
    """Everything that the reader may see, added up; None where nothing was sold."""
    gauges = _along_index(priced.OF_FAMILY) if user.role == Role.MANAGER else _of(_own(user))
    return added(sums for gauge in gauges if (sums := sums_of(gauge)) is not None)


def sums_by(user: User, by: str, *, after: Place | None = None) -> SumsPage:
    """The sums one by one, those first that leak most; colleagues by name, as nobody is ranked."""
    if by == "colleague":
        return SumsPage(tuple(_colleagues(user)), None)
    gauges = _along_index(GAUGES[by])
    if by == "family":
        gauges = gauges.annotate(place=Coalesce("value", NO_VALUE))
    elif user.role == Role.MANAGER:
        gauges = gauges.filter(value__isnull=False).annotate(place=F("value"))
    else:
        # An expression, or SQLite walks the index by value through all accounts to find these.
        gauges = _of(_own(user)).annotate(place=Coalesce("value", NO_VALUE))
    if by == "account":
        gauges = gauges.exclude(aside("account_id"))
    found = list(along(gauges, after, up=False)[: LIMIT + 1])
    shown = found[:LIMIT]
    last = shown[-1] if len(found) > LIMIT else None
    place = getattr(last, "place", None)
    return SumsPage(
        tuple(_rows(user, by, shown)), None if last is None or place is None else (place, last.pk)
    )


def _along_index(name: str) -> QuerySet[Gauge]:
    """`contact_id`: as the index of sorted gauges says, or every gauge there is is looked at."""
    return current_gauges().filter(name=name, contact_id=0)


def _own(user: User) -> list[int]:
    return list(priced_accounts(user).values_list("id", flat=True)[:OWN])


def _of(account_ids: Collection[int]) -> QuerySet[Gauge]:
    return current_gauges().filter(name=priced.SUMS, account_id__in=account_ids)


def _rows(user: User, by: str, gauges: Sequence[Gauge]) -> list[SumsRow]:
    ids = {_subject(by, gauge) for gauge in gauges}
    names = {"account": account_names, "family": family_names, "product": product_names}[by](
        user, ids
    )
    return [
        SumsRow(_subject(by, gauge), names.get(_subject(by, gauge), ""), sums)
        for gauge in gauges
        if (sums := sums_of(gauge)) is not None and (by != "account" or gauge.account_id in names)
    ]


def _subject(by: str, gauge: Gauge) -> int:
    return gauge.account_id if by == "account" else gauge.item_id


def _colleagues(user: User) -> list[SumsRow]:
    """A manager sees everybody's, anybody else their own."""
    gauges = _along_index(priced.OF_COLLEAGUE)
    if user.role != Role.MANAGER:
        own = Colleague.objects.filter(user=user).values_list("id", flat=True)
        gauges = gauges.filter(colleague_id__in=list(own), colleague_id__gt=0)
    rows = list(gauges)
    names = colleague_names(user, {gauge.colleague_id for gauge in rows})
    found = [
        SumsRow(gauge.colleague_id, names.get(gauge.colleague_id, ""), sums)
        for gauge in rows
        if (sums := sums_of(gauge)) is not None
    ]
    return sorted(found, key=lambda row: (not row.name, row.name.casefold(), row.id))
