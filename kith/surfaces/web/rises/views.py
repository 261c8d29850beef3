"""The list of price rises, and one that is followed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kith.ledger.insights.meeting_readers import SHOWN as SHOWN_MET
from kith.ledger.insights.meeting_readers import Meeting, meeting
from kith.ledger.insights.readers import looked_at
from kith.ledger.insights.rise_readers import Arrived, arrived_shares, followed
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import founded, today_at
from kith.ledger.trade.giveaway_readers import colleague_of, colleagues
from kith.ledger.trade.models import Waiver
from kith.ledger.trade.rise_readers import RiseSeen, Scope, waivers_of
from kith.ledger.trade.rise_readers import rise as read_rise
from kith.ledger.trade.rise_readers import rises as read_rises
from kith.surfaces.giveaway_words import waived_name, waived_names
from kith.surfaces.web.accounts.ties import Exchange, exchange, most_of
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.giveaways.form import number
from kith.surfaces.web.rises.words import said_of_state
from kith.terms.errors import KithError
from kith.terms.words import Role

LISTED = 60
SHOWN = 25  # accounts of one rise on its page: those with most to say come first
ALSO = 60  # waivers that no run has seen
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """A rise at one account: what became of it, in a word; who let it off."""

    seen: Arrived
    word: str
    tie: Exchange | None
    waiver: Waiver | None


@require_safe
def rises(request: HttpRequest) -> HttpResponse:
    """All of them, with how much of each arrived."""
    user = reader_of(request)
    found = read_rises(user, limit=LISTED)
    shares = arrived_shares(user, [one.row.pk for one in found])
    context = {
        "rows": [(one, share_of(one), shares.get(one.row.pk)) for one in found],
        "announces": user.role == Role.MANAGER,
    }
    return render(request, "rises/list.html", context)


@require_safe
def rise(request: HttpRequest, rise_id: int) -> HttpResponse:
    """Whom it meets, how much of it arrived there, and who was let off. `from`: from so far down
    the list on, which htmx asks for alone; `let`: with the form that lets this account off."""
    user = reader_of(request)
    seen = read_rise(user, rise_id)
    skip, let = number(request.GET.get("from")), number(request.GET.get("let"))
    shown = one_rise(user, seen, skip=skip, let=let)
    rows_alone = request.headers.get("HX-Request") and skip and not let and shown["lines"]
    return render(request, "rises/_lines.html" if rows_alone else "rises/one.html", shown)


def one_rise(
    user: User, seen: RiseSeen, error: KithError | None = None, *, skip: int = 0, let: int = 0
) -> dict[str, object]:
    """All that a rise's page shows. Before a run has looked at it: whom it meets."""
    firm = founded()
    day = today_at(firm, timezone.now())
    found = followed(user, seen.row.pk, shown=SHOWN, skip=skip)
    at = {row.account_id for row in found.rows}
    waivers = waivers_of(
        user, seen.row.pk, limit=SHOWN + ALSO, at=at, since=looked_at() if at else None
    )
    of = {row.account_id: row for row in waivers}
    most = most_of(row.tie for row in found.rows if row.tie)
    meets = None if at else _meeting(user, seen, day, firm.currency, skip)
    return {
        **(_form(user) if meets or let else {}),
        "rise": seen,
        "share": share_of(seen),
        "whole": found.whole,
        "cut": found.cut,
        "holders": found.by_holder,
        "lines": [_line(row, of.get(row.account_id), most) for row in found.rows],
        "from": skip,
        "next": f"?from={skip + SHOWN}" if found.more else "",
        "let": let,
        "waivers": [(row, waived_name(row.kind)) for row in waivers if row.account_id not in at],
        "meeting": meets,
        "today": day,
        "error": error,
        "ends": user.role == Role.MANAGER or seen.row.announced_by_id == user.pk,
    }


def _form(user: User) -> dict[str, object]:
    """What the form that lets somebody off offers."""
    me = colleague_of(user)
    return {"kinds": waived_names(), "colleagues": colleagues(), "me": me.pk if me else 0}


def share_of(seen: RiseSeen) -> float:
    """Of the price, 0.04."""
    return seen.row.share / MILLION


def met(found: Meeting, asked: QueryDict, skip: int) -> dict[str, object]:
    """Whom a rise meets, with both sides of each tie as bars of one scale, and where the next of
    them are."""
    most = most_of(row.tie for row in found.rows if row.tie)
    following = asked.copy()
    following["from"] = str(skip + SHOWN_MET)
    return {
        "of": found,
        "lines": [
            (row, exchange(row.tie, row.account, most) if row.tie else None) for row in found.rows
        ],
        "next": f"?{following.urlencode()}" if found.more else "",
    }


def _meeting(
    user: User, seen: RiseSeen, day: date, currency: str, skip: int
) -> Mapping[str, object] | None:
    row = seen.row
    scope = Scope(row.price_list_key, row.family, row.account)
    found = meeting(user, scope, day, currency=currency, but=row.pk, skip=skip)
    return met(found, QueryDict(), skip) if found.accounts else None


def _line(row: Arrived, waiver: Waiver | None, most: float) -> Line:
    tie = exchange(row.tie, row.account, most) if row.tie else None
    return Line(row, said_of_state(row.state), tie, waiver)
