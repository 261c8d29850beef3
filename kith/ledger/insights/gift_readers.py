"""What the newest run says of an account's giveaways, for whoever may see its prices."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import BigIntegerField, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from kith.ledger.insights.models import Gauge
from kith.ledger.insights.priced import GIVEAWAYS, HABIT
from kith.ledger.insights.readers import current_gauges
from kith.ledger.rights.models import User
from kith.ledger.trade.scope import priced_accounts

WORTH = ("value_list", "value_cost")
LOOKED_AT = 400  # accounts that became used to something: more than anybody reads


@dataclass(frozen=True, slots=True)
class Habit:
    """An account that is given the same again and again: so many `in_row` without return."""

    account_id: int
    account: str
    in_row: int
    value_list: int
    value_cost: int


def gift_gauges(user: User, account_ids: Collection[int]) -> dict[int, Gauge]:
    """Gauge `giveaways` of these accounts, by account, as far as their prices may be seen."""
    rows = _gauges(GIVEAWAYS).filter(account_id__in=account_ids)
    found = {gauge.account_id: gauge for gauge in rows}
    seen = priced_accounts(user).filter(pk__in=found).values_list("pk", flat=True)
    return {pk: found[pk] for pk in seen}


def habits(user: User, *, limit: int) -> list[Habit]:
    """Accounts where giving has become the rule, those with most in a row first."""
    worth = {name: Coalesce(Cast(KT(f"parts__{name}"), BigIntegerField()), 0) for name in WORTH}
    habits = _gauges(HABIT).filter(value__gt=0).order_by("-value", "id")[:LOOKED_AT]
    rows = list(habits.values_list("account_id", "value", *worth.values()))
    names = dict(
        priced_accounts(user).filter(pk__in=[pk for pk, *_ in rows]).values_list("pk", "name")
    )
    found = [Habit(pk, names[pk], int(value), *sums) for pk, value, *sums in rows if pk in names]
    return sorted(found, key=lambda one: (-one.in_row, -one.value_list, one.account_id))[:limit]


def _gauges(name: str) -> QuerySet[Gauge]:
    """`contact_id`: of an account itself, as the index of sorted gauges says."""
    return current_gauges().filter(name=name, contact_id=0)
