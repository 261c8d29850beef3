"""The list of accounts, and one account."""

from contextlib import suppress

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kith.ledger.activities.folded_readers import account_threads
from kith.ledger.insights import readers as insights
from kith.ledger.insights.opened_writers import note_opened
from kith.ledger.people import readers as people
from kith.ledger.rights.readers import firm, today_at
from kith.surfaces.web.accounts import cursors
from kith.surfaces.web.accounts.listing import list_page
from kith.surfaces.web.accounts.page import KINDS, people_of, since_last_time
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.sitting.told import choices, told_of
from kith.surfaces.web.today.context import REASONS, cards


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Strongest tie first, or as asked: sorted, narrowed, by how a name or a domain begins."""
    context = {"as_of": insights.as_of(), **list_page(reader_of(request), request.GET)}
    fragment = request.headers.get("HX-Request") and request.GET.get("after")
    return render(request, "accounts/_rows.html" if fragment else "accounts/list.html", context)


@require_safe
def account(request: HttpRequest, account_id: int) -> HttpResponse:
    """Where we stand: what to do, the ties both ways, and what happened."""
    user = reader_of(request)
    as_of = insights.as_of()
    context = {
        "account": people.account(user, account_id),
        "as_of": as_of,
        "told": told_of([account_id]).get(account_id),
        "relations": choices(),
        "reasons": REASONS,
        "cards": cards(user, insights.findings_of_account(user, account_id)),
        **since_last_time(user, account_id, now=timezone.now()),
        **people_of(user, account_id, everybody="everybody" in request.GET, as_of=as_of),
        **_stretch(request, account_id),
    }
    return render(request, "accounts/page.html", context)


@require_safe
def timeline(request: HttpRequest, account_id: int) -> HttpResponse:
    """An earlier stretch: rows alone for htmx, else a page of its own."""
    context = {
        "account": people.account(reader_of(request), account_id),
        **_stretch(request, account_id),
    }
    fragment = bool(request.headers.get("HX-Request"))
    name = "activities/_timeline.html" if fragment else "accounts/timeline.html"
    return render(request, name, context)


@require_POST
def opened(request: HttpRequest, account_id: int) -> HttpResponse:
    """The page asks for it by itself, once a day, after it is there: so that looking changes
    nothing by itself, and what cannot be noted (a disk that takes no more) fails no page."""
    user = reader_of(request)
    people.account(user, account_id)
    with suppress(DatabaseError):
        note_opened(account_id, today_at(firm(), timezone.now()), actor=user)
    return HttpResponse(status=204)


def _stretch(request: HttpRequest, account_id: int) -> dict[str, object]:
    before = cursors.read_moment(request.GET.get("before", ""))
    kind = request.GET.get("kind", "")
    page = account_threads(reader_of(request), account_id, kinds=KINDS.get(kind, ()), before=before)
    return {
        "threads": page.rows,
        "earlier": cursors.written(page.after),
        "more": reverse("account_timeline", args=[account_id]),
        "kind": kind if kind in KINDS else "",
    }
