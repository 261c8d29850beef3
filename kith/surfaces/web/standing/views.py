"""Asset or obstacle: a quadrant to look at, and the rows behind each point."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.insights import readers as insights
from kith.ledger.insights.quadrant_readers import holders, standings, teams
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.how.texts import PAGE_OF
from kith.surfaces.web.standing.context import quadrant_of, rows_of

SHOWN = 25  # rows below the picture: those with points are more, and on a page of their own


@require_safe
def standing(request: HttpRequest) -> HttpResponse:
    """The accounts whose prices the reader may see; a manager may choose whose: `who`, `team`.
    `rows`: all rows, without the picture."""
    user = reader_of(request)
    people, groups = holders(user), teams(user)
    who = _one_of(request.GET.get("who", ""), {person.pk for person in people})
    team = _one_of(request.GET.get("team", ""), {group.pk for group in groups})
    found = standings(user, held_by=who, team=team)
    whole = "rows" in request.GET
    rows = rows_of(found.rows)
    context = {
        "as_of": insights.as_of(),
        "figure": None if whole else quadrant_of(found.rows),
        "rows": rows if whole else rows[:SHOWN],
        "others": 0 if whole else max(len(rows) - SHOWN, 0),
        "all_rows": f"?who={who or ''}&team={team or ''}&rows=",
        "cut": found.cut,
        "people": people,
        "teams": groups,
        "who": who,
        "team": team,
        "how": PAGE_OF,
    }
    return render(request, "standing/page.html", context)


def _one_of(text: str, ids: set[int]) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() else None
    return number if number in ids else None
