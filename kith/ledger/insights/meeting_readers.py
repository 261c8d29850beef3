"""Whom a price rise would meet: what they bought of it, how close they are, who was let off last.

Of one list, family or account from the lines of a year; of everything from the gauges `waterfall`.
Where there are many customers, of the closest alone: nobody waits for ten million lines.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from kith.ledger.insights import priced
from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.insights.rise_readers import OWN, holders_of, ties_of
from kith.ledger.people.relation_readers import aside
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Customer, Waiver
from kith.ledger.trade.rise_readers import Scope, bought, last_waivers, priced_among
from kith.ledger.trade.scope import priced_accounts
from kith.terms.words import Role

SHOWN = 30  # at a time, the closest first: with whom it wants a talk first
LOOKED_AT = 120  # customers whose lines are added up
INVOICE = Cast(KT("parts__invoice"), BigIntegerField())
Sums = Mapping[str, int]  # by currency, ten-thousandths


@dataclass(frozen=True, slots=True)
class Met:
    """An account that a rise meets: what it bought of it in a year; when it was let off last."""

    account_id: int
    account: str
    holder: str
    sums: Sums
    tie: Gauge | None
    last: Waiver | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """All whom a rise meets, in one; `rows`: some of them, closest first; `more`: others follow.
    `let_off`: how many of `rows` were let off a rise before.

    `looked`: of so many customers, the closest, alone; None: of all. `all_bought`: what all
    customers together bought of it, where only some were looked at, as far as a run knows it, in
    the firm's currency.
    """

    accounts: int
    sums: Sums
    let_off: int
    rows: tuple[Met, ...]
    more: bool
    looked: int | None = None
    all_bought: int | None = None


def meeting(
    user: User, scope: Scope, day: date, *, currency: str, but: int | None = None, skip: int = 0
) -> Meeting:
    """Whom it meets, as of a day, from so far down on. `currency`: the firm's. `but`: a rise whose
    waivers are not the last time, being this one. As many statements however many customers."""
    ids, looked = _customers(user, scope)
    names = priced_among(user, ids)
    everything = scope == Scope()
    sums = _of_everything(names, currency) if everything else bought(scope, day, names)
    ties = ties_of(sums)
    closest = sorted(sums, key=lambda pk: (-_value(ties.get(pk)), names[pk], pk))
    near = closest[skip : skip + SHOWN]
    lasts = last_waivers(user, near, but=but)
    holders = holders_of(user, near)
    total: Counter[str] = Counter()
    for one in sums.values():
        total.update(one)
    return Meeting(
        accounts=len(sums),
        sums=dict(total),
        let_off=len(lasts),
        rows=tuple(
            Met(pk, names[pk], holders.get(pk, ""), sums[pk], ties.get(pk), lasts.get(pk))
            for pk in near
        ),
        more=len(closest) > skip + SHOWN,
        looked=looked,
        all_bought=_all_bought(user, scope) if looked else None,
    )


def _customers(user: User, scope: Scope) -> tuple[Collection[int], int | None]:
    """Whose lines are looked at; where there are too many, the closest, and how many these are."""
    if scope.account is not None:
        return [scope.account.pk], None
    rows = Customer.objects.all()
    own: list[int] | None = None
    if user.role != Role.MANAGER:
        own = list(priced_accounts(user).order_by("pk").values_list("pk", flat=True)[:OWN])
        rows = rows.filter(account__in=own)
    # Distinct along the index by account, which ends with the first that is too many.
    few = rows.order_by("account").values_list("account", flat=True).distinct()[: LOOKED_AT + 1]
    found = list(few)
    if len(found) <= LOOKED_AT:
        return found, None
    closest = list(_closest(own).values_list("account_id", flat=True)[:LOOKED_AT])
    return closest, len(closest)


def _closest(own: Collection[int] | None) -> QuerySet[Gauge]:
    """Ties with customers, the strongest first."""
    buys = Exists(Customer.objects.filter(account=OuterRef("account_id")))
    rows = current_gauges().filter(buys, name="account_tie", contact_id=0, value__isnull=False)
    if own is None:
        return rows.exclude(aside("account_id")).order_by("-value", "-id")
    # An expression, or SQLite walks the index by value through all accounts to find these.
    place = Coalesce("value", -1.0)
    return rows.filter(account_id__in=own).order_by(place.desc(), "-id")


def _of_everything(account_ids: Collection[int], currency: str) -> dict[int, Sums]:
    rows = current_gauges().filter(name=priced.SUMS, account_id__in=account_ids, contact_id=0)
    found = rows.annotate(invoice=INVOICE).values_list("account_id", "invoice")
    return {pk: {currency: invoice} for pk, invoice in found if invoice and invoice > 0}


def _all_bought(user: User, scope: Scope) -> int | None:
    """Of everything or one family, for managers: a run adds both up."""
    if user.role != Role.MANAGER or scope.price_list_key:
        return None
    rows = current_gauges().filter(name=priced.OF_FAMILY, contact_id=0)
    if scope.family is not None:
        rows = rows.filter(item_id=scope.family.pk)
    bought: int | None = rows.aggregate(sum=Sum(INVOICE))["sum"]
    return bought


def _value(tie: Gauge | None) -> float:
    return tie.value if tie and tie.value is not None else -1.0
