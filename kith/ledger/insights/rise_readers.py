"""How much of a price rise arrived, where, and how close those are whom it meets.

From the gauges `rise` of the newest finished run: one a rise and account. Sums over several
accounts weigh each by what it bought of the same goods before (`worth`).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import F, QuerySet

from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.people.models import Account
from kith.ledger.people.readers import colleague_names
from kith.ledger.rights.models import User
from kith.ledger.trade.rise_readers import priced_among
from kith.terms.trade_words import WaiverKind

NAME = "rise"
MOST = 3_000  # accounts of one rise that are gone through; a firm that sells to more has lists
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
    """A rise where the reader may see prices: all in one, by who holds the account, and each;
    `cut`: there are more than are gone through."""

    whole: Summary
    by_holder: tuple[Summary, ...]
    rows: tuple[Arrived, ...]
    cut: bool


def followed(user: User, rise_id: int) -> Followed:
    """Those first whom little of it reached, the largest first; holders by name, in no order of
    merit."""
    gauges = list(_of_rise(rise_id).order_by(F("value").asc(nulls_last=True), "id")[: MOST + 1])
    rows = _arrived(user, gauges[:MOST])
    by: dict[str, list[Arrived]] = {}
    for row in rows:
        by.setdefault(row.holder, []).append(row)
    return Followed(
        whole=_summed("", rows),
        by_holder=tuple(_summed(name, by[name]) for name in sorted(by, key=str.casefold)),
        rows=tuple(sorted(rows, key=_first)),
        cut=len(gauges) > MOST,
    )


def arrived_shares(user: User, rise_ids: Collection[int]) -> dict[int, Summary]:
    """Each rise in one, where the newest run knows of it, as far as the reader sees prices."""
    by: dict[int, list[Gauge]] = {}
    for gauge in current_gauges().filter(name=NAME, item_id__in=rise_ids)[: MOST * 2]:
        by.setdefault(gauge.item_id, []).append(gauge)
    seen = priced_among(user, {gauge.account_id for rows in by.values() for gauge in rows})
    named = {
        pk: [_row(one, seen[one.account_id], "") for one in rows if one.account_id in seen]
        for pk, rows in by.items()
    }
    return {pk: _summed("", rows) for pk, rows in named.items() if rows}


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


def _of_rise(rise_id: int) -> QuerySet[Gauge]:
    return current_gauges().filter(name=NAME, item_id=rise_id)


def _arrived(user: User, gauges: Iterable[Gauge]) -> list[Arrived]:
    of = {gauge.account_id: gauge for gauge in gauges}
    seen = priced_among(user, of)
    holders, ties = holders_of(user, seen), ties_of(seen)
    return [_row(of[pk], seen[pk], holders.get(pk, ""), ties.get(pk)) for pk in seen]


def _row(gauge: Gauge, account: str, holder: str, tie: Gauge | None = None) -> Arrived:
    parts = gauge.parts
    return Arrived(
        account_id=gauge.account_id, account=account, holder=holder,
        state=str(parts.get("state", "")), value=gauge.value, low=gauge.low, high=gauge.high,
        missed=parts.get("missed"), worth=int(parts.get("worth") or 0), tie=tie,
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
