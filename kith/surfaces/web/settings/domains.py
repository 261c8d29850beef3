"""The firm's own mail domains: one more, one less, each with what it would change."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kith.ledger.people.domain_readers import under_domain
from kith.ledger.rights.colleague_readers import our_domain
from kith.ledger.rights.domains import folded_domain
from kith.ledger.rights.firm_writers import add_domain, remove_domain
from kith.pipeline.free_mail import FREE_MAIL
from kith.pipeline.organisations import registrable
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.settings.views import manager_of, page
from kith.terms.errors import BadInput, KithError
from kith.terms.language import gettext_noop


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Says what would change by `domain`; a POST adds it."""
    user = manager_of(request)
    typed = (request.POST or request.GET).get("domain", "")
    try:
        domain = _firms_own(typed)
        if request.method == "POST":
            add_domain(domain, actor=user)
            return redirect("settings")
    except KithError as error:
        return page(request, user, error)
    context = {"domain": domain, "under": under_domain(user, domain), "adds": True}
    return render(request, "settings/domain.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, domain_id: int) -> HttpResponse:
    """Says what would change; a POST takes it away."""
    user = reader_of(request)
    found = our_domain(user, domain_id)
    if request.method == "POST":
        remove_domain(found, actor=user)
        return redirect("settings")
    context = {"domain": found.domain, "under": under_domain(user, found.domain), "adds": False}
    return render(request, "settings/domain.html", context)


def _firms_own(typed: str) -> str:
    """The domain as it is kept. Raises BadInput for one that no firm can have to itself."""
    folded = folded_domain(typed)
    if folded in FREE_MAIL or registrable(folded) is None:
        raise BadInput(
            gettext_noop("Anybody can write from {domain}."),
            cure=gettext_noop("Leave it out: the owners of mailboxes are colleagues anyway."),
            domain=folded,
        )
    return folded
