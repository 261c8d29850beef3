"""A demo ledger: the address that opens it signed in, whose eyes to look through, and its end.

All doors ask the ledger whether it is a demo; on a real one they are walls.
"""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from kith.ledger.rights.models import User
from kith.ledger.rights.readers import person_of_demo
from kith.ledger.rights.writers import choose_language
from kith.surfaces.web.begin.views import clear
from kith.surfaces.web.frame.reader import reader_of

SALT = "kith.demo.entry"


def entry_path(user: User) -> str:
    """The path that signs in as `user`, for good, on this demo ledger and on no other."""
    return reverse("demo_enter", args=[signing.dumps(user.pk, salt=SALT)])


@login_not_required
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Signs in with the address that the demo printed."""
    try:
        user_id = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    login(request, person_of_demo(user_id))
    return redirect("today")


@require_POST
def look_as(request: HttpRequest, user_id: int) -> HttpResponse:
    """Goes on as somebody else of the invented firm, in the language that was chosen."""
    person, language = person_of_demo(user_id), reader_of(request).language
    login(request, person)
    choose_language(person, language, actor=person)
    return redirect("today")


urlpatterns = [
    path("enter/<str:token>/", enter, name="demo_enter"),
    path("as/<int:user_id>/", look_as, name="demo_as"),
    path("clear/", clear, name="demo_clear"),
]
