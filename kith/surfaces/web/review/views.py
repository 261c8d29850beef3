"""The manager's Monday page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.insights.review_readers import review as reviewed
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.review.context import SECTIONS, sections


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """By account, the worst few of each section; `only`: one section with all of its accounts."""
    user = reader_of(request)
    only = request.GET.get("only", "")
    only = only if only in SECTIONS else ""
    found = reviewed(user, SECTIONS, only=only)
    context = {
        "as_of": found.as_of,
        "sections": sections(user, found),
        "tells_new": found.tells_new,
        "only": only,
    }
    return render(request, "review/page.html", context)
