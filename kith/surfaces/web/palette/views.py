"""What the palette offers for a few letters."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.ledger.search.asked import LONGEST
from kith.ledger.search.names import accounts_named, people_named
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.palette.places import places

NAMES = 5  # of each kind: the nearest; the search shows more


@require_safe
def offered(request: HttpRequest) -> HttpResponse:
    """Pages, accounts and people, as options of a list; without htmx the search, which has more."""
    user = reader_of(request)
    asked = request.GET.get("q", "")[:LONGEST].replace("\0", "")
    if not request.headers.get("HX-Request"):
        return redirect(f"{reverse('search')}?{urlencode({'q': asked})}")
    context: dict[str, object] = {"asked": asked, "places": places(user, asked)}
    if asked.strip():
        context["accounts"] = accounts_named(user, asked, limit=NAMES)
        context["people"] = people_named(user, asked, limit=NAMES)
    return render(request, "palette/_offered.html", context)
