"""The list of giveaways."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kith.ledger.insights.gift_readers import gift_gauges, habits
from kith.ledger.insights.models import Gauge
from kith.ledger.people import readers as people
from kith.ledger.rights.models import User
from kith.ledger.trade.giveaway_readers import GiveawaySeen
from kith.ledger.trade.giveaway_readers import giveaways as read_giveaways
from kith.surfaces.giveaway_words import given_name, given_names
from kith.surfaces.web.accounts import cursors
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.giveaways.form import number

HABITS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A giveaway as a line. `in_row`: so many in a row without return, where that has become the
    rule at the account; else 0."""

    seen: GiveawaySeen
    kind: str
    in_row: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that narrows the list, or widens it again where it is chosen."""

    label: str
    href: str
    chosen: bool


@require_safe
def giveaways(request: HttpRequest) -> HttpResponse:
    """What was given, newest first; narrowed as asked. htmx asks for further rows alone."""
    user = reader_of(request)
    chosen = _chosen(request.GET)
    account_id = number(chosen["account"])
    after = cursors.read_moment(request.GET.get("after", ""))
    page = read_giveaways(
        user, account_id=account_id or None, kind=chosen["kind"],
        without_return=bool(chosen["open"]), mine=bool(chosen["mine"]), after=after,
    )  # fmt: skip
    following = cursors.written(page.after)
    context: dict[str, object] = {
        "rows": rows_of(user, page.rows),
        "next": _href({**chosen, "after": following}) if following else "",
    }
    if request.headers.get("HX-Request") and after:
        return render(request, "giveaways/_rows.html", context)
    context |= {
        "account": people.account(user, account_id) if account_id else None,
        "narrow": _narrow(chosen),
        "narrowed": any(chosen.values()),
        "habits": [] if any(chosen.values()) or after else habits(user, limit=HABITS),
    }
    return render(request, "giveaways/list.html", context)


def rows_of(user: User, seen: tuple[GiveawaySeen, ...]) -> list[Row]:
    """Each with its kind's name, and what the account has become used to."""
    gauges = gift_gauges(user, {one.row.account_id for one in seen})
    return [
        Row(one, given_name(one.row.kind), _in_row(one, gauges.get(one.row.account_id)))
        for one in seen
    ]


def _in_row(one: GiveawaySeen, gauge: Gauge | None) -> int:
    """Of the kind that has become the rule, and nothing came back."""
    parts = gauge.parts if gauge else {}
    same = parts.get("kind", one.row.kind) == one.row.kind
    alone = not one.backs and not one.row.after_complaint and one.row.withdrawn_at is None
    return int(parts.get("in_row") or 0) if parts.get("cascade") and same and alone else 0


def _chosen(asked: QueryDict) -> Mapping[str, str]:
    """What nobody can ask for is as if it were not asked."""
    kind = asked.get("kind", "")
    account_id = number(asked.get("account"))
    return {
        "open": "1" if asked.get("open") == "1" else "",
        "mine": "1" if asked.get("mine") == "1" else "",
        "kind": kind if kind in dict(given_names()) else "",
        "account": str(account_id) if account_id else "",
    }


def _narrow(chosen: Mapping[str, str]) -> list[list[Choice]]:
    def choice(name: str, value: str, label: str) -> Choice:
        here = chosen[name] == value
        return Choice(label, _href({**chosen, name: "" if here else value}), here)

    return [
        [choice("open", "1", gettext("Nothing came back")), choice("mine", "1", gettext("Mine"))],
        [choice("kind", kind, name) for kind, name in given_names()],
    ]


def _href(chosen: Mapping[str, str]) -> str:
    return f"?{urlencode({key: value for key, value in chosen.items() if value})}"
