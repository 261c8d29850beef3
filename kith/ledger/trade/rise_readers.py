"""Price rises as they were announced, and who was let off, as far as the reader may see prices."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Sum, When
from django.db.models.functions import Coalesce

from kith.ledger.people.models import Account
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Family, InvoiceLine, ListPrice, PriceList, PriceRise, Waiver
from kith.ledger.trade.scope import priced, priced_accounts
from kith.terms.errors import NotVisible
from kith.terms.trade_words import LineSort, ListSort

A_YEAR = timedelta(days=365)
OFFERED = 500  # lists and families to choose among


@dataclass(frozen=True, slots=True)
class Scope:
    """What a rise is of: one list (its `name_key`), one family, one account; nothing: all."""

    price_list_key: str = ""
    family: Family | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class RiseSeen:
    """A rise, and the name of what it is of; '' is everything."""

    row: PriceRise
    of: str


def rises(user: User, *, limit: int) -> list[RiseSeen]:
    """The latest to hold first, those that were called off last."""
    rows = _visible(user).order_by("-effective_on", "-id")[:limit]
    found = [*rows]
    found.sort(key=lambda row: row.withdrawn_at is not None)
    names = _list_names({row.price_list_key for row in found})
    return [RiseSeen(row, _of(row, names)) for row in found]


def rise(user: User, rise_id: int) -> RiseSeen:
    """One of them. Raises NotVisible for one of an account whose prices are not the reader's."""
    row = _visible(user).filter(pk=rise_id).first()
    if row is None:
        raise NotVisible("There is no such price rise here.")
    return RiseSeen(row, _of(row, _list_names({row.price_list_key})))


def waiver(user: User, waiver_id: int) -> Waiver:
    """A waiver, standing or not. Raises NotVisible where the prices are not the reader's."""
    row = _waivers(user).filter(pk=waiver_id).first()
    if row is None:
        raise NotVisible("There is no such waiver here.")
    return row


def waivers_of(
    user: User, rise_id: int, *, limit: int, at: Collection[int] = (), since: datetime | None = None
) -> list[Waiver]:
    """Who was let off a rise, as far as the reader may see prices: those of the accounts `at`
    first, then what was said last. `since`: of other accounts only what was recorded from that
    moment on, or is of a later day."""
    rows = _waivers(user).filter(rise=rise_id, withdrawn_at=None)
    if since is not None:
        later = Q(day__gt=since.date()) | Q(known_day__gt=since.date())
        rows = rows.filter(Q(account__in=at) | Q(recorded_at__gte=since) | later)
    first = [Case(When(account__in=at, then=0), default=1)] if at else []
    return list(rows.order_by(*first, "-id")[:limit])


def last_waivers(
    user: User, account_ids: Collection[int], *, but: int | None = None
) -> dict[int, Waiver]:
    """By account, the last time that it was let off a rise (of any but one)."""
    rows = _waivers(user).filter(
        account__in=account_ids, withdrawn_at=None, rise__withdrawn_at=None
    )
    rows = rows.exclude(rise=but) if but else rows
    return {row.account_id: row for row in rows.order_by("day", "id")}


def our_lists() -> list[tuple[str, str]]:
    """Price lists of ours, those that follow each other as one: key and name, by name."""
    rows = PriceList.objects.filter(sort=ListSort.OURS).order_by("name_key", "id")
    return list(dict(rows.values_list("name_key", "name")[:OFFERED]).items())


def families() -> list[Family]:
    """Families of products, by name."""
    return list(Family.objects.order_by("key", "id")[:OFFERED])


def family(family_id: int) -> Family | None:
    """One of them."""
    return Family.objects.filter(pk=family_id).first()


def bought(
    scope: Scope, day: date, account_ids: Collection[int]
) -> Mapping[int, Mapping[str, int]]:
    """Which of the accounts bought what the scope names within a year up to a day: net by account
    and currency, in ten-thousandths: a sum over their lines. Whoever asks has looked whose prices
    they may see."""
    lines = InvoiceLine.objects.filter(
        sort__in=(LineSort.GOODS, LineSort.RETURN),
        invoice__day__gt=day - A_YEAR,
        invoice__day__lte=day,
        invoice__customer__account__in=account_ids,
    )
    # Looked up line by line, or the database begins with all that anybody bought of it.
    if scope.family is not None:
        lines = lines.alias(of=Coalesce("product__family_id", 0)).filter(of=scope.family.pk)
    elif scope.price_list_key:
        listed = ListPrice.objects.filter(
            product=OuterRef("product"), price_list__name_key=scope.price_list_key
        )
        lines = lines.filter(Exists(listed))
    sums = lines.values_list("invoice__customer__account", "invoice__currency").annotate(
        net=Sum("net")
    )
    found: dict[int, dict[str, int]] = {}
    for account_id, currency, net in sums.order_by():
        if net > 0:
            found.setdefault(account_id, {})[currency] = int(net)
    return found


def priced_among(user: User, account_ids: Collection[int]) -> dict[int, str]:
    """Names of those of the accounts whose prices the reader may see, by name."""
    rows = priced_accounts(user).filter(pk__in=sorted(account_ids))
    return dict(rows.order_by("sort_key", "id").values_list("pk", "name"))


def _visible(user: User) -> QuerySet[PriceRise]:
    rows = PriceRise.objects.filter(Q(account=None) | priced(user))
    return rows.select_related("family", "account", "announced_by")


def _waivers(user: User) -> QuerySet[Waiver]:
    rows = Waiver.objects.filter(priced(user))
    return rows.select_related("account", "granted_by", "recorded_by", "rise")


def _list_names(keys: set[str]) -> dict[str, str]:
    rows = PriceList.objects.filter(name_key__in=keys - {""}).order_by("id")
    return dict(rows.values_list("name_key", "name"))


def _of(row: PriceRise, lists: Mapping[str, str]) -> str:
    if row.family is not None:
        return row.family.name
    if row.account is not None:
        return row.account.name
    return lists.get(row.price_list_key, row.price_list_key)
