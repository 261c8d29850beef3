"""Clearing the demo away, and beginning where no firm is yet.

An empty ledger would be founded by whoever comes first, so its door takes a key: the address that
`kith serve` prints, or having cleared the demo in this browser. On a firm's ledger all of them are
walls.
"""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kith.ledger.rights.models import User
from kith.ledger.rights.readers import the_demo, unfounded
from kith.ledger.whole.writers import set_up
from kith.pipeline.empty import clear_demo, sweep
from kith.surfaces.web.begin.form import CURRENCIES, BeginForm, zones
from kith.surfaces.web.frame.reader import reader_of
from kith.terms.errors import Refused

SALT = "kith.begin"
KEY = "may_begin"  # in the session of whoever holds the key


def key_path() -> str:
    """The path that opens the door of an empty ledger, and of no other."""
    return reverse("begin_key", args=[signing.dumps("begin", salt=SALT)])


@require_http_methods(["GET", "HEAD", "POST"])
def clear(request: HttpRequest) -> HttpResponse:
    """Says what goes; a POST lets it go, and leads on to one's own ledger."""
    demo, user = the_demo(), reader_of(request)
    if request.method != "POST":
        return render(request, "begin/clear.html", {"demo": demo})
    try:
        clear_demo(actor=user)
    except Refused as error:
        return render(request, "begin/clear.html", {"demo": demo, "error": error}, status=409)
    request.session.flush()
    request.session[KEY] = True
    return redirect("begin")


@login_not_required
@require_safe
def key(request: HttpRequest, token: str) -> HttpResponse:
    """Takes the key that `kith serve` printed."""
    unfounded()
    try:
        signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    request.session[KEY] = True
    return redirect("begin")


@sensitive_post_parameters("password")
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Asks for the firm and its first person; a POST founds it, signs in and asks for mail."""
    unfounded()
    if not request.session.get(KEY):
        return redirect("account_login")
    spoken = {"language": get_language()}
    form = BeginForm(request.POST if request.method == "POST" else None, initial=spoken)
    if form.is_valid():
        login(request, _founded(form))
        return redirect("import_new")
    context = {"form": form, "zones": zones(), "currencies": CURRENCIES}
    return render(request, "begin/page.html", context, status=400 if form.errors else 200)


def _founded(form: BeginForm) -> User:
    sweep()
    told = form.cleaned_data
    return set_up(
        actor=None,
        company=told["company"],
        domains=[told["domain"]] if told["domain"] else [],
        email=told["email"],
        name=told["name"],
        password=told["password"],
        currency=told["currency"],
        zone=told["zone"],
        language=told["language"],
    )
