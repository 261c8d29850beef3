"""Giveaways and what came back for them: for who may see the prices, and who wrote them down."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.ledger.people.models import Colleague, Contact, Employment, Merge
from kith.ledger.people.relation_readers import aside, hidden_among
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Giveaway, GiveawayReturn
from kith.ledger.trade.scope import owned_or_sold, priced, sees_prices
from kith.terms.errors import NotVisible
from kith.terms.words import Role

PAGE = 25  # each with what may be said of it: more would outgrow the bytes of a page
OURS = 500  # colleagues to choose among
Place = tuple[date, int]


@dataclass(frozen=True, slots=True)
class GiveawaySeen:
    """A giveaway with what came back for it, first things first."""

    row: Giveaway
    backs: tuple[GiveawayReturn, ...]


@dataclass(frozen=True, slots=True)
class GiveawayPage:
    """Some of them, newest first. `after` starts the next page; None: that was all."""

    rows: tuple[GiveawaySeen, ...]
    after: Place | None


def giveaways(
    user: User, *, account_id: int | None = None, kind: str = "", without_return: bool = False,
    mine: bool = False, after: Place | None = None, limit: int = PAGE,
) -> GiveawayPage:  # fmt: skip
    """Those that stand, newest first. `without_return`: for which nothing came back, and that were
    no amends for a fault of ours; `mine`: that the reader wrote down or agreed to."""
    rows = _visible(user).filter(withdrawn_at=None)
    if account_id is not None:
        rows = rows.filter(account=account_id)
    if kind:
        rows = rows.filter(kind=kind)
    if without_return:
        rows = rows.filter(~Exists(_standing().filter(giveaway=OuterRef("pk"))))
        rows = rows.filter(after_complaint=False)
    if mine:
        # Whom they are is looked up first: a join would look at all there are.
        ours = list(Colleague.objects.filter(user=user).values_list("pk", flat=True))
        rows = rows.filter(Q(recorded_by=user) | Q(agreed_by__in=ours))
    if after is not None:
        day, pk = after
        rows = rows.filter(Q(day__lt=day) | Q(id__lt=pk), day__lte=day)
    found = list(_whole(rows.order_by("-day", "-id"))[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return GiveawayPage(_seen(found[:limit]), (last.day, last.pk) if last else None)


def giveaway(user: User, giveaway_id: int) -> GiveawaySeen:
    """One of them, withdrawn ones included. Raises NotVisible for any other."""
    row = _whole(Giveaway.objects.filter(pk=giveaway_id)).first()
    if row is None or not _may_see(user, row):
        raise NotVisible("There is no such giveaway here.")
    return _seen([row])[0]


def giveaway_return(user: User, return_id: int) -> GiveawayReturn:
    """What came back for one of them. Raises NotVisible for any other."""
    back = GiveawayReturn.objects.filter(pk=return_id).select_related("giveaway").first()
    if back is None or not _may_see(user, back.giveaway):
        raise NotVisible("There is no such return here.")
    return back


def contact_there(user: User, account_id: int, contact_id: int) -> Contact:
    """Somebody at the account. Raises NotVisible for anybody else."""
    there = Employment.objects.filter(contact=contact_id, account=account_id).exists()
    found = Contact.objects.filter(pk=contact_id).first() if there else None
    if found is None or hidden_among(user, {account_id}):
        raise NotVisible("There is no such person at this account.")
    return found


def colleagues() -> list[Colleague]:
    """Who of us may have agreed, by name: those who sign in first, as they are asked most."""
    gone = Merge.objects.filter(kind="colleague", undone_at=None).values("absorbed_id")
    rows = Colleague.objects.exclude(id__in=gone).order_by("sort_key", "id")
    with_sign_in = list(rows.filter(user__isnull=False)[:OURS])
    return [*with_sign_in, *rows.filter(user__isnull=True)[: OURS - len(with_sign_in)]]


def colleague_of(user: User) -> Colleague | None:
    """The colleague who signs in as this user."""
    return Colleague.objects.filter(user=user).first()


def _visible(user: User) -> QuerySet[Giveaway]:
    if user.role == Role.MANAGER:
        return Giveaway.objects.filter(priced(user))
    theirs = owned_or_sold(user) | Q(recorded_by=user)
    return Giveaway.objects.filter(~aside("account"), theirs)


def _may_see(user: User, row: Giveaway) -> bool:
    if row.recorded_by_id == user.pk:
        return not hidden_among(user, {row.account_id})
    return sees_prices(user, row.account_id)


def _whole(rows: QuerySet[Giveaway]) -> QuerySet[Giveaway]:
    return rows.select_related("account", "contact", "agreed_by", "recorded_by")


def _standing() -> QuerySet[GiveawayReturn]:
    return GiveawayReturn.objects.filter(undone_at=None)


def _seen(rows: Collection[Giveaway]) -> tuple[GiveawaySeen, ...]:
    backs: dict[int, list[GiveawayReturn]] = {}
    for back in _standing().filter(giveaway__in=[row.pk for row in rows]).order_by("day", "id"):
        backs.setdefault(back.giveaway_id, []).append(back)
    return tuple(GiveawaySeen(row, tuple(backs.get(row.pk, ()))) for row in rows)
