"""One's own mailboxes, and the change of their levels."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kith.ledger.rights.models import Mailbox
from kith.ledger.rights.readers import own_mailbox, own_mailboxes
from kith.ledger.whole.level_writers import change_levels
from kith.pipeline.nudge import nudge
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.mailboxes.example import example
from kith.surfaces.web.mailboxes.levels import KEEPS, SHARES, asked, levels_of
from kith.terms.errors import Refused


@require_safe
def mailboxes(request: HttpRequest) -> HttpResponse:
    """Each with what colleagues see of it."""
    rows = [(box, levels_of(box)) for box in own_mailboxes(reader_of(request))]
    return render(request, "mailboxes/list.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def mailbox(request: HttpRequest, mailbox_id: int) -> HttpResponse:
    """The levels, with a preview; a POST changes them."""
    user = reader_of(request)
    box = own_mailbox(user, mailbox_id)
    if request.method == "POST":
        levels = asked(request.POST, levels_of(box))
        try:
            change_levels(box, keep=levels.keep, share=levels.share, actor=user)
        except Refused as error:
            return _page(request, box, error)
        nudge()
        return redirect("mailboxes")
    return _page(request, box)


def _page(request: HttpRequest, box: Mailbox, error: Refused | None = None) -> HttpResponse:
    context = {
        "box": box,
        "error": error,
        "levels": asked(request.POST, levels_of(box)),
        "shares": SHARES,
        "keeps": KEEPS,
        "mails": example(),
        "invented": True,
    }
    return render(request, "mailboxes/one.html", context, status=409 if error else 200)
