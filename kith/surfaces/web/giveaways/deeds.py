"""What is done to a giveaway with one key: what came back, that it was none; and both undone."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kith.ledger.rights.models import User
from kith.ledger.rights.readers import firm, today_at
from kith.ledger.trade import giveaway_writers as writers
from kith.ledger.trade.giveaway_readers import giveaway, giveaway_return
from kith.pipeline.nudge import nudge
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.giveaways.form import read_day
from kith.surfaces.web.giveaways.views import rows_of
from kith.terms.errors import KithError

CONFLICT = 409


@require_POST
def came_back(request: HttpRequest, giveaway_id: int) -> HttpResponse:
    """Something came back for it: what, on which day (today where none is said)."""
    user = reader_of(request)
    row = giveaway(user, giveaway_id).row
    told = request.POST

    def say() -> None:
        day = read_day(told["day"]) if told.get("day") else today_at(firm(), timezone.now())
        writers.came_back(row, what=told.get("what", "").replace("\0", ""), day=day, actor=user)

    return _do(request, user, giveaway_id, say)


@require_POST
def not_come_back(request: HttpRequest, return_id: int) -> HttpResponse:
    """Nothing came back after all."""
    user = reader_of(request)
    back = giveaway_return(user, return_id)
    return _do(request, user, back.giveaway_id, lambda: writers.not_come_back(back, actor=user))


@require_POST
def withdraw(request: HttpRequest, giveaway_id: int) -> HttpResponse:
    """It was no giveaway; it counts no more."""
    user = reader_of(request)
    row = giveaway(user, giveaway_id).row
    return _do(request, user, giveaway_id, lambda: writers.withdraw(row, actor=user))


@require_POST
def restore(request: HttpRequest, giveaway_id: int) -> HttpResponse:
    """It was one after all."""
    user = reader_of(request)
    row = giveaway(user, giveaway_id).row
    return _do(request, user, giveaway_id, lambda: writers.restore(row, actor=user))


def _do(
    request: HttpRequest, user: User, giveaway_id: int, verb: Callable[[], object]
) -> HttpResponse:
    """Does it and shows the line as it is now; or says on it why it cannot be done."""
    error = None
    try:
        verb()
        nudge()
    except KithError as bad:
        error = bad
    if not request.headers.get("HX-Request") and error is None:
        return redirect("giveaway", giveaway_id)
    row = rows_of(user, (giveaway(user, giveaway_id),))[0]
    context = {"row": row, "error": error, "fresh": True}
    if request.headers.get("HX-Request"):
        of_dialog = request.headers.get("HX-Target") == "give"
        name = "giveaways/_undone.html" if of_dialog else "giveaways/_row.html"
        return render(request, name, context)
    return render(request, "giveaways/not_now.html", context, status=CONFLICT)
