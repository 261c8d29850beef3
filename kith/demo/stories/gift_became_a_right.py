"""Every pump that the dairy buys is put to work for nothing: it began as a favour, once.

Six times in a row nothing came back for it.
"""

from kith.demo.deal import Deal, Gift
from kith.demo.firm import TOBIAS
from kith.demo.stories.story import Story
from kith.terms.trade_words import GiveawayKind

_ACCOUNT = "talmilch-rieden.example"
_WHAT = "Inbetriebnahme der neuen Pumpe"


def _free(ago: int, why: str = "Wie beim letzten Mal.") -> Gift:
    return Gift(ago, GiveawayKind.WORK, _WHAT, 980, 490, why)


STORY = Story(
    name="gift_became_a_right",
    account=_ACCOUNT,
    contact="",
    rep=TOBIAS,
    finds="given_again",
    earliest=405,
    deals={
        _ACCOUNT: Deal(
            revenue=84_000,
            buys=("Kreiselpumpen WN",),
            gifts=(
                Gift(830, GiveawayKind.WORK, _WHAT, 980, 490, "Erste Pumpe von uns.",
                     "Bestellung der zweiten Pumpe"),
                _free(655, "Sie hatten es erwartet."), _free(520), _free(400), _free(270),
                _free(150), _free(26),
            ),
        )
    },
)  # fmt: skip
