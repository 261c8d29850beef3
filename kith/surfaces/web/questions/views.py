"""The queue, its two answers, and taking the last one back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.ledger.questions import readers, writers
from kith.ledger.questions.given import last_given
from kith.ledger.questions.given_readers import given_cards, given_queue
from kith.ledger.questions.models import Question
from kith.ledger.questions.who import WHO_IS_WHO, waiting_who
from kith.ledger.rights.models import User
from kith.pipeline.nudge import nudge
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.questions.given import as_cards
from kith.terms.errors import Refused

A_SITTING = 20  # questions on the page at once: more are asked when these are answered
CONFLICT = 409


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """What waits for the reader, and what they answered last, to be taken back."""
    return _queue(request)


@require_POST
def answer(request: HttpRequest, question_id: int, said: str) -> HttpResponse:
    """Yes or no; what a yes means is done at once."""
    user = reader_of(request)
    row = readers.question(user, question_id)
    try:
        row = writers.answer(row, said, actor=user)
    except Refused as refusal:
        return _refused(request, row, refusal)
    nudge()
    return _swapped(request, row, "questions/_answered.html")


@require_http_methods(["POST", "DELETE"])
def undo(request: HttpRequest, question_id: int) -> HttpResponse:
    """Takes an answer back: the question waits again."""
    user = reader_of(request)
    row = readers.question(user, question_id)
    try:
        row = writers.take_back(row, actor=user)
    except Refused as refusal:
        return _refused(request, row, refusal)
    nudge()
    return _swapped(request, row, "questions/_card.html")


def _queue(request: HttpRequest, *, refusal: Refused | None = None) -> HttpResponse:
    user = reader_of(request)
    given = as_cards(given_queue(user, limit=A_SITTING))
    cards = readers.queue(user, limit=max(A_SITTING - len(given), 0))
    context = {
        "given": given,
        "cards": cards,
        "listed": len(given) + len(cards),
        "waiting": readers.waiting_count(user),
        **_last(user),
        "refusal": refusal,
        "who_waiting": waiting_who(user, WHO_IS_WHO).count(),
    }
    return render(request, "questions/page.html", context, status=CONFLICT if refusal else 200)


def _last(user: User) -> dict[str, object]:
    """What the reader answered last, of whatever kind."""
    last, gift = readers.last_answered(user), last_given(user)
    if gift and last and str(last.answered_at) > str(gift.answered_at):
        gift = None
    if gift:
        return {"last_given": next(iter(as_cards(given_cards(user, [gift]))), None)}
    return {"last": next(iter(readers.sides(user, [last])), None) if last else None}


def _swapped(request: HttpRequest, row: Question, template: str) -> HttpResponse:
    """The one line for htmx, with how many are left; else the page again."""
    if not request.headers.get("HX-Request"):
        return redirect("questions")
    user = reader_of(request)
    card = next(iter(readers.sides(user, [row])), None)
    context = {"card": card, "fresh": True, "waiting": readers.waiting_count(user)}
    return render(request, template, context)


def _refused(request: HttpRequest, row: Question, refusal: Refused) -> HttpResponse:
    """Why it cannot be done, where the question stood."""
    if not request.headers.get("HX-Request"):
        return _queue(request, refusal=refusal)
    context = {"question": row, "refusal": refusal, "waiting": 0}
    return render(request, "questions/_refused.html", context)
