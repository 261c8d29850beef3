"""The sitting: one card at a time, answered by one key; many at once; and the last word back."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.ledger.people.models import AccountRelation
from kith.ledger.people.readers import account, first_domains
from kith.ledger.people.relation_readers import ASIDE, hidden_among, last_act, words_of
from kith.ledger.questions.who import ONLY_MACHINES, waiting_accounts
from kith.ledger.questions.who_writers import answer_who, take_back_who
from kith.ledger.rights.models import User
from kith.pipeline.nudge import nudge
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.sitting.context import ending, sitting, to_tell
from kith.terms.errors import BadInput


@require_safe
def who_is_who(request: HttpRequest) -> HttpResponse:
    """The account that matters most of those nobody has said anything about; or the one at `at`."""
    return _shown(request, _number(request.GET.get("at")))


@require_POST
def say(request: HttpRequest, account_id: int) -> HttpResponse:
    """`relation`: what the account is. The next card follows."""
    user = reader_of(request)
    account(user, account_id)
    _answer(user, [account_id], request.POST.get("relation", ""), AccountRelation.SITTING)
    return _shown(request, _number(request.POST.get("next")))


@require_POST
def many(request: HttpRequest) -> HttpResponse:
    """Of all that only machines write from, or whose domain has an `ending`: what they are."""
    user = reader_of(request)
    wanted = request.POST.get("ending", "")
    if wanted:
        domains = first_domains(user, set(to_tell(user)))
        ids = [pk for pk, domain in domains.items() if ending(domain) == wanted]
    else:
        ids = waiting_accounts(user, ONLY_MACHINES)
    _answer(user, ids, request.POST.get("relation", ""), AccountRelation.SITTING)
    return _shown(request, None)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Takes the reader's last word back, of however many accounts it was."""
    user = reader_of(request)
    words = list(last_act(user))
    _take_back(user, words)
    return _shown(request, words[0].account_id if words else None)


@require_POST
def typed(request: HttpRequest, account_id: int) -> HttpResponse:
    """From the account's own page: what it is, or with no `relation` that nobody knows."""
    user = reader_of(request)
    account(user, account_id)
    if relation := request.POST.get("relation", ""):
        _answer(user, [account_id], relation, AccountRelation.TYPED)
    else:
        _take_back(user, words_of(account_id))
    # Who called it private without holding a mail of it sees it no more.
    gone = hidden_among(user, [account_id])
    return redirect("accounts") if gone else redirect("account", account_id)


def _answer(user: User, account_ids: Sequence[int], relation: str, why: str) -> None:
    """Says it; what is hidden or shown by it follows at once. Junk in a form says nothing."""
    try:
        answer_who(account_ids, relation, why=why, actor=user)
    except BadInput:
        return
    if relation in ASIDE:
        nudge()


def _take_back(user: User, words: Sequence[AccountRelation]) -> None:
    take_back_who(words, actor=user)
    if any(row.relation in ASIDE for row in words):
        nudge()


def _shown(request: HttpRequest, at: int | None) -> HttpResponse:
    """The card alone for htmx; without it the page, which a POST leads to."""
    if request.headers.get("HX-Request"):
        return render(request, "sitting/_sitting.html", sitting(reader_of(request), at))
    if request.method == "POST":
        query = f"?{urlencode({'at': at})}" if at else ""
        return redirect(reverse("who_is_who") + query)
    return render(request, "sitting/page.html", sitting(reader_of(request), at))


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
