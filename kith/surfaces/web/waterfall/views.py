"""Where the firm's prices go."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.insights import readers as insights
from kith.ledger.insights.waterfall_readers import all_sums, sums_by, ways
from kith.ledger.rights.readers import firm
from kith.surfaces.web.accounts import cursors
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.how.texts import PAGE_OF
from kith.surfaces.web.trade.pictures import waterfall_of


@require_safe
def waterfall(request: HttpRequest) -> HttpResponse:
    """All that the reader may see, added up, and then one by one: `by` account, family, product or
    colleague. Rows alone for htmx, which asks for the next page."""
    user = reader_of(request)
    offered = ways(user)
    asked = request.GET.get("by", "")
    by = asked if asked in offered else offered[0]
    after = cursors.read_value(request.GET.get("after", ""))
    page = sums_by(user, by, after=after)
    own = firm()
    following = cursors.written(page.after)
    context: dict[str, object] = {
        "as_of": insights.as_of(),
        "currency": own.currency if own else "",
        "by": by,
        "ways": offered,
        "rows": page.rows,
        "next": f"?by={by}&after={following}" if following else "",
    }
    if request.headers.get("HX-Request") and after is not None:
        return render(request, "waterfall/_rows.html", context)
    sums = all_sums(user)
    context |= {
        "sums": sums,
        "figure": sums and waterfall_of(sums, own.currency if own else "", hrefs={}),
        "how": PAGE_OF,
    }
    return render(request, "waterfall/page.html", context)
