"""Which findings stand in red: a customer who matters may be going, and it has just begun. Pure.

Our choice, not a measure. Red that is everywhere says nothing, so all three must hold: the kind is
one by which customers are lost, its urgency has not halved yet (each rule says how fast it fades),
and a good part of the reader's own year is at stake.
"""

import ibis

from kith.terms.finding import FindingKind

LOSING = frozenset(
    [
        FindingKind.UNANSWERED,
        FindingKind.GONE_QUIET,
        FindingKind.THEY_STOPPED,
        FindingKind.CONTACT_GONE,
    ]
)
FRESH = 0.5  # urgency, 0 to 1
MATTERS = 0.05  # share of the reader's year, 0 to 1: one in twenty


def is_pressing(kind: str, *, urgency: float, stake: float) -> bool:
    """Whether it is shown as pressing, wherever it is shown."""
    return kind in LOSING and urgency >= FRESH and stake >= MATTERS


def presses(found: ibis.Table) -> ibis.expr.types.BooleanValue:
    """`is_pressing` of every row of `found` (kind, urgency, stake)."""
    losing = found.kind.isin([kind.value for kind in LOSING])
    return losing & (found.urgency >= FRESH) & (found.stake >= MATTERS)
