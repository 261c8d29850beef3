"""Today, and the three answers."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.ledger.imports.batch_readers import without_mail
from kith.ledger.insights import readers, writers
from kith.ledger.insights.models import Verdict
from kith.ledger.rights.readers import firm, today_at
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.sitting.progress import progress
from kith.surfaces.web.today.context import REASONS, answered_card, cards
from kith.surfaces.words import empty_sentence

WEEK = 7
LONGEST = 366


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """At most five things to do, and what was answered since the morning."""
    user = reader_of(request)
    given, waiting = readers.answered_today(user), readers.today(user)
    context = {
        "as_of": readers.as_of(),
        "cards": cards(user, waiting),
        "nothing": "" if waiting or given else empty_sentence(user),
        "without_mail": not (waiting or given) and without_mail(user),
        "answered": [answered_card(user, row.finding, row.verdict) for row in given],
        "of_the_day": len(given) + len(waiting),
        "sitting_offer": progress(user),
        "tally": readers.tally(given),
        "reasons": REASONS,
    }
    return render(request, "today/page.html", context)


@require_POST
def answer(request: HttpRequest, finding_id: int, verb: str) -> HttpResponse:
    """Done, snooze (`days`, a week by default) or wrong (`why`)."""
    user = reader_of(request)
    row = readers.finding(user, finding_id)
    until = None
    if verb == Verdict.SNOOZE:
        until = today_at(firm(), timezone.now()) + timedelta(days=_days(request.POST.get("days")))
    why = request.POST.get("why", "")[:500]
    verdict = writers.answer(row.id, verb, actor=user, why=why, until=until)
    if not request.headers.get("HX-Request"):
        return redirect("today")
    card = answered_card(user, row, verdict)
    return render(request, "today/_answered.html", {"card": card, **_swapped(request)})


@require_http_methods(["POST", "DELETE"])
def undo(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Takes the reader's own answer back."""
    user = reader_of(request)
    writers.take_back(readers.live_verdict(user, finding_id).id, actor=user)
    if not request.headers.get("HX-Request"):
        return redirect("today")
    card = cards(user, [readers.finding(user, finding_id)])[0]
    return render(request, "today/_card.html", {"card": card, **_swapped(request)})


def _swapped(request: HttpRequest) -> dict[str, object]:
    """For a line or card put into a page by htmx: on Today the end of the list comes with it."""
    on_today = urlsplit(request.headers.get("HX-Current-URL", "")).path == reverse("today")
    found: dict[str, object] = {"fresh": True, "on_today": on_today, "reasons": REASONS}
    if on_today:
        user = reader_of(request)
        found["left"] = len(readers.today(user))
        found["tally"] = readers.tally(readers.answered_today(user))
    return found


def _days(text: str | None) -> int:
    """Days to snooze; a week where nothing sensible was sent."""
    days = int(text) if text and text.isascii() and text.isdigit() else WEEK
    return min(max(days, 1), LONGEST)
