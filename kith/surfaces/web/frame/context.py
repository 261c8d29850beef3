"""What every page needs around its own content."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kith.ledger.questions.readers import waiting_count
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import firm as the_firm
from kith.ledger.rights.readers import people_of_demo, today_at

SECTIONS = {
    "today": "today",
    "review": "review",
    "accounts": "accounts",
    "account": "accounts",
    "account_timeline": "accounts",
    "account_trade": "accounts",
    "account_lines": "accounts",
    "waterfall": "trade",
    "standing": "trade",
    "contact": "accounts",
    "contact_timeline": "accounts",
    "rises": "trade",
    "rise": "trade",
    "rise_new": "trade",
    "giveaways": "giveaways",
    "giveaway": "giveaways",
    "giveaway_new": "giveaways",
    "questions": "questions",
    "question_answer": "questions",
    "question_undo": "questions",
    "given_answer": "questions",
    "given_undo": "questions",
    "who_is_who": "questions",
    "who_is_who_say": "questions",
    "who_is_who_many": "questions",
    "who_is_who_undo": "questions",
    "imports": "imports",
    "import": "imports",
    "import_new": "imports",
    "import_start": "imports",
    "import_undo": "imports",
    "import_refused": "imports",
    "known": "imports",
    "mailboxes": "imports",
    "blocks": "imports",
    "why": "imports",
    "search": "search",
    "mailbox": "imports",
    "settings": "settings",
    "person": "settings",
    "domain_add": "settings",
    "domain_remove": "settings",
}


def frame(request: HttpRequest) -> dict[str, object]:
    """The firm, its day and zone, the part of the site, and in a demo whose eyes one may borrow."""
    firm = the_firm()
    asking = getattr(request, "user", None)  # absent where a middleware before it answered
    user = asking if isinstance(asking, User) else None
    match = request.resolver_match
    return {
        "firm": firm,
        "reader": user,
        "day": today_at(firm, timezone.now()),
        "zone": (user.zone if user else "") or (firm.zone if firm else "UTC"),
        "section": SECTIONS.get(match.url_name or "", "") if match else "",
        "questions_waiting": SimpleLazyObject(lambda: waiting_count(user) if user else 0),
        "demo_people": SimpleLazyObject(people_of_demo),
    }
