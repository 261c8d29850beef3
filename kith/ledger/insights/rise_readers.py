"""How much of a price rise arrived, where, and how close those are whom it meets.

From the gauges `rise` of the newest finished run: one a rise and account. Sums over several
accounts weigh each by what it bought of the same goods before (`worth`).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db.models import F, QuerySet

from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.people.models import Account
from kith.ledger.people.readers import colleague_names
from kith.ledger.people.relation_readers import aside
from kith.ledger.rights.models import User
from kith.ledger.trade.rise_readers import priced_among
from kith.ledger.trade.scope import priced_accounts
from kith.terms.trade_words import WaiverKind
from kith.terms.words import Role

NAME = "rise"
MOST = 3_000  # accounts that are gone through: a sum over some of more would be wrong
LET_OFF = frozenset(WaiverKind)


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
    """A rise where the reader may see prices: all in one, by who holds the account, and each.

    `cut`: it meets more accounts than are gone through; `rows` are some of those of which least
    arrived, and nothing is said of all in one (`whole` None).
    """

    whole: Summary | None
    by_holder: tuple[Summary, ...]
    rows: tuple[Arrived, ...]
    cut: bool


def followed(user: User, rise_id: int, *, shown: int) -> Followed:
    """Those first where most is missing; holders by name, in no order of merit. The ties of the
    first `shown` alone."""
    found = _theirs(user).filter(item_id=rise_id)
    gauges = list(found.order_by(F("value").asc(nulls_last=True), "id")[: MOST + 1])
    cut = len(gauges) > MOST
    of = {gauge.account_id: gauge for gauge in (gauges[:shown] if cut else gauges)}
    names = priced_among(user, of)
    holders = holders_of(user, names)
    rows = sorted((_row(of[pk], names[pk], holders.get(pk, "")) for pk in names), key=_first)
    by: dict[str, list[Arrived]] = {}
    for row in rows if user.role == Role.MANAGER and not cut else ():
        by.setdefault(row.holder, []).append(row)
    ties = ties_of({row.account_id for row in rows[:shown]})
    return Followed(
        whole=None if cut else _summed("", rows),
        by_holder=tuple(_summed(name, by[name]) for name in sorted(by, key=str.casefold)),
        rows=tuple(replace(row, tie=ties.get(row.account_id)) for row in rows),
        cut=cut,
    )


def arrived_shares(user: User, rise_ids: Collection[int]) -> dict[int, Summary]:
    """Each rise in one, where the newest run knows of it, as far as the reader sees prices; none
    where they meet more accounts than are gone through."""
    gauges = list(_theirs(user).filter(item_id__in=rise_ids)[: MOST + 1])
    if len(gauges) > MOST:
        return {}
    seen = priced_among(user, {gauge.account_id for gauge in gauges})
    by: dict[int, list[Arrived]] = {}
    for gauge in gauges:
        if gauge.account_id in seen:
            by.setdefault(gauge.item_id, []).append(_row(gauge, "", ""))
    return {pk: _summed("", rows) for pk, rows in by.items()}


def ties_of(account_ids: Collection[int]) -> dict[int, Gauge]:
    """How strong each account's tie is."""
    ids = sorted(account_ids)
    found: dict[int, Gauge] = {}
    for start in range(0, len(ids), 900):
        rows = current_gauges().filter(
            account_id__in=ids[start : start + 900], name="account_tie", contact_id=0
        )
        found |= {gauge.account_id: gauge for gauge in rows}
    return found


def holders_of(user: User, account_ids: Collection[int]) -> dict[int, str]:
    """Who holds each account: its owner, else whom most reaches."""
    ids = sorted(account_ids)
    owners: dict[int, str] = {}
    first: dict[int, int] = {}
    for start in range(0, len(ids), 900):
        some = ids[start : start + 900]
        rows = Account.objects.filter(pk__in=some, owner__isnull=False)
        owners |= dict(rows.values_list("pk", "owner__name"))
        broad = current_gauges().filter(account_id__in=some, name="breadth", contact_id=0)
        for gauge in broad:
            if gauge.parts.get("holder_id"):
                first[gauge.account_id] = gauge.parts["holder_id"]
    names = colleague_names(user, {first[pk] for pk in first if pk not in owners})
    held = {pk: names.get(colleague, "") for pk, colleague in first.items()}
    return {pk: owners.get(pk) or held.get(pk, "") for pk in ids}


def _theirs(user: User) -> QuerySet[Gauge]:
    """Of accounts whose prices the reader may see: of a manager's, those that count."""
    rows = current_gauges().filter(name=NAME)
    if user.role == Role.MANAGER:
        return rows.exclude(aside("account_id"))
    mine = priced_accounts(user).order_by("pk").values_list("pk", flat=True)
    return rows.filter(account_id__in=list(mine[:MOST]))


def _row(gauge: Gauge, account: str, holder: str) -> Arrived:
    parts = gauge.parts
    return Arrived(
        account_id=gauge.account_id, account=account, holder=holder,
        state=str(parts.get("state", "")), value=gauge.value, low=gauge.low, high=gauge.high,
        missed=parts.get("missed"), worth=int(parts.get("worth") or 0),
    )  # fmt: skip


def _summed(name: str, rows: Collection[Arrived]) -> Summary:
    compared = [(row.value, row.worth) for row in rows if row.value is not None]
    worth = sum(weight for _, weight in compared)
    return Summary(
        name=name,
        accounts=len(rows),
        compared=len(compared),
        let_off=sum(row.state in LET_OFF for row in rows),
        share=sum(value * weight for value, weight in compared) / worth if worth else None,
        missed=sum(row.missed or 0 for row in rows),
    )


def _first(row: Arrived) -> tuple[bool, int, str]:
    return (row.value is None, -(row.missed or 0), row.account)
