"""Answers to the questions whether something was given away."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from kith.ledger.questions.given import FREE_LINE, given_question
from kith.ledger.questions.given_readers import GivenAsked, given_cards
from kith.ledger.questions.given_writers import confirm, decline, take_back_given
from kith.ledger.questions.models import Question
from kith.ledger.questions.readers import waiting_count
from kith.ledger.rights.models import User
from kith.pipeline.nudge import nudge
from kith.surfaces.amounts import read_amount, typed_amount
from kith.surfaces.giveaway_words import given_name, given_names
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.templatetags.quantities import quantity
from kith.terms.errors import KithError
from kith.terms.trade_words import GiveawayKind

CONFLICT = 409


@require_POST
def given_answer(request: HttpRequest, question_id: int, said: str) -> HttpResponse:
    """It was given away, as the form says where there is one; or it was not."""
    user = reader_of(request)
    row = given_question(user, question_id)
    try:
        if said == Question.YES:
            card = next(iter(given_cards(user, [row])), None)
            row = confirm(row, **_said(request.POST, card), actor=user)
        else:
            row = decline(row, actor=user)
    except KithError as error:
        return _refused(request, user, row, error)
    nudge()
    return _swapped(request, user, row, "questions/_given_answered.html")


@require_POST
def given_undo(request: HttpRequest, question_id: int) -> HttpResponse:
    """Takes an answer back: the question waits again, what a yes wrote down counts no more."""
    user = reader_of(request)
    row = given_question(user, question_id)
    try:
        row = take_back_given(row, actor=user)
    except KithError as error:
        return _refused(request, user, row, error)
    nudge()
    return _swapped(request, user, row, "questions/_given.html")


def as_cards(found: Sequence[GivenAsked]) -> list[dict[str, Any]]:
    """What a card shows besides the question: names of kinds, and what its form begins with."""
    return [
        {
            "asked": one,
            "name": given_name(one.kind) if one.kind else "",
            "what": _what(one, one.kind or GiveawayKind.SAMPLE),
            "worth": typed_amount(one.line.list_amount) if one.line else "",
            "chosen": one.kind or GiveawayKind.SAMPLE,
            "kinds": given_names(),
        }
        for one in found
    ]


def _said(told: QueryDict, card: GivenAsked | None) -> dict[str, Any]:
    """What the form says; of one key alone, what the question says. Raises BadInput for a value
    that cannot be read."""
    kind = told.get("kind") or (card.kind if card else "") or GiveawayKind.SAMPLE
    what = told.get("what", "").replace("\0", "") or (_what(card, kind) if card else "")
    said: dict[str, Any] = {"kind": kind, "what": what}
    if "value_list" in told:
        said["value_list"] = read_amount(str(told["value_list"]))
        said["after_complaint"] = "after_complaint" in told
    return said


def _what(card: GivenAsked, kind: str) -> str:
    """A few words for what was given: never the mail's own."""
    if card.question.kind == FREE_LINE and card.line:
        thing = card.line.product.name if card.line.product else card.line.text
        return gettext("{quantity} × {thing}").format(
            quantity=quantity(card.line.quantity), thing=thing or given_name(kind)
        )
    return gettext("{what}, told by mail").format(what=given_name(kind))


def _swapped(request: HttpRequest, user: User, row: Question, template: str) -> HttpResponse:
    """The one line for htmx, with how many are left; else the page again."""
    if not request.headers.get("HX-Request"):
        return redirect("questions")
    card = next(iter(as_cards(given_cards(user, [row]))), None)
    return render(request, template, {"card": card, "fresh": True, "waiting": waiting_count(user)})


def _refused(request: HttpRequest, user: User, row: Question, error: KithError) -> HttpResponse:
    """Why it cannot be done: on the card, whose form is as it was filled."""
    card = next(iter(as_cards(given_cards(user, [row]))), None)
    if card:
        card |= {
            "what": request.POST.get("what", card["what"]),
            "worth": request.POST.get("value_list", card["worth"]),
            "chosen": request.POST.get("kind", card["chosen"]),
        }
    whole = not request.headers.get("HX-Request")
    name = "questions/given_refused.html" if whole else "questions/_given.html"
    context = {"card": card, "error": error, "fresh": not whole, "waiting": waiting_count(user)}
    return render(request, name, context, status=CONFLICT if whole else 200)
