"""What counts as a touch, and how much: shared by every signal that reads `touches`."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

import ibis

from kith.signals.output import days_between
from kith.terms.words import Direction, Kind, Part

KIND_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {Kind.EMAIL: 1.0, Kind.CALL: 3.0, Kind.MEETING: 5.0, Kind.VISIT: 5.0}
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers behind a touch's weight: our choices, to be edited.

    - `half_life`: days after which a touch counts half.
    - `kinds`: weight of one touch by kind; a kind without a weight is no touch.
    """

    half_life: float = 30.0
    kinds: Mapping[str, float] = field(default_factory=lambda: KIND_WEIGHTS)


def counted(touches: ibis.Table, *, as_of: date, weights: Weights) -> ibis.Table:
    """The touches that count on `as_of`: known by then, neither mass nor automatic.

    An incoming mail is a touch of the person who wrote it alone: who else stood in To or Cc has
    said nothing. Adds `is_in` (they to us) and `weight`, before decay: the kind's weight, a mail
    to m addresses divided by sqrt(m), as one message to a group is less to each. Beside it its
    parts: `addresses` (null: no mail), `is_call`, `is_meeting` (or visit).
    """
    is_mail = touches.kind == Kind.EMAIL.value
    is_in = touches.direction == Direction.IN.value
    kind_weight = ibis.cases(
        *[(touches.kind == str(kind), weight) for kind, weight in weights.kinds.items()], else_=0.0
    )
    addresses = ibis.greatest(touches.recipients, 1)
    return touches.filter(
        touches.day <= as_of,
        touches.known_day <= as_of,
        ~touches.is_mass,
        ~touches.is_automatic,
        touches.kind.isin([str(kind) for kind in weights.kinds]),
        touches.direction.isin([Direction.IN.value, Direction.OUT.value]),
        ~(is_mail & is_in) | (touches.part == Part.FROM.value),
    ).mutate(
        is_in=is_in,
        weight=is_mail.ifelse(kind_weight / addresses.cast("float64").sqrt(), kind_weight),
        addresses=is_mail.ifelse(addresses, None),
        is_call=touches.kind == Kind.CALL.value,
        is_meeting=touches.kind.isin([Kind.MEETING.value, Kind.VISIT.value]),
    )


def decay(day: ibis.expr.types.DateValue, *, as_of: date, weights: Weights) -> ibis.Value:
    """2 ** (-age / half-life), age in whole days: 1 on the day itself, 0.5 one half-life later."""
    age = days_between(day, ibis.literal(as_of)).cast("float64")
    return (age * (-math.log(2.0) / weights.half_life)).exp()


def decay_over(passed: ibis.Value, points: int, *, step: int, weights: Weights) -> ibis.Value:
    """What turns a touch's decayed weight of today into its mean over the `points` points before,
    `step` days apart; `passed` of them came after the touch, at the others it was not there yet.

    One step back a touch weighed q = 2 ** (step / half-life) times as much: the sum of q, q ** 2,
    ... over the points that it saw, divided by all.
    """
    q = 2.0 ** (step / weights.half_life)
    sums = [sum(q**k for k in range(1, seen + 1)) / points for seen in range(points + 1)]
    return ibis.cases(*[(passed == seen, mean) for seen, mean in enumerate(sums)], else_=0.0)
