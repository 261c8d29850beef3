"""The starch works: nobody is closer to Jana than its head of technology, and nobody dearer.

Three price rises were waived for him, his discount crept up, nothing came back for seven gifts, and
they buy fewer kinds of things each year. Before that they were a customer like others.
"""

from kith.demo.deal import Deal, Extra, Gift, LetOff
from kith.demo.firm import JANA
from kith.demo.stories.story import Story
from kith.terms.trade_words import GiveawayKind

_ACCOUNT = "staerke-ohlenrade.example"
_OLD_FRIENDS = "Wir kennen uns seit zwölf Jahren."

_DEAL = Deal(
    revenue=240_000,
    discount=0.11,
    extras=(Extra(0.09, since=760, whole=60), Extra(0.04, 300, 60, "Gleitringdichtungen GD")),
    let_off=tuple(LetOff(rise, _OLD_FRIENDS) for rise in (1, 2, 3)),
    gifts=(
        Gift(880, GiveawayKind.SAMPLE, "Musterdichtung CS-7", 890, 480, "Zum Probieren.",
             "Bestellung von sechs Dichtungen"),
        Gift(610, GiveawayKind.WORK, "Ausrichten der Stärkemilchpumpe", 784, 430, _OLD_FRIENDS),
        Gift(470, GiveawayKind.GIFT, "Zwei Karten für das Pokalspiel", 320, 320, _OLD_FRIENDS),
        Gift(355, GiveawayKind.WORK, "Schwingungsmessung der Zentrifuge", 1_040, 520),
        Gift(262, GiveawayKind.WORK, "Umbau der Sperrwasseranlage", 1_960, 1_080, _OLD_FRIENDS),
        Gift(171, GiveawayKind.SAMPLE, "Zwei Patronendichtungen CS-7", 2_320, 1_250),
        Gift(88, GiveawayKind.WORK, "Wochenende auf Abruf in der Kampagne", 1_568, 860),
        Gift(31, GiveawayKind.GIFT, "Essen mit der Betriebsleitung", 280, 280, _OLD_FRIENDS),
    ),
    stops={"Ersatzteile": 400, "Edelstahlpumpen WNX": 500, "Kreiselpumpen WN": 500,
           "Hochdruckpumpen WHP": 500, "Wartung": 250, "Dichtungssätze": 150},
    grows=0.8,
    buys=("Gleitringdichtungen GD", "Dichtungssätze", "Ersatzteile", "Wartung", "Service"),
)  # fmt: skip

STORY = Story(
    name="friend_costs_money",
    account=_ACCOUNT,
    contact="",
    rep=JANA,
    finds="leaking",
    also=frozenset({"given_again", "waived_again"}),
    earliest=905,
    deals={_ACCOUNT: _DEAL},
)
