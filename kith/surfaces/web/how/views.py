"""How Kith knows, and how often it was right here."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from kith.ledger.insights.backtest_readers import KINDS, SILENCE, called_wrong_by, inputs, kept
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.how.texts import TEXTS
from kith.surfaces.web.how.told.text import Text
from kith.surfaces.web.how.words import of_kinds, of_silence, of_wrong

TABLES: Mapping[str, str] = {
    "touches": gettext_noop("mails, calls and meetings, one for each pair of people in them"),
    "contacts": gettext_noop("people outside"),
    "accounts": gettext_noop("their organisations"),
    "notices": gettext_noop(
        "mails of machines that say somebody is away, has left, or cannot be reached"
    ),
    "lines": gettext_noop("lines of invoices and credit notes"),
    "list_prices": gettext_noop("prices in lists"),
    "conditions": gettext_noop("rebates, terms and the like that were agreed"),
    "giveaways": gettext_noop("things given away"),
    "rates": gettext_noop("rates of exchange"),
    "rises": gettext_noop("announced price rises"),
    "waivers": gettext_noop("customers let off a rise"),
}


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Each signal's question, and how often what rests on it was right."""
    shown = [{"signal": name, "text": text, "right": right(name)} for name, text in TEXTS.items()]
    return render(request, "how/page.html", {"signals": shown})


@require_safe
def one(request: HttpRequest, signal: str) -> HttpResponse:
    """One signal: question, formula, source, inputs, how often it was right."""
    text = TEXTS.get(signal)
    if text is None:
        raise Http404
    found = inputs()
    context = {
        "signal": signal, "text": text, "right": right(signal), "as_of": found and found.as_of,
        "inputs": _counted(text, found.rows if found else {}),
        "wrong": of_wrong(called_wrong_by(reader_of(request), text.kinds)),
    }  # fmt: skip
    return render(request, "how/one.html", context)


def right(signal: str) -> list[str]:
    """What a look back says of it, a sentence a line; [] where nothing can be judged."""
    kinds: Mapping[str, Any] | None = kept(KINDS)
    said = list(of_kinds(kinds, TEXTS[signal].kinds))
    return [*said, *of_silence(kept(SILENCE))] if signal == SILENCE else said


def _counted(text: Text, rows: Mapping[str, int]) -> list[tuple[int, str]]:
    return [(rows[name], _(TABLES[name])) for name in text.reads if name in rows]
