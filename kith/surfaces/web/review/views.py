"""The manager's Monday page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.insights.review_readers import MANY
from kith.ledger.insights.review_readers import review as reviewed
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.giveaways.form import number
from kith.surfaces.web.review.context import SECTIONS, sections


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """By account, the worst few of each section; `only`: one section with all of its accounts, many
    at a time, `from` so far down on."""
    user = reader_of(request)
    only = request.GET.get("only", "")
    only = only if only in SECTIONS else ""
    skip = number(request.GET.get("from"))
    found = reviewed(user, SECTIONS, only=only, skip=skip)
    context = {
        "as_of": found.as_of,
        "sections": sections(user, found),
        "tells_new": found.tells_new,
        "only": only,
        "next": f"?only={only}&from={skip + MANY}",
    }
    return render(request, "review/page.html", context)
