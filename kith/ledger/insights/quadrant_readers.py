"""Where accounts stand: how close they are, and what they earn. No account is given a value."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from kith.ledger.insights import priced
from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.insights.trade_readers import NO_VALUE
from kith.ledger.people.models import Account
from kith.ledger.people.relation_readers import aside
from kith.ledger.rights.models import Membership, Team, User
from kith.ledger.trade.scope import priced_accounts
from kith.terms.words import Role

EACH_END = 50  # of a whole firm: those that earn least, and those that earn most
MOST = 2_000  # accounts of one colleague or team among which to look


@dataclass(frozen=True, slots=True)
class Stands:
    """An account with where it stands: `earns` and `close` from -1 to 1, `field` as
    docs/signals/standing.md names it, `reasons` as codes, by commas."""

    account: Account
    earns: float
    close: float
    field: str
    reasons: str

    @property
    def holder(self) -> str:
        owner = self.account.owner
        return (owner.name or owner.email) if owner else ""


@dataclass(frozen=True, slots=True)
class Standings:
    """Lowest earnings first. `cut`: of many accounts only those at both ends are here."""

    rows: tuple[Stands, ...]
    cut: bool


def standings(user: User, *, held_by: int | None = None, team: int | None = None) -> Standings:
    """Accounts whose prices the reader may see; `held_by` a user, or by anybody of a team."""
    gauges = current_gauges().filter(name=priced.STANDING, contact_id=0)
    gauges = gauges.exclude(aside("account_id"))
    if user.role == Role.MANAGER and held_by is None and team is None:
        gauges = gauges.filter(value__isnull=False)
        return _shown(*_ends(gauges, "value"))
    accounts = priced_accounts(user)
    if held_by is not None:
        accounts = accounts.filter(owner=held_by)
    if team is not None:
        accounts = accounts.filter(owner__in=Membership.objects.filter(team=team).values("user"))
    ids = list(accounts.values_list("id", flat=True)[:MOST])
    # An expression, or SQLite walks the index by value through all accounts to find these.
    known = gauges.filter(account_id__in=ids).annotate(place=Coalesce("value", NO_VALUE))
    return _shown(*_ends(known.filter(place__gt=NO_VALUE), "place"))


def holders(user: User) -> list[User]:
    """Colleagues whose accounts a manager may choose, by name; nobody for anybody else."""
    if user.role != Role.MANAGER:
        return []
    own = Account.objects.filter(owner__isnull=False).values("owner")
    return list(User.objects.filter(id__in=own).order_by("name", "id"))


def teams(user: User) -> list[Team]:
    """Teams that a manager may choose, by name; none for anybody else."""
    return list(Team.objects.order_by("name", "id")) if user.role == Role.MANAGER else []


def _ends(gauges: QuerySet[Gauge], place: str) -> tuple[list[Gauge], bool]:
    """The lowest and the highest, lowest first, and whether some between them are left out."""
    lowest = list(gauges.order_by(place, "id")[: 2 * EACH_END + 1])
    if len(lowest) <= 2 * EACH_END:
        return lowest, False
    highest = list(gauges.order_by(f"-{place}", "-id")[:EACH_END])
    return [*lowest[:EACH_END], *reversed(highest)], True


def _shown(gauges: Collection[Gauge], cut: bool) -> Standings:  # noqa: FBT001 - as _ends gives it
    accounts = Account.objects.select_related("owner").in_bulk({g.account_id for g in gauges})
    rows = (
        Stands(
            account=accounts[gauge.account_id],
            earns=gauge.value,
            close=gauge.parts["close"],
            field=gauge.parts.get("field") or "",
            reasons=gauge.parts.get("reasons") or "",
        )
        for gauge in gauges
        if gauge.account_id in accounts
        and gauge.value is not None
        and gauge.parts.get("close") is not None
    )
    return Standings(tuple(rows), cut)
