"""One page that shows the parts of all others, so that they can be looked at together."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.surfaces.web.design.examples import figures

COLOURS = (
    "paper", "sheet", "sunk", "ink", "soft", "line", "line-strong", "theirs", "ours", "act",
    "alarm", "alarm-sheet", "demo", "focus",
)  # fmt: skip
SPACES = ("s1", "s2", "s3", "s4", "s5", "s6", "s7")


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Tokens, type, parts and figures. Shows nothing of the ledger."""
    context = {"colours": COLOURS, "spaces": SPACES, "figures": figures()}
    return render(request, "design/page.html", context)
