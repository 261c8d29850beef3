"""What is done to a price rise: called off and on; an account let off, and that taken back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kith.ledger.rights.models import User
from kith.ledger.rights.readers import founded, today_at
from kith.ledger.trade import rise_writers as writers
from kith.ledger.trade.giveaway_readers import colleagues
from kith.ledger.trade.rise_readers import rise, waiver
from kith.ledger.trade.scope import priced_account
from kith.pipeline.nudge import nudge
from kith.surfaces.amounts import read_share
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.giveaways.form import number, read_day
from kith.surfaces.web.rises.views import one_rise
from kith.terms.errors import KithError

CONFLICT = 409


@require_POST
def call_off(request: HttpRequest, rise_id: int) -> HttpResponse:
    """It will not be: it and its waivers count no more."""
    user = reader_of(request)
    row = rise(user, rise_id).row
    return _do(request, user, rise_id, lambda: writers.call_off(row, actor=user))


@require_POST
def call_on(request: HttpRequest, rise_id: int) -> HttpResponse:
    """It will be after all."""
    user = reader_of(request)
    row = rise(user, rise_id).row
    return _do(request, user, rise_id, lambda: writers.call_on(row, actor=user))


@require_POST
def waive(request: HttpRequest, rise_id: int) -> HttpResponse:
    """Lets an account off: wholly, in part, until a day; with who granted it, and why."""
    user = reader_of(request)
    row, told = rise(user, rise_id).row, request.POST
    account = priced_account(user, number(told.get("account")))
    granted_by = next((c for c in colleagues() if c.pk == number(told.get("granted_by"))), None)

    def let_off() -> None:
        writers.waive(
            row, account, kind=told.get("kind", ""), share=read_share(told.get("share", "")),
            until=read_day(told["until"]) if told.get("until") else None, granted_by=granted_by,
            why=told.get("why", "").replace("\0", ""), day=today_at(founded(), timezone.now()),
            actor=user,
        )  # fmt: skip

    return _do(request, user, rise_id, let_off)


@require_POST
def withdraw(request: HttpRequest, waiver_id: int) -> HttpResponse:
    """The rise meets the account after all."""
    user = reader_of(request)
    row = waiver(user, waiver_id)
    return _do(request, user, row.rise_id, lambda: writers.withdraw(row, actor=user))


def _do(request: HttpRequest, user: User, rise_id: int, verb: Callable[[], object]) -> HttpResponse:
    """Does it and shows the rise, or says on its page why it cannot be done."""
    try:
        verb()
    except KithError as error:
        context = one_rise(user, rise(user, rise_id), error)
        return render(request, "rises/one.html", context, status=CONFLICT)
    nudge()
    return redirect("rise", rise_id)
