"""Announcing a price rise: what is said of it, whom it would meet, and then the word."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kith.ledger.insights.meeting_readers import meeting
from kith.ledger.people.models import Account
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import founded, today_at
from kith.ledger.trade.rise_readers import Scope, families, family, our_lists
from kith.ledger.trade.rise_writers import announce
from kith.ledger.trade.scope import priced_account
from kith.pipeline.nudge import nudge
from kith.surfaces.amounts import read_share
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.giveaways.form import number, read_day
from kith.surfaces.web.rises.views import met
from kith.terms.errors import KithError, NotVisible
from kith.terms.words import Role

BAD = 400


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the form, as text. `of`: `list:KEY`, `family:ID`, or '' for everything;
    `account`: the only one that it is of."""

    name: str
    share: str
    of: str
    account: Account | None
    announced_on: str
    effective_on: str


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form; with `see` whom it would meet; a POST announces it. A rise of more than one account
    is a manager's to announce, that of one account also whose prices it is."""
    user = reader_of(request)
    told = request.POST if request.method == "POST" else request.GET
    day = today_at(founded(), timezone.now())
    sheet = _sheet(user, told, day)
    if sheet.account is None and user.role != Role.MANAGER:
        raise NotVisible("Only a manager announces a price rise.")
    if request.method != "POST":
        return _form(request, user, sheet, day, see="see" in told)
    try:
        scope = _scope(sheet)
        row = announce(
            name=sheet.name, share=read_share(sheet.share) or 0,
            effective_on=read_day(sheet.effective_on), announced_on=read_day(sheet.announced_on),
            price_list_key=scope.price_list_key, family=scope.family, account=scope.account,
            actor=user,
        )  # fmt: skip
    except KithError as error:
        return _form(request, user, sheet, day, see=False, error=error)
    nudge()
    return redirect("rise", row.pk)


def _form(
    request: HttpRequest, user: User, sheet: Sheet, day: date, *, see: bool,
    error: KithError | None = None,
) -> HttpResponse:  # fmt: skip
    found, skip = None, number(request.GET.get("from"))
    if see:
        found = meeting(user, _scope(sheet), day, currency=founded().currency, skip=skip)
    context = {
        "sheet": sheet,
        "lists": [(f"list:{key}", name) for key, name in our_lists()],
        "families": [(f"family:{one.pk}", one.name) for one in families()],
        "meeting": met(found, request.GET, skip) if found else None,
        "today": day,
        "error": error,
    }
    return render(request, "rises/new.html", context, status=BAD if error else 200)


def _sheet(user: User, told: QueryDict, day: date) -> Sheet:
    account_id = number(told.get("account"))
    return Sheet(
        name=told.get("name", "").replace("\0", "")[:300],
        share=told.get("share", "")[:20],
        of=told.get("of", "").replace("\0", "")[:300],
        account=priced_account(user, account_id) if account_id else None,
        announced_on=told.get("announced_on") or str(day),
        effective_on=told.get("effective_on", ""),
    )


def _scope(sheet: Sheet) -> Scope:
    if sheet.account is not None:
        return Scope(account=sheet.account)
    what, _, which = sheet.of.partition(":")
    if what == "family":
        return Scope(family=family(number(which)))
    return Scope(price_list_key=which) if what == "list" else Scope()
