"""What customers are granted off their invoices by agreement: rebates, early payment, carriage."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.demo.chance import stream
from kith.demo.trade.buyers import Buyer, buyers
from kith.demo.trade.prices import month_before
from kith.demo.world import DAYS
from kith.terms.trade_words import ConditionKind

_REBATED, _STEP = 60_000, 60_000
"""From so many euros a year on there is a rebate, one per cent for each so many more."""
_MOST = 0.02


@dataclass(frozen=True, slots=True)
class Granted:
    """A `share` of what is invoiced, from `since` on."""

    buyer: Buyer
    kind: ConditionKind
    share: float
    since: date


def granted(clock: date) -> list[Granted]:
    """Of every customer, since before the demo's first day."""
    since = month_before(clock - timedelta(days=DAYS), 1)
    return [
        Granted(buyer, kind, share, since)
        for buyer in buyers()
        for kind, share in _of(buyer)
        if share
    ]


def _of(buyer: Buyer) -> list[tuple[ConditionKind, float]]:
    rng = stream("conditions", buyer.account.domain)
    steps = 1 + int((buyer.revenue - _REBATED) / _STEP) if buyer.revenue > _REBATED else 0
    return [
        (ConditionKind.REBATE, min(_MOST, steps / 100)),
        (ConditionKind.TERMS, 0.02 if rng.random() < 0.5 else 0.0),
        (ConditionKind.FREIGHT, 0.01 if rng.random() < 0.3 else 0.0),
    ]
