"""Lowmoor Foods buys few seal kits, and gets the mail, the gifts and the prices of a big one."""

from kith.demo.deal import Deal, Gift
from kith.demo.firm import GWEN
from kith.demo.stories.story import Story
from kith.terms.trade_words import GiveawayKind

_ACCOUNT = "lowmoor-foods.example"
_ROUND = (
    (GiveawayKind.GIFT, "Hamper for the maintenance team", 85, 85),
    (GiveawayKind.WORK, "Half a day on the brine pump", 392, 216),
    (GiveawayKind.SAMPLE, "Seal to try on line 2", 196, 106),
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
            discount=0.16,
            every=11,
            gifts=_gifts(),
            grows=0.6,
            buys=("Dichtungssätze",),
            only=True,
        )
    },
)
