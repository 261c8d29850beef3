"""One person outside, and what happened with them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.ledger.activities.folded_readers import contact_threads
from kith.ledger.insights import readers as insights
from kith.ledger.people.contact_readers import ContactKnown, kept_of
from kith.ledger.people.contact_readers import contact as known
from kith.surfaces.web.accounts import cursors
from kith.surfaces.web.contacts.page import standing, standing_at
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.today.context import REASONS, cards
from kith.terms.errors import NotVisible


@require_safe
def contact(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Where they work, how we stand with them, what to do, what happened. Who was merged with
    somebody is found there."""
    user = reader_of(request)
    try:
        person = known(user, contact_id)
    except NotVisible:
        return redirect("contact", kept_of(user, contact_id))
    as_of = insights.as_of()
    context = {
        "person": person,
        "as_of": as_of,
        "reasons": REASONS,
        "cards": cards(user, insights.findings_of_contact(user, contact_id)),
        **standing(user, person, as_of),
        **_stretch(request, person),
    }
    return render(request, "contacts/page.html", context)


@require_safe
def contact_at(request: HttpRequest, contact_id: int, account_id: int) -> HttpResponse:
    """How they write and who of us they know, at one account: unfolds on the account's page for
    htmx. Everybody else is led to the person's page, where the same stands."""
    if not request.headers.get("HX-Request"):
        return redirect("contact", contact_id)
    user = reader_of(request)
    as_of = insights.as_of()
    found = standing_at(user, known(user, contact_id), account_id, as_of)
    return render(request, "contacts/_at.html", {"as_of": as_of, **found})


@require_safe
def timeline(request: HttpRequest, contact_id: int) -> HttpResponse:
    """An earlier stretch: rows alone for htmx, else a page of its own."""
    person = known(reader_of(request), contact_id)
    context = {"person": person, **_stretch(request, person)}
    fragment = bool(request.headers.get("HX-Request"))
    name = "activities/_timeline.html" if fragment else "contacts/timeline.html"
    return render(request, name, context)


def _stretch(request: HttpRequest, person: ContactKnown) -> dict[str, object]:
    before = cursors.read_moment(request.GET.get("before", ""))
    addresses = [pk for pk, _ in person.addresses]
    page = contact_threads(reader_of(request), addresses, before=before)
    return {
        "threads": page.rows,
        "earlier": cursors.written(page.after),
        "more": reverse("contact_timeline", args=[person.id]),
    }
