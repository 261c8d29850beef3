"""How far the reader is with saying who is who: for the page, and for Today, which offers it."""

from dataclasses import dataclass
from math import ceil

from kith.ledger.questions.who import told_by, waiting_own
from kith.ledger.rights.models import User

A_SITTING = 50  # accounts: three minutes, and those that matter most


@dataclass(frozen=True, slots=True)
class Progress:
    """`told` of `goal`: the fifty one sits down for, then the next fifty; `waiting` are left."""

    told: int
    goal: int
    waiting: int

    @property
    def is_open(self) -> bool:
        """Whether the first sitting is still to be done: Today offers it until then."""
        return self.waiting > 0 and self.told < A_SITTING


def progress(user: User, waiting: int | None = None) -> Progress:
    """How far the reader is. `waiting`: how many the page shows; else the reader's own."""
    left = waiting_own(user) if waiting is None else waiting
    told = told_by(user)
    whole = A_SITTING * max(ceil((told + 1) / A_SITTING), 1)
    return Progress(told, min(whole, told + left), left)
