"""What the page of the sitting shows: one card, what comes next, and what can be told at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kith.ledger.activities.readers import Seen, account_timeline
from kith.ledger.insights.guess_readers import Guess, guesses
from kith.ledger.insights.readers import gauges_of_account
from kith.ledger.people import readers as people
from kith.ledger.people.relation_readers import last_act
from kith.ledger.questions.who import (
    MACHINES,
    ONLY_MACHINES,
    WHO_IS_WHO,
    waiting_accounts,
    waiting_who,
)
from kith.ledger.rights.models import User
from kith.surfaces.relation_words import relation_name, thought_name, why_thought
from kith.surfaces.web.sitting.progress import progress
from kith.surfaces.web.sitting.told import CHOICES
from kith.terms.words import Relation

MOST = 300  # questions looked through: more than wait for one person at once
NEXT = 4  # names shown of those that come next
MAILS, PEOPLE = 3, 3
FEW = 3  # accounts of one ending that are worth telling at once


@dataclass(frozen=True, slots=True)
class Card:
    """An account to be told. `guess` None: nothing speaks for anything. `keys`: (key, value, word,
    whether it is the guess), `x` last: noise where nobody writes, else private."""

    account: people.AccountSeen
    guess: str
    why: str
    keys: tuple[tuple[str, str, str, bool], ...]
    n_in: int
    n_out: int
    last_day: date | None
    people: tuple[str, ...]
    mails: tuple[Seen, ...]
    before: int | None
    after: int | None


def to_tell(user: User) -> list[int]:
    """Accounts that wait for the reader's word, in the order of the cards."""
    return waiting_accounts(user, WHO_IS_WHO, most=MOST)


def sitting(user: User, at: int | None) -> dict[str, object]:
    """The whole of the page. `at`: the account to show; the first that waits where it does not."""
    waiting = to_tell(user)
    place = waiting.index(at) if at in waiting else 0
    coming = waiting[place + 1 : place + 1 + NEXT]
    return {
        "card": _card(user, waiting, place) if waiting else None,
        "coming": list(_named(user, coming)),
        "progress": progress(user, len(waiting)),
        "last": _last(user),
        "machines": waiting_who(user, ONLY_MACHINES).count(),
        "endings": endings(user, waiting),
        "choices": [(value, relation_name(value)) for value in Relation],
    }


def endings(user: User, waiting: Sequence[int]) -> list[tuple[str, int]]:
    """Endings of mail domains that several of the waiting accounts share, the most frequent first.

    The ending of client.co.uk is co.uk: a short label before a country's is part of it.
    """
    domains = people.first_domains(user, set(waiting))
    counts = Counter(map(ending, domains.values()))
    return [(name, count) for name, count in counts.most_common(12) if count >= FEW]


def ending(domain: str) -> str:
    """`edu` of dept.college.edu, `ac.uk` of college.ac.uk."""
    labels = domain.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-2:] if short else labels[-1:])


def _card(user: User, waiting: Sequence[int], place: int) -> Card:
    account_id = waiting[place]
    guess = guesses([account_id]).get(account_id)
    gauges = gauges_of_account(user, account_id, contacts=PEOPLE)
    whole = next((gauge for gauge in gauges if gauge.name == "account_tie"), None)
    parts = whole.parts if whole else {}
    contacts = [gauge.contact_id for gauge in gauges if gauge.name == "contact_tie"]
    names = people.contact_names(user, set(contacts))
    return Card(
        account=people.account(user, account_id),
        guess=thought_name(guess.relation) if guess and guess.relation else "",
        why=why_thought(guess.reason, guess.mails) if guess else "",
        keys=_keys(guess),
        n_in=int(parts.get("n_in") or 0),
        n_out=int(parts.get("n_out") or 0),
        last_day=_later(parts.get("last_in_day"), parts.get("last_out_day")),
        people=tuple(names[pk] for pk in contacts if pk in names),
        mails=account_timeline(user, account_id, limit=MAILS).rows,
        before=waiting[place - 1] if place else None,
        after=waiting[place + 1] if place + 1 < len(waiting) else None,
    )


def _later(*days: str | None) -> date | None:
    """The later of two days as gauges keep them; None where there is neither."""
    last = max(filter(None, days), default=None)
    return date.fromisoformat(last) if last else None


def _keys(guess: Guess | None) -> tuple[tuple[str, str, str, bool], ...]:
    thought = guess.relation if guess else None
    noise = guess is not None and (thought == Relation.NOISE or guess.reason in MACHINES)
    aside = Relation.NOISE if noise else Relation.PRIVATE
    return tuple(
        (key, str(relation), relation_name(relation), relation == thought)
        for key, relation in (*CHOICES, ("x", aside))
    )


def _named(user: User, account_ids: Sequence[int]) -> list[tuple[int, str]]:
    names = people.account_names(user, set(account_ids))
    return [(pk, names[pk]) for pk in account_ids if pk in names]


def _last(user: User) -> dict[str, object] | None:
    """What the reader said last: the word, and of whom or of how many."""
    words = last_act(user)
    first = words.first()
    if first is None:
        return None
    name = people.account_names(user, {first.account_id}).get(first.account_id, "")
    return {"word": relation_name(first.relation), "count": words.count(), "name": name}
