"""The list of price rises, and one that is followed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kith.ledger.insights.meeting_readers import Meeting, meeting
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
from kith.surfaces.web.rises.words import said_of_state
from kith.terms.errors import KithError
from kith.terms.words import Role

LISTED = 60
SHOWN = 100  # accounts of one rise on its page
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
    """Whom it meets, how much of it arrived there, and who was let off."""
    user = reader_of(request)
    return render(request, "rises/one.html", one_rise(user, read_rise(user, rise_id)))


def one_rise(user: User, seen: RiseSeen, error: KithError | None = None) -> dict[str, object]:
    """All that a rise's page shows. Before a run has looked at it: whom it meets."""
    firm = founded()
    day = today_at(firm, timezone.now())
    found = followed(user, seen.row.pk, shown=SHOWN)
    waivers = {row.account_id: row for row in waivers_of(user, seen.row.pk)}
    most = most_of(row.tie for row in found.rows if row.tie)
    lines = [_line(row, waivers.pop(row.account_id, None), most) for row in found.rows[:SHOWN]]
    me = colleague_of(user)
    return {
        "rise": seen,
        "share": share_of(seen),
        "whole": found.whole,
        "holders": found.by_holder,
        "lines": lines,
        "others": len(found.rows) > SHOWN or found.cut,
        "waivers": [(row, waived_name(row.kind)) for row in waivers.values()],
        "meeting": None if lines else _meeting(user, seen, day, firm.currency),
        "kinds": waived_names(),
        "colleagues": colleagues(),
        "me": me.pk if me else 0,
        "today": day,
        "error": error,
        "ends": user.role == Role.MANAGER or seen.row.announced_by_id == user.pk,
    }


def share_of(seen: RiseSeen) -> float:
    """Of the price, 0.04."""
    return seen.row.share / MILLION


def meeting_lines(found: Meeting) -> list[tuple[object, Exchange | None]]:
    """Whom a rise meets, with both sides of each tie as bars of one scale."""
    most = most_of(row.tie for row in found.rows if row.tie)
    return [(row, exchange(row.tie, row.account, most) if row.tie else None) for row in found.rows]


def _meeting(user: User, seen: RiseSeen, day: date, currency: str) -> Mapping[str, object] | None:
    row = seen.row
    scope = Scope(row.price_list_key, row.family, row.account)
    found = meeting(user, scope, day, currency=currency, but=row.pk)
    return {"of": found, "lines": meeting_lines(found)} if found.accounts else None


def _line(row: Arrived, waiver: Waiver | None, most: float) -> Line:
    tie = exchange(row.tie, row.account, most) if row.tie else None
    return Line(row, said_of_state(row.state), tie, waiver)
