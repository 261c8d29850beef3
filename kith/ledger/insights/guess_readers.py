"""What accounts are guessed to be, from the newest finished run."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.ledger.insights.models import LIVE
from kith.ledger.insights.readers import current_gauges
from kith.terms.words import Relation

RELATION = "relation"  # the gauge's name


@dataclass(frozen=True, slots=True)
class Guess:
    """What an account is guessed to be. `relation` None: nothing speaks for one more than for
    another. `reason`: the code of what spoke for it, and by `mails` so many. `sure`: 0 to 1."""

    relation: Relation | None
    reason: str
    sure: float
    mails: int


def guesses(account_ids: Collection[int]) -> dict[int, Guess]:
    """The guess about each of the accounts, by account; those without one are left out."""
    rows = current_gauges(LIVE).filter(name=RELATION, account_id__in=account_ids)
    return {
        pk: Guess(
            relation=_relation(parts.get("guess")),
            reason=str(parts.get("reason") or ""),
            sure=float(value or 0.0),
            mails=int(parts.get("n_reason") or 0),
        )
        for pk, value, parts in rows.values_list("account_id", "value", "parts")
    }


def _relation(word: object) -> Relation | None:
    return Relation(word) if isinstance(word, str) and word in set(Relation) else None
