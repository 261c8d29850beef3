"""What an account is to us, as a page shows it: said by somebody, else guessed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from kith.ledger.insights.guess_readers import Guess, guesses
from kith.ledger.people.relation_readers import Said, said_of
from kith.surfaces.relation_words import relation_name, thought_name, why_thought
from kith.terms.words import Relation

CHOICES = (
    ("c", Relation.CUSTOMER),
    ("p", Relation.PROSPECT),
    ("r", Relation.PARTNER),
    ("s", Relation.SUPPLIER),
)


@dataclass(frozen=True, slots=True)
class Told:
    """`word`: customer, or "we think a customer" where nobody said so yet; `why`: what speaks for
    a guess. `by` and `at`: who said it and when."""

    relation: Relation
    word: str
    is_said: bool
    why: str = ""
    by: str = ""
    at: datetime | None = None


def told_of(account_ids: Collection[int]) -> dict[int, Told]:
    """By account; one about which nothing is said and nothing guessed is left out. Two queries."""
    said, guessed = said_of(account_ids), guesses(account_ids)
    found = {pk: told for pk, guess in guessed.items() if (told := _thought(guess))}
    return found | {pk: _said(one) for pk, one in said.items()}


def _said(said: Said) -> Told:
    return Told(said.relation, relation_name(said.relation), is_said=True, by=said.by, at=said.day)


def _thought(guess: Guess) -> Told | None:
    if guess.relation is None:
        return None
    word, why = thought_name(guess.relation), why_thought(guess.reason, guess.mails)
    return Told(guess.relation, word, is_said=False, why=why)


def choices() -> list[tuple[str, Relation, str]]:
    """Everything an account can be: its key, its value, its word."""
    aside = (("", Relation.PRIVATE), ("", Relation.NOISE))
    return [(key, relation, relation_name(relation)) for key, relation in (*CHOICES, *aside)]
