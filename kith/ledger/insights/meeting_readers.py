"""Whom a price rise would meet: what they bought of it, how close they are, who was let off last.

Of one list, family or account from the lines of a year; of everything from the gauges `waterfall`,
since nobody waits for ten million lines.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import current_gauges
from kith.ledger.insights.rise_readers import holders_of, ties_of
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Waiver
from kith.ledger.trade.rise_readers import Scope, bought, last_waivers, priced_among

SHOWN = 60  # the closest: with whom it wants a talk first
Sums = Mapping[str, int]  # by currency, ten-thousandths


@dataclass(frozen=True, slots=True)
class Met:
    """An account that a rise meets: what it bought of it in a year; when it was let off last."""

    account_id: int
    account: str
    holder: str
    sums: Sums
    tie: Gauge | None
    last: Waiver | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """All whom a rise meets, in one; `rows`: the closest of them, closest first. `let_off`: how
    many of these were let off a rise before."""

    accounts: int
    sums: Sums
    let_off: int
    rows: tuple[Met, ...]


def meeting(
    user: User, scope: Scope, day: date, *, currency: str, but: int | None = None
) -> Meeting:
    """Whom it meets, as of a day. `currency`: the firm's. `but`: a rise whose waivers are not the
    last time, being this one."""
    everything = scope == Scope()
    sums = _of_everything(user, currency) if everything else bought(user, scope, day)
    names, ties = priced_among(user, sums), ties_of(sums)
    near = sorted(names, key=lambda pk: (-_value(ties.get(pk)), names[pk], pk))[:SHOWN]
    lasts = last_waivers(user, near, but=but)
    holders = holders_of(user, near)
    total: Counter[str] = Counter()
    for one in sums.values():
        total.update(one)
    return Meeting(
        accounts=len(names),
        sums=dict(total),
        let_off=len(lasts),
        rows=tuple(
            Met(pk, names[pk], holders.get(pk, ""), sums[pk], ties.get(pk), lasts.get(pk))
            for pk in near
        ),
    )


def _of_everything(user: User, currency: str) -> dict[int, Sums]:
    rows = current_gauges().filter(name="waterfall", contact_id=0)
    found = {
        pk: {currency: int(parts.get("invoice") or 0)}
        for pk, parts in rows.values_list("account_id", "parts")
        if (parts.get("invoice") or 0) > 0
    }
    return {pk: found[pk] for pk in priced_among(user, found)}


def _value(tie: Gauge | None) -> float:
    return tie.value if tie and tie.value is not None else -1.0
