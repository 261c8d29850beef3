"""The reader's language: one click in the menu."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kith.ledger.rights.writers import choose_language
from kith.surfaces.web.frame.reader import reader_of
from kith.terms.errors import BadInput


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """`language`: a code, or nothing for the browser's. Leads back to `next`, a page of ours."""
    user = reader_of(request)
    with suppress(BadInput):  # junk in a form changes nothing
        choose_language(user, request.POST.get("language", ""), actor=user)
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect("today")
