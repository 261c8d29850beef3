"""How much of a price rise arrived, where, and how close those are whom it meets.

From the gauges `rise` of the newest finished run: one a rise and account. Sums over several
accounts weigh each by what it bought of the same goods before (`worth`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Count, F, FloatField, Q, QuerySet, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.people.models import Account
from kith.ledger.people.readers import colleague_names
from kith.ledger.people.relation_readers import aside
from kith.ledger.rights.models import User
from kith.ledger.trade.scope import priced_accounts
from kith.terms.trade_words import WaiverKind
from kith.terms.words import Role

NAME = "rise"
OWN = 3_000  # accounts of one representative
MOST = 6_000  # gauges that the database adds up while somebody waits: of more, no sum is told
HELD = 2_000  # accounts that are told apart by who holds them
LET_OFF = tuple(WaiverKind)
WORTH = Cast(KT("parts__worth"), FloatField())
MISSED = Cast(KT("parts__missed"), BigIntegerField())


@dataclass(frozen=True, slots=True)
class Arrived:
    """A rise at one account: `value` of it reached the pocket (1: all), with its interval; null:
    too early, or nothing to compare. `missed`: money of a year, ten-thousandths."""

    account_id: int
    account: str
    holder: str
    state: str
    value: float | None
    low: float | None
    high: float | None
    missed: int | None
    worth: int
    tie: Gauge | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A rise at several accounts. `share`: null where none of them can be compared yet."""

    name: str
    accounts: int
    compared: int
    let_off: int
    share: float | None
    missed: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A rise where the reader may see prices: all in one, by who holds the account, and some of the
    accounts; `more`: there are others.

    `cut`: it meets more accounts than are added up; `rows` are then those of which least arrived,
    and nothing is said of all in one (`whole` None).
    """

    whole: Summary | None
    by_holder: tuple[Summary, ...]
    rows: tuple[Arrived, ...]
    more: bool
    cut: bool


def followed(user: User, rise_id: int, *, shown: int, skip: int = 0) -> Followed:
    """Those first where most is missing; holders by name, in no order of merit."""
    found = _theirs(user).annotate(rise=_rise(user)).filter(rise=rise_id)
    # A representative has no more accounts than that.
    cut = user.role == Role.MANAGER and _too_many(found)
    whole = None if cut else _whole(found)
    if whole and not whole.accounts:
        return Followed(None, (), (), more=False, cut=False)
    gauges = list(_in_order(found, cut=cut)[skip : skip + shown + 1])
    ids = {gauge.account_id for gauge in gauges[:shown]}
    names = dict(Account.objects.filter(pk__in=ids).values_list("pk", "name"))
    holders, ties = holders_of(user, ids), ties_of(ids)
    return Followed(
        whole=whole,
        by_holder=_by_holder(user, found) if whole and whole.accounts <= HELD else (),
        rows=tuple(
            _row(gauge, names[pk], holders.get(pk, ""), ties.get(pk))
            for gauge in gauges[:shown]
            if (pk := gauge.account_id) in names
        ),
        more=len(gauges) > shown,
        cut=cut,
    )


def arrived_shares(user: User, rise_ids: Collection[int]) -> dict[int, Summary]:
    """Each rise in one, where the newest run knows of it, as far as the reader sees prices; none
    where they meet more accounts than are added up."""
    gauges = _theirs(user).annotate(rise=_rise(user))
    if user.role == Role.MANAGER:
        gauges = gauges.filter(rise__in=rise_ids)
    if _too_many(gauges):
        return {}
    sums = gauges.order_by().values("rise").annotate(**_sums())
    return {row["rise"]: _summary("", row) for row in sums if row["rise"] in rise_ids}


def ties_of(account_ids: Collection[int]) -> dict[int, Gauge]:
    """How strong each account's tie is."""
    rows = current_gauges().filter(
        account_id__in=sorted(account_ids), name="account_tie", contact_id=0
    )
    return {gauge.account_id: gauge for gauge in rows}


