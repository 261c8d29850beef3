"""The firm's people: a new one, and for one of them the role, off and on."""

from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.ledger.rights import colleague_writers as writers
from kith.ledger.rights.colleague_readers import may_be_given, one_of_us
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import invite as invited
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.settings.views import manager_of, page
from kith.terms.errors import BadInput, KithError
from kith.terms.language import gettext_noop
from kith.terms.words import Role


@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Somebody new by `email`, `name` and `role`; then the address by which they come in."""
    user = manager_of(request)
    told = request.POST
    try:
        address = _address(told.get("email", ""))
        found = invited(address, told.get("name", "")[:200], _role(told.get("role")), actor=user)
    except KithError as error:
        return page(request, user, error)
    return redirect("person", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One of them, for a manager. A POST with `do` (off, on) or `role` changes them."""
    user = reader_of(request)
    found = one_of_us(user, user_id)
    try:
        if request.method == "POST":
            _change(request, found, user)
            return redirect("person", found.pk)
    except KithError as error:
        return _page(request, found, error)
    return _page(request, found)


def welcome_path(user: User) -> str:
    """Where an invited person chooses their first password: once, and within three days."""
    return reverse("welcome", args=[user.pk, default_token_generator.make_token(user)])


def _change(request: HttpRequest, found: User, actor: User) -> None:
    match request.POST.get("do"):
        case "off":
            writers.switch_off(found, actor=actor)
        case "on":
            writers.switch_on(found, actor=actor)
        case _:
            writers.change_role(found, _role(request.POST.get("role")), actor=actor)


def _page(request: HttpRequest, found: User, error: KithError | None = None) -> HttpResponse:
    given = may_be_given(found)
    context = {
        "person": found,
        "has_come": found.has_usable_password(),
        "way_in": request.build_absolute_uri(welcome_path(found)) if given else "",
        "roles": list(Role),
        "error": error,
    }
    return render(request, "settings/person.html", context, status=409 if error else 200)


def _role(text: str | None) -> Role:
    try:
        return Role(text or "")
    except ValueError as error:
        raise BadInput(
            gettext_noop("There is no such role."), cure=gettext_noop("Choose one of the list.")
        ) from error


def _address(text: str) -> str:
    try:
        validate_email(text.strip())
    except ValidationError as error:
        raise BadInput(
            gettext_noop("That is no mail address."),
            cure=gettext_noop("Write it as you@example.com."),
        ) from error
    return text.strip()
