"""The list of accounts: in the order of a gauge, of names or of findings, as far as asked for.

Along an index, or along what is few: the reader's findings, the accounts they hold. What an account
is to us stands in no index: then so many are looked at, and the next page goes on behind them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from kith.ledger.activities.readers import levels_of
from kith.ledger.insights.along import along
from kith.ledger.insights.guess_readers import guesses
from kith.ledger.insights.models import Finding, Gauge
from kith.ledger.insights.readers import current_gauges, newest_run, waiting
from kith.ledger.insights.review_readers import told
from kith.ledger.people.models import Account, Colleague
from kith.ledger.people.readers import colleague_names, contact_names, named_so
from kith.ledger.people.relation_readers import aside, said_of, visible_accounts
from kith.ledger.rights.models import User
from kith.terms.words import Role

LIMIT = 40  # a page of the demo stays well under 100 kB
LOOKED_AT = 600  # accounts, where only some of what is to us are wanted
NO_VALUE = -1e300  # below every value that a gauge has
HELD = 4_000  # ties of one colleague: nobody keeps up with a tenth of that
GAUGES: Mapping[str, str] = {
    "strength": "account_tie",
    "people": "reach",
    "trend": "trend",
    "last": "last_two_way",
}
SHOWN = ("account_tie", "breadth", "trend", "last_two_way")
Place = tuple[float | str, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """`order`: one of GAUGES, name, or findings; `up`: lowest first. `relation`: what the account
    is to us; `mine`: held by the reader; `kinds`: with findings of these; `search`: how a name or
    domain begins."""

    order: str = "strength"
    up: bool = False
    relation: str = ""
    mine: bool = False
    kinds: tuple[str, ...] = ()
    search: str = ""


@dataclass(frozen=True, slots=True)
class Last:
    """The last contact both ways: who of us, with whom, through what. `activity_id` 0: not for this
    reader."""

    day: date
    colleague: str
    contact: str
    kind: str
    activity_id: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An account with its gauges by name, what the reader is told of it, who holds it."""

    account: Account
    gauges: Mapping[str, Gauge]
    findings: int
    holder: str
    last: Last | None


@dataclass(frozen=True, slots=True)
class ListedPage:
    """`after` starts the next page; None: that was all. `looked`: so many accounts were looked at
    without filling the page."""

    rows: tuple[Listed, ...]
    after: Place | None
    looked: int = 0


@dataclass(slots=True)
class _Told:
    """Findings about one account: how many, and the highest rank."""

    count: int = 0
    rank: float = 0.0


def account_list(user: User, wanted: Wanted, *, after: Place | None = None) -> ListedPage:
    """A page of accounts that are there for the reader. At most 25 statements."""
    ids = _only(user, wanted)
    most = LOOKED_AT if wanted.relation else LIMIT
    found = _places(user, wanted, ids, after, most + 1)
    looked = found[:most]
    fitting = _of_relation(looked, wanted.relation) if wanted.relation else looked
    shown = fitting[:LIMIT]
    following = None
    if len(fitting) > LIMIT:
        following = shown[-1][0]
    elif len(found) > most:
        following = looked[-1][0]
    short = len(looked) if following and len(shown) < LIMIT else 0
    return ListedPage(tuple(_listed(user, [pk for _, pk in shown])), following, short)


def _places(
    user: User, wanted: Wanted, ids: Collection[int] | None, after: Place | None, most: int
) -> list[tuple[Place, int]]:
    """Where each account stands in the order, and the account; from `after` on (exclusive)."""
    if wanted.order == "findings":
        return _by_findings(user, wanted, ids, after, most)
    if wanted.order in GAUGES:
        # `contact_id`: of an account itself, as the index of sorted gauges says.
        gauges = current_gauges().filter(name=GAUGES[wanted.order], contact_id=0)
        # What was called private or noise since the run counts no more.
        gauges = gauges.exclude(aside("account_id"))
        if ids is None:
            gauges = gauges.filter(value__isnull=False).annotate(place=F("value"))
        else:
            # An expression, or SQLite walks the index by value through all accounts to find these.
            gauges = gauges.filter(account_id__in=ids).annotate(place=Coalesce("value", NO_VALUE))
            gauges = gauges.filter(place__gt=NO_VALUE)
        rows = along(gauges, after, up=wanted.up)
        return [((v, pk), a) for v, pk, a in rows.values_list("place", "id", "account_id")[:most]]
    accounts = named_so(visible_accounts(user), wanted.search)
    if ids is not None:
        accounts = accounts.filter(id__in=ids)
    names = along(accounts.annotate(place=F("sort_key")), after, up=wanted.up)
    return [((key, pk), pk) for key, pk in names.values_list("place", "id")[:most]]


