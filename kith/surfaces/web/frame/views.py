"""Health: asked by machines, open to everybody, touches no row."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def alive(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The web worker answers."""
    return HttpResponse("ok", content_type="text/plain")
