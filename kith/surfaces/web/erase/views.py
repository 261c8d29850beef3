"""Erasing a person. Managers alone: it takes from every mailbox, and nobody can take it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from kith.ledger.people.erased_readers import erasable_address
from kith.ledger.whole.erasure_readers import visible_erasure
from kith.ledger.whole.models import Erasure
from kith.pipeline.erase import ask, plan
from kith.pipeline.nudge import nudge
from kith.surfaces.web.frame.reader import reader_of

LONGEST = 320
# What went, by the names under which the erasure counts it.
COUNTED = (
    gettext_noop("mails deleted"),
    gettext_noop("mails they were taken out of"),
    gettext_noop("mails that named them"),
    gettext_noop("other rows that named them"),
    gettext_noop("addresses"),
    gettext_noop("findings"),
    gettext_noop("values of signals"),
    gettext_noop("questions"),
    gettext_noop("accounts"),
)
STEPS = {
    Erasure.MAILS: gettext_noop("Their mail goes."),
    Erasure.MENTIONS: gettext_noop("The other mails are looked through."),
    Erasure.ROWS: gettext_noop("Everything else is looked through."),
    Erasure.DISK: gettext_noop("The database is written anew."),
    Erasure.DONE: gettext_noop("They are erased. No import brings them back."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Says exactly what goes; POST with the address typed once more begins it."""
    user = reader_of(request)
    address = erasable_address(user, contact_id)
    typed = request.POST.get("typed", "").strip()[:LONGEST]
    also = [
        name for line in request.POST.get("also", "")[:1000].split(",") if (name := line.strip())
    ]
    if request.method == "POST" and typed.casefold() == address:
        begun = ask(address, also=also, actor=user)
        nudge()
        return redirect("erasure", begun.pk)
    context = {
        "plan": plan(address, also=also),
        "address": address,
        "typed": typed,
        "also": ", ".join(also),
        "wrong": request.method == "POST",
    }
    return render(request, "erase/ask.html", context)


@require_safe
def erasure(request: HttpRequest, erasure_id: int) -> HttpResponse:
    """How far it is, and what went; nothing here says who it was."""
    row = visible_erasure(reader_of(request), erasure_id)
    context = {
        "erasure": row,
        "step": gettext(STEPS[row.state]),
        "counts": {gettext(what): count for what, count in row.counts.items() if count},
        "moving": row.state != Erasure.DONE,
    }
    part = bool(request.headers.get("HX-Request"))
    return render(request, "erase/_far.html" if part else "erase/far.html", context)
