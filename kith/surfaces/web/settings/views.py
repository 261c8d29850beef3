"""The one page of settings, and the changes that need no page of their own."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kith.ledger.rights.block_readers import visible_blocks
from kith.ledger.rights.colleague_readers import everybody, our_domains
from kith.ledger.rights.colleague_writers import change_zone
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import own_mailboxes
from kith.ledger.whole.firm_writers import change_firm
from kith.surfaces.web.begin.form import CURRENCIES, check_currency, check_zone, zones
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.mailboxes.levels import levels_of
from kith.terms.errors import BadInput, KithError, NotVisible
from kith.terms.words import Role


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Oneself, then the firm: who is no manager reads what a manager changes."""
    return page(request, reader_of(request))


@require_POST
def zone(request: HttpRequest) -> HttpResponse:
    """In which zone the reader's own days begin; nothing typed: the firm's."""
    user = reader_of(request)
    typed = request.POST.get("zone", "").strip()
    try:
        change_zone(user, _checked(check_zone, typed) if typed else "", actor=user)
    except KithError as error:
        return page(request, user, error)
    return redirect("settings")


@require_POST
def firm(request: HttpRequest) -> HttpResponse:
    """The firm's name, zone and currency."""
    user = manager_of(request)
    told = request.POST
    try:
        change_firm(
            name=told.get("name", "")[:200],
            zone=_checked(check_zone, told.get("zone", "").strip()),
            currency=_checked(check_currency, told.get("currency", "")),
            actor=user,
        )
    except KithError as error:
        return page(request, user, error)
    return redirect("settings")


def manager_of(request: HttpRequest) -> User:
    """Who asks, if they may change what is the firm's. Raises NotVisible for anybody else."""
    user = reader_of(request)
    if user.role != Role.MANAGER:
        raise NotVisible("Only a manager changes what is the firm's.")
    return user


def page(request: HttpRequest, user: User, error: KithError | None = None) -> HttpResponse:
    """The whole page, with what could not be done said on top."""
    context = {
        "error": error,
        "manages": user.role == Role.MANAGER,
        "boxes": [(box, levels_of(box)) for box in own_mailboxes(user)],
        "blocks": len(visible_blocks(user)),
        "domains": our_domains(),
        "people": everybody(user),
        "roles": list(Role),
        "zones": zones(),
        "currencies": CURRENCIES,
    }
    return render(request, "settings/page.html", context, status=400 if error else 200)


def _checked(check: Callable[[str], str], value: str) -> str:
    try:
        return check(value)
    except ValidationError as error:
        raise BadInput(" ".join(error.messages)) from error
