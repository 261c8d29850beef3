"""The list of accounts as its page shows it: what is asked for, its links, its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext, gettext_noop

from kith.ledger.insights.list_readers import GAUGES, Last, Listed, Wanted, account_list
from kith.ledger.people.models import Account
from kith.ledger.rights.models import User
from kith.surfaces.web.accounts import cursors
from kith.surfaces.web.accounts.ties import Exchange, exchange, most_of
from kith.surfaces.web.accounts.trends import Trend, trend
from kith.surfaces.web.sitting.told import Told, told_of
from kith.terms.finding import FindingKind
from kith.terms.words import Kind, Relation

LOWEST_FIRST = {"name", "trend"}  # what one looks for there: A, and the deepest fall
COLUMNS = (
    ("name", gettext_noop("Account")),
    ("strength", gettext_noop("Both sides")),
    ("people", gettext_noop("People")),
    ("trend", gettext_noop("Against its past")),
    ("last", gettext_noop("Last both ways")),
    ("", gettext_noop("Held by")),
    ("findings", gettext_noop("To do")),
)
RELATIONS = (
    (Relation.CUSTOMER, gettext_noop("Customers")),
    (Relation.PROSPECT, gettext_noop("Prospects")),
    (Relation.PARTNER, gettext_noop("Partners")),
    (Relation.SUPPLIER, gettext_noop("Suppliers")),
)
TOLD: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "quiet": (gettext_noop("Gone quiet"), (FindingKind.GONE_QUIET, FindingKind.CONTACT_GONE)),
    "one-sided": (
        gettext_noop("One-sided"),
        (FindingKind.ONE_SIDED, FindingKind.THEY_STOPPED, FindingKind.WE_STOPPED),
    ),
    "one-person": (
        gettext_noop("Hangs on one"),
        (FindingKind.HANGS_ON_ONE, FindingKind.HELD_BY_ONE),
    ),
}
THROUGH: Mapping[str, str] = {
    Kind.EMAIL: gettext_noop("by mail"),
    Kind.CALL: gettext_noop("by telephone"),
    Kind.MEETING: gettext_noop("in a meeting"),
    Kind.VISIT: gettext_noop("on a visit"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head: its link sorts by it, or turns the order; '' for one that sorts nothing."""

    key: str
    label: str
    href: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that narrows the list, or widens it again where it is chosen."""

    label: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One account as a line."""

    account: Account
    tie: Exchange | None
    told: Told | None
    theirs: int | None
    ours: int | None
    trend: Trend | None
    last: Last | None
    through: str
    holder: str
    findings: int


def list_page(user: User, asked: QueryDict) -> dict[str, object]:
    """The rows asked for, and where each link of the page leads."""
    told = asked.get("told", "")
    wanted = _wanted(asked)
    by_number = wanted.order in GAUGES or wanted.order == "findings"
    read = cursors.read_value if by_number else cursors.read_name
    page = account_list(user, wanted, after=read(asked.get("after", "")))
    chosen = {
        "q": wanted.search,
        "sort": _sort(wanted.order, up=wanted.up),
        "relation": wanted.relation,
        "mine": "1" if wanted.mine else "",
        "told": told if told in TOLD else "",
    }
    following = cursors.written(page.after)
    return {
        "rows": _rows(page.rows),
        "next": _href({**chosen, "after": following}) if following else "",
        "looked": page.looked,
        "columns": [_column(chosen, wanted, key, gettext(label)) for key, label in COLUMNS],
        "narrow": [
            [Choice(gettext("Held by me"), _href({**chosen, "mine": ""
                if wanted.mine else "1"}), wanted.mine)],
            [_choice(chosen, "relation", key, gettext(label)) for key, label in RELATIONS],
            [_choice(chosen, "told", key, gettext(label)) for key, (label, _) in TOLD.items()],
        ],
        "narrowed": bool(wanted.mine or wanted.relation or wanted.kinds),
        "search": wanted.search,
        "order": wanted.order,
    }  # fmt: skip


def _wanted(asked: QueryDict) -> Wanted:
    """What nobody can ask for is as if it were not asked."""
    search = asked.get("q", "").strip()[:100].replace("\0", "")
    typed = asked.get("sort", "")
    order = typed.removeprefix("-")
    if search or order not in {key for key, _ in COLUMNS if key}:
        order, typed = ("name", "name") if search else ("strength", "strength")
    relation = asked.get("relation", "")
    return Wanted(
        order=order,
        up=(order in LOWEST_FIRST) is not typed.startswith("-"),
        relation=relation if relation in {key for key, _ in RELATIONS} else "",
        mine=asked.get("mine") == "1",
        kinds=TOLD.get(asked.get("told", ""), ("", ()))[1],
        search=search,
    )


def _sort(order: str, *, up: bool) -> str:
    return order if up is (order in LOWEST_FIRST) else f"-{order}"


def _href(chosen: Mapping[str, str]) -> str:
    kept = {key: value for key, value in chosen.items() if value and value != "strength"}
    return f"?{urlencode(kept)}"


def _column(chosen: Mapping[str, str], wanted: Wanted, key: str, label: str) -> Column:
    if not key:
        return Column("held", label, "", "")
    is_here = wanted.order == key
    up = not wanted.up if is_here else key in LOWEST_FIRST
    href = _href({**chosen, "sort": _sort(key, up=up), "q": ""})
    state = ("ascending" if wanted.up else "descending") if is_here else ""
    return Column(key, label, href, state)


def _choice(chosen: Mapping[str, str], name: str, key: str, label: str) -> Choice:
    is_chosen = chosen[name] == key
    return Choice(label, _href({**chosen, name: "" if is_chosen else key}), is_chosen)


def _rows(listed: tuple[Listed, ...]) -> list[Row]:
    told = told_of([row.account.id for row in listed])
    most = most_of(row.gauges["account_tie"] for row in listed if "account_tie" in row.gauges)
    return [_row(one, told.get(one.account.id), most) for one in listed]


def _row(one: Listed, told: Told | None, most: float) -> Row:
    gauges, broad = one.gauges, one.gauges["breadth"].parts if "breadth" in one.gauges else {}
    tie = gauges.get("account_tie")
    fallen = gauges.get("trend")
    return Row(
        account=one.account,
        tie=exchange(tie, one.account.name, most) if tie else None,
        told=told,
        theirs=broad.get("contacts_two_way_365"),
        ours=broad.get("colleagues_two_way_365"),
        trend=trend(fallen.value) if fallen and fallen.value is not None else None,
        last=one.last,
        through=gettext(THROUGH[one.last.kind]) if one.last and one.last.kind in THROUGH else "",
        holder=one.holder,
        findings=one.findings,
    )
