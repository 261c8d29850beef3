"""The brewery is close to us, pays more than others of its size, takes every rise, and buys more
each year: nothing."""

from kith.demo.deal import Deal, Gift
from kith.demo.firm import JANA
from kith.demo.stories.story import Story, person
from kith.terms.trade_words import GiveawayKind

_ACCOUNT = "brewery-lindner.example"
_CONTACT = person(_ACCOUNT, "Korte")

STORY = Story(
    name="fair_partner",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds=None,
    deals={
        _ACCOUNT: Deal(
            revenue=150_000,
            discount=0.03,
            grows=1.35,
            buys=("Dichtungssätze", "Wartung", "Service"),
            gifts=(
                Gift(700, GiveawayKind.SAMPLE, "Musterdichtung zum Probelauf", 149, 80,
                     "Neuer Werkstoff.", "Bestellung von zwölf Dichtungen"),
                Gift(240, GiveawayKind.WORK, "Schulung der Spätschicht", 392, 216,
                     "Nach dem Auftrag für das Sudhaus.", "Wartungsvertrag verlängert"),
            ),
        )
    },
)  # fmt: skip
