"""Trade with one account, and the lines behind its numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kith.ledger.insights import readers as insights
from kith.ledger.insights.trade_readers import account_trade
from kith.ledger.people import readers as people
from kith.ledger.rights.readers import firm, today_at
from kith.ledger.trade.line_readers import (
    ON_LINES,
    LinePage,
    account_lines,
    granted_once,
    twelve_months,
)
from kith.ledger.trade.scope import sees_prices
from kith.surfaces.web.accounts import cursors
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.how.texts import PAGE_OF
from kith.surfaces.web.trade.page import to_do, trade_context
from kith.surfaces.web.trade.words import STEPS


@require_safe
def trade(request: HttpRequest, account_id: int) -> HttpResponse:
    """What it earns and costs, from list price to margin, for whoever may see its prices; anybody
    else is told who may."""
    user = reader_of(request)
    context: dict[str, object] = {
        "account": people.account(user, account_id),
        "as_of": insights.as_of(),
        "currency": _currency(),
        "how": PAGE_OF,
    }
    if not sees_prices(user, account_id):
        return render(request, "trade/closed.html", context)
    told = trade_context(user, account_trade(user, account_id), currency=_currency())
    return render(request, "trade/page.html", context | told | to_do(user, account_id))


@require_safe
def lines(request: HttpRequest, account_id: int) -> HttpResponse:
    """The invoice lines of the last twelve months: all of them, those that lose something at one
    `step`, those of one `product`. Rows alone for htmx, which asks for the next page."""
    user = reader_of(request)
    step = request.GET.get("step", "")
    product = request.GET.get("product", "")
    asked = twelve_months(
        insights.as_of() or today_at(firm(), timezone.now()),
        step=step if step in ON_LINES else "",
        product_id=int(product) if product.isascii() and product.isdigit() else None,
    )
    after = cursors.read_moment(request.GET.get("after", ""))
    page = account_lines(user, account_id, asked, currency=_currency(), after=after)
    context = {
        "account": page.account,
        "page": page,
        "span": asked,
        "currency": _currency(),
        "step": gettext(STEPS[asked.step]) if asked.step else "",
        "next": _next(page, asked.step, asked.product_id),
        "once": granted_once(account_id, asked) if asked.step and after is None else [],
    }
    fragment = request.headers.get("HX-Request") and after
    return render(request, "trade/_lines.html" if fragment else "trade/lines.html", context)


def _next(page: LinePage, step: str, product_id: int | None) -> str:
    """Where the next page is; '' after the last one."""
    following = cursors.written(page.after)
    if not following:
        return ""
    narrowed = f"&step={step}" if step else f"&product={product_id}" if product_id else ""
    return f"?after={following}{narrowed}"


def _currency() -> str:
    """The firm's own, in which all sums are told."""
    own = firm()
    return own.currency if own else ""
