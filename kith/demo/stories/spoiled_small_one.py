"""Lowmoor Foods buys a few parts at a time, and gets the mail and the gifts of a big customer."""

from kith.demo.deal import Deal, Gift
from kith.demo.firm import GWEN
from kith.demo.stories.story import Story
from kith.terms.trade_words import GiveawayKind

_ACCOUNT = "lowmoor-foods.example"
_ROUND = (
    (GiveawayKind.GIFT, "Cakes for the maintenance team", 40, 40),
    (GiveawayKind.WORK, "An hour on the brine pump", 98, 54),
    (GiveawayKind.SAMPLE, "Seal kit to try on line 2", 58, 30),
)


def _gifts() -> tuple[Gift, ...]:
    found = []
    for number, ago in enumerate(range(30, 1_060, 95)):
        kind, what, value, cost = _ROUND[number % len(_ROUND)]
        back = "A thank-you order" if number % 2 == 0 else ""
        found.append(Gift(ago, kind, what, value, cost, "They are always so kind.", back, 21))
    return tuple(found)


STORY = Story(
    name="spoiled_small_one",
    account=_ACCOUNT,
    contact="",
    rep=GWEN,
    finds="over_attended",
    earliest=1080,
    deals={
        _ACCOUNT: Deal(
            revenue=16_000,
            discount=0.06,
            every=11,
            gifts=_gifts(),
            grows=0.4,
            buys=("Ersatzteile",),
            only=True,
        )
    },
)
