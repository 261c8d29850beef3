"""How one customer trades where it is not as the ordinary ones do: stories say it, trade obeys.

All days are counted back from the demo's last day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kith.terms.trade_words import GiveawayKind, WaiverKind


@dataclass(frozen=True, slots=True)
class Extra:
    """A discount beyond the usual one: grows from nothing at `since` to `share` at `whole`, and
    stays. `family`: of this family alone."""

    share: float
    since: int
    whole: int
    family: str = ""

    def on(self, ago: int) -> float:
        """So many days ago."""
        if ago > self.since:
            return 0.0
        if ago <= self.whole:
            return self.share
        return self.share * (self.since - ago) / (self.since - self.whole)


@dataclass(frozen=True, slots=True)
class LetOff:
    """Let off the `rise`th price rise (1 to 3): wholly, in part (`paid` of it), or for so many
    days; `why` in the words of who granted it, so many days `ago` (None: some weeks before it
    held; the old price was charged from then on all the same)."""

    rise: int
    why: str
    kind: WaiverKind = WaiverKind.WAIVED
    paid: float = 0.0
    days: int = 0
    ago: int | None = None


@dataclass(frozen=True, slots=True)
class Gift:
    """Something given so many days `ago`, worth so many whole units of the customer's money by the
    list and at cost. `back`: what came for it, `after` so many days; '': nothing."""

    ago: int
    kind: GiveawayKind
    what: str
    value: int
    cost: int
    why: str = ""
    back: str = ""
    after: int = 30
    complaint: bool = False


@dataclass(frozen=True, slots=True)
class Deal:
    """- `revenue`: euros a year by the list. `discount`: the usual one, a share. `every`: mean days
      between orders.
    - `extras`, `let_off`, `gifts`: beside it. Where gifts are told, there are no others.
    - `stops`: families, and since when they buy none of them; their other orders stay as they are.
    - `grows`: factor of the quantities of the last day over those of the first.
    - `buys`: families that they buy for certain; `only`: and no others.
    """

    revenue: float | None = None
    discount: float | None = None
    every: int | None = None
    extras: tuple[Extra, ...] = ()
    let_off: tuple[LetOff, ...] = ()
    gifts: tuple[Gift, ...] = ()
    stops: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    grows: float = 1.0
    buys: tuple[str, ...] = ()
    only: bool = False


ORDINARY = Deal()
