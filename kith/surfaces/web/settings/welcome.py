"""The first password of somebody who was invited, at an address that a manager handed them."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kith.ledger.rights.colleague_readers import invited_one
from kith.ledger.rights.writers import set_password
from kith.terms.errors import NotVisible


@sensitive_post_parameters("password")
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, user_id: int, token: str) -> HttpResponse:
    """Asks for a password; a POST sets it and signs in. The address works once, for three days,
    and not after mail of theirs has come in: it may be in somebody else's hands."""
    user = invited_one(user_id)
    if not default_token_generator.check_token(user, token):
        raise NotVisible("This way in was used, or is too old.")
    errors: list[str] = []
    if request.method == "POST":
        given = request.POST.get("password", "")
        try:
            validate_password(given, user)
        except ValidationError as error:
            errors = error.messages
        else:
            set_password(user, given, actor=user)
            login(request, user)
            return redirect("today")
    context = {"person": user, "errors": errors}
    return render(request, "settings/welcome.html", context, status=400 if errors else 200)
