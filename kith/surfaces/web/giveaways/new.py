"""Writing a giveaway down, from anywhere; one giveaway, to be looked at and corrected."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kith.ledger.trade.giveaway_readers import giveaway
from kith.ledger.trade.giveaway_writers import correct, give
from kith.pipeline.nudge import nudge
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.giveaways.form import (
    Sheet,
    account_meant,
    choices,
    empty_sheet,
    filled_sheet,
    named_accounts,
    number,
    said,
    sheet_of,
)
from kith.surfaces.web.giveaways.origin import Origin, origin
from kith.surfaces.web.giveaways.views import rows_of
from kith.terms.errors import KithError

BAD = 400


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form, for the account one came from; a POST writes it down. For htmx the form alone, to
    stand in a dialog over whatever page it was asked from."""
    user = reader_of(request)
    told = request.POST if request.method == "POST" else request.GET
    came = origin(user, told.get("from", ""))
    if request.method != "POST":
        here = Origin(came.path, number(told.get("account"))) if "account" in told else came
        return _form(request, empty_sheet(user, here), came)
    sheet = filled_sheet(user, told)
    try:
        account = account_meant(user, sheet)
        row = give(
            account, **said(user, sheet, account.pk), activity_id=_mail(came, sheet), actor=user
        )
    except KithError as error:
        return _form(request, sheet, came, error)
    nudge()
    if not request.headers.get("HX-Request"):
        return redirect("giveaway", row.pk)
    return render(request, "giveaways/_noted.html", {"row": giveaway(user, row.pk).row})


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, giveaway_id: int) -> HttpResponse:
    """What was said of it; a POST says it anew."""
    user = reader_of(request)
    seen = giveaway(user, giveaway_id)
    sheet, error = sheet_of(seen.row), None
    if request.method == "POST":
        sheet = filled_sheet(user, request.POST)
        try:
            correct(seen.row, **said(user, sheet, seen.row.account_id), actor=user)
            nudge()
            return redirect("giveaway", giveaway_id)
        except KithError as bad:
            error = bad
    context = {
        "row": rows_of(user, (seen,))[0],
        "account": seen.row.account,
        "sheet": sheet,
        "error": error,
        **choices(user, sheet_of(seen.row)),
    }
    return render(request, "giveaways/one.html", context, status=BAD if error else 200)


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Names of accounts for a few letters, as options of a list."""
    found = named_accounts(reader_of(request), request.GET.get("account_name", "")[:100])
    return render(request, "giveaways/_accounts.html", {"accounts": found})


def _mail(came: Origin, sheet: Sheet) -> int | None:
    """The mail that one came from, which is one the reader sees."""
    return came.activity_id if came.activity_id and came.activity_id == sheet.activity else None


def _form(
    request: HttpRequest, sheet: Sheet, came: Origin, error: KithError | None = None
) -> HttpResponse:
    user = reader_of(request)
    context = {
        "sheet": sheet,
        "came": came,
        "error": error,
        "named": named_accounts(user, sheet.account_name) if error and not sheet.account else [],
        **choices(user, sheet),
    }
    part = bool(request.headers.get("HX-Request"))
    name = "giveaways/_new.html" if part else "giveaways/new.html"
    # htmx puts no page in place that comes with an error's status.
    return render(request, name, context, status=BAD if error and not part else 200)