def _by_findings(
    user: User, wanted: Wanted, ids: Collection[int] | None, after: Place | None, most: int
) -> list[tuple[Place, int]]:
    found = _told_of(user, ids, wanted.kinds)
    places = sorted(((row.rank, pk) for pk, row in found.items()), reverse=not wanted.up)
    if after is not None:
        mark = (float(after[0]), after[1])
        places = [p for p in places if (p > mark if wanted.up else p < mark)]
    return [((rank, pk), pk) for rank, pk in places[:most]]


def _only(user: User, wanted: Wanted) -> Collection[int] | None:
    """The accounts among which to look; None: all."""
    only: set[int] | None = None
    if wanted.mine:
        only = _held_by(user)
    if wanted.kinds:
        only = set(_told_of(user, only, wanted.kinds))
    return only


def _held_by(user: User) -> set[int]:
    """Accounts that the user owns, and those without an owner where most reaches them."""
    me = list(Colleague.objects.filter(user=user).values_list("id", flat=True))
    ties = current_gauges().filter(name="tie", colleague_id__in=me, colleague_id__gt=0)
    near = ties.values("account_id")[:HELD]
    # The database looks into the parts: to bring them here and read them takes twice as long.
    broad = current_gauges().filter(name="breadth", account_id__in=near, contact_id=0)
    held = broad.filter(parts__holder_id__in=me)
    first = set(held.values_list("account_id", flat=True))
    owned = Account.objects.filter(id__in=first, owner__isnull=False).values_list("id", flat=True)
    mine = Account.objects.filter(owner=user).values_list("id", flat=True)
    return (first - set(owned)) | set(mine)


def _told_of(
    user: User, ids: Collection[int] | None, kinds: Iterable[str] = ()
) -> dict[int, _Told]:
    """What the reader is told, by account: their own findings that wait; for a manager also those
    that Review tells."""
    run = newest_run()
    if run is None:
        return {}
    sources = [waiting(user)]
    if user.role == Role.MANAGER:
        sources.append(told(user, run))
    rows: dict[int, tuple[int, float]] = {}
    for source in sources:
        rows |= {pk: (a, rank) for pk, a, rank in _narrowed(source, ids, kinds)}
    found: dict[int, _Told] = {}
    for account, rank in rows.values():
        one = found.setdefault(account, _Told())
        one.count += 1
        one.rank = max(one.rank, rank)
    return found


def _narrowed(
    rows: QuerySet[Finding], ids: Collection[int] | None, kinds: Iterable[str]
) -> Iterable[tuple[int, int, float]]:
    if ids is not None:
        rows = rows.filter(account_id__in=ids)
    if kinds:
        rows = rows.filter(kind__in=list(kinds))
    return rows.order_by().values_list("id", "account_id", "rank")


def _of_relation(places: list[tuple[Place, int]], relation: str) -> list[tuple[Place, int]]:
    """Those of which somebody said that they are it, or nobody anything and it is guessed."""
    ids = [pk for _, pk in places]
    said = {pk: one.relation for pk, one in said_of(ids).items()}
    thought = {pk: guess.relation for pk, guess in guesses(ids).items()}
    return [place for place in places if (thought | said).get(place[1]) == relation]


def _listed(user: User, ids: list[int]) -> list[Listed]:
    accounts = Account.objects.select_related("owner").in_bulk(ids)
    gauges: dict[int, dict[str, Gauge]] = {}
    for gauge in current_gauges().filter(account_id__in=ids, name__in=SHOWN, contact_id=0):
        gauges.setdefault(gauge.account_id, {})[gauge.name] = gauge
    lasts = [found["last_two_way"].parts for found in gauges.values() if "last_two_way" in found]
    holders = {
        pk: g["breadth"].parts.get("holder_id") for pk, g in gauges.items() if "breadth" in g
    }
    ours = {*holders.values(), *(parts["ours_id"] for parts in lasts)} - {None}
    colleagues = colleague_names(user, ours)
    contacts = contact_names(user, {parts["theirs_id"] for parts in lasts})
    seen = levels_of(user, [parts["activity_id"] for parts in lasts])
    tellings = _told_of(user, ids)

    def last_of(pk: int) -> Last | None:
        gauge = gauges.get(pk, {}).get("last_two_way")
        if gauge is None:
            return None
        parts = gauge.parts
        return Last(
            day=date.fromisoformat(parts["day"][:10]),
            colleague=colleagues.get(parts["ours_id"], ""),
            contact=contacts.get(parts["theirs_id"], ""),
            kind=parts["kind"],
            activity_id=parts["activity_id"] if parts["activity_id"] in seen else 0,
        )

    return [
        Listed(
            account=account,
            gauges=gauges.get(pk, {}),
            findings=tellings[pk].count if pk in tellings else 0,
            holder=_name(account.owner) or colleagues.get(holders.get(pk) or 0, ""),
            last=last_of(pk),
        )
        for pk in ids
        if (account := accounts.get(pk)) is not None
    ]


def _name(owner: User | None) -> str:
    return (owner.name or owner.email) if owner else ""
