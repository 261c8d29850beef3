"""What a search finds: accounts, people, then mails, newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.search.asked import LONGEST
from kith.ledger.search.names import accounts_named, people_named
from kith.ledger.search.readers import Mails, search
from kith.surfaces.web.frame.reader import reader_of

NAMES = 6  # of each kind
MAILS = 20
HIGHEST = 1 << 63


@require_safe
def found(request: HttpRequest) -> HttpResponse:
    """The page; for htmx what was found, while somebody types, or the next mails alone."""
    user = reader_of(request)
    asked = request.GET.get("q", "")[:LONGEST].replace("\0", "")
    before = _place(request.GET.get("before", ""))
    mails = search(user, asked, before=before, limit=MAILS) if asked.strip() else Mails()
    context: dict[str, object] = {"asked": asked, "mails": mails, "later": before is not None}
    part = bool(request.headers.get("HX-Request"))
    if part and before is not None:
        return render(request, "search/_mails.html", context)
    if before is None and asked.strip():
        context["accounts"] = accounts_named(user, asked, limit=NAMES)
        context["people"] = people_named(user, asked, limit=NAMES)
    return render(request, "search/_found.html" if part else "search/page.html", context)


def _place(text: str) -> int | None:
    """Where to go on; None for what no page of ours ever wrote."""
    if text.isascii() and text.isdigit() and len(text) < 20 and int(text) < HIGHEST:
        return int(text)
    return None