def holders_of(user: User, account_ids: Collection[int]) -> dict[int, str]:
    """Who holds each account: its owner, else whom most reaches."""
    ids = sorted(account_ids)
    owned = Account.objects.filter(pk__in=ids, owner__isnull=False)
    owners = dict(owned.values_list("pk", "owner__name"))
    broad = current_gauges().filter(account_id__in=ids, name="breadth", contact_id=0)
    holder = Cast(KT("parts__holder_id"), BigIntegerField())
    first = dict(broad.annotate(holder=holder).values_list("account_id", "holder"))
    names = colleague_names(user, {first[pk] for pk in first if first[pk] and pk not in owners})
    return {pk: owners.get(pk) or names.get(first.get(pk) or 0, "") for pk in ids}


def _theirs(user: User) -> QuerySet[Gauge]:
    """Of accounts whose prices the reader may see: of a manager's, those that count."""
    rows = current_gauges().filter(name=NAME)
    if user.role == Role.MANAGER:
        return rows.exclude(aside("account_id"))
    mine = priced_accounts(user).order_by("pk").values_list("pk", flat=True)
    return rows.filter(account_id__in=list(mine[:OWN]))


def _too_many(gauges: QuerySet[Gauge]) -> bool:
    """To be added up."""
    return gauges.values("pk")[: MOST + 1].count() > MOST


def _in_order(gauges: QuerySet[Gauge], *, cut: bool) -> QuerySet[Gauge]:
    """Those first where most is missing. Of too many to be sorted, those of which least arrived,
    along the index; where that is known of none, as they stand there."""
    if not cut:
        return gauges.order_by(Coalesce(MISSED, -1).desc(), "id")
    known = gauges.filter(value__isnull=False)
    return (known if known.exists() else gauges).order_by("value", "id")


def _rise(user: User) -> Any:
    """The rise of a gauge. Of a representative an expression, or the database walks all accounts of
    a rise to find theirs."""
    return F("item_id") if user.role == Role.MANAGER else Coalesce("item_id", 0)


def _sums() -> dict[str, Any]:
    """What is told of several gauges in one, counted where they lie."""
    return {
        "accounts": Count("id"),
        "compared": Count("value"),
        "let_off": Count("id", filter=Q(parts__state__in=LET_OFF)),
        "weighted": Sum(F("value") * WORTH),
        "worth": Sum(WORTH, filter=Q(value__isnull=False)),
        "missed": Sum(MISSED),
    }


def _whole(gauges: QuerySet[Gauge]) -> Summary:
    return _summary("", gauges.order_by().aggregate(**_sums()))


def _summary(name: str, row: Mapping[str, Any]) -> Summary:
    return Summary(
        name=name,
        accounts=row["accounts"],
        compared=row["compared"],
        let_off=row["let_off"],
        share=row["weighted"] / row["worth"] if row["worth"] else None,
        missed=row["missed"] or 0,
    )


def _by_holder(user: User, gauges: QuerySet[Gauge]) -> tuple[Summary, ...]:
    """For managers."""
    if user.role != Role.MANAGER:
        return ()
    state = KT("parts__state")
    rows = list(
        gauges.order_by("id")
        .annotate(worth=WORTH, missed=MISSED, state=state)
        .values_list("account_id", "value", "worth", "missed", "state")
    )
    holders = holders_of(user, {account for account, *_ in rows})
    by: dict[str, dict[str, float]] = {}
    for account, value, worth, missed, what in rows:
        sums = by.setdefault(holders[account], dict.fromkeys(_sums(), 0))
        sums["accounts"] += 1
        sums["compared"] += value is not None
        sums["let_off"] += what in LET_OFF
        sums["missed"] += missed or 0
        if value is not None and worth:
            sums["weighted"] += value * worth
            sums["worth"] += worth
    return tuple(_summary(name, by[name]) for name in sorted(by, key=str.casefold))


def _row(gauge: Gauge, account: str, holder: str, tie: Gauge | None) -> Arrived:
    parts = gauge.parts
    return Arrived(
        account_id=gauge.account_id, account=account, holder=holder,
        state=str(parts.get("state", "")), value=gauge.value, low=gauge.low, high=gauge.high,
        missed=parts.get("missed"), worth=int(parts.get("worth") or 0), tie=tie,
    )  # fmt: skip
