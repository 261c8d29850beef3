"""Entering a demo, and looking through somebody else's eyes. Both ask the ledger if it is one."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from kith.ledger.rights.readers import person_of_demo
from kith.surfaces.web.demo.entry import user_id_of


@login_not_required
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Signs in with the address that the demo printed."""
    user_id = user_id_of(token)
    if user_id is None:
        raise Http404
    login(request, person_of_demo(user_id))
    return redirect("today")


@require_POST
def look_as(request: HttpRequest, user_id: int) -> HttpResponse:
    """Goes on as somebody else of the invented firm."""
    login(request, person_of_demo(user_id))
    return redirect("today")
