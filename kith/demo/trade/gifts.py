"""What is given away: small things now and then for which something comes back, but in stories."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from kith.demo import calendar
from kith.demo.chance import stream
from kith.demo.deal import Gift
from kith.demo.trade.buyers import Buyer
from kith.demo.world import DAYS, SEED
from kith.terms.trade_words import GiveawayKind

_EVERY = 260
"""Mean days between two, whoever it is."""
_UNRETURNED = 0.25
"""Of so many nothing comes; never of two in a row."""
_AMENDS = 0.12
_SETTLED = 20
"""What was given since is too young for anything to have come back."""

_Said = tuple[GiveawayKind, str, int, int]
_GIVEN: dict[str, tuple[_Said, ...]] = {
    "de": (
        (GiveawayKind.SAMPLE, "Musterdichtung zum Probelauf", 149, 80),
        (GiveawayKind.SAMPLE, "Zwei O-Ring-Sätze zum Ausprobieren", 84, 38),
        (GiveawayKind.WORK, "Eine Stunde Ausrichten nach der Wartung", 98, 54),
        (GiveawayKind.FREIGHT, "Expressfracht übernommen", 65, 62),
        (GiveawayKind.FAVOUR, "Leihpumpe über das Wochenende", 180, 60),
    ),
    "en": (
        (GiveawayKind.SAMPLE, "Sample seal for a trial run", 149, 80),
        (GiveawayKind.SAMPLE, "Two seal kits to try", 84, 38),
        (GiveawayKind.WORK, "An hour of alignment after the service", 98, 54),
        (GiveawayKind.FREIGHT, "Express carriage paid", 65, 62),
        (GiveawayKind.FAVOUR, "Loan pump over the weekend", 180, 60),
    ),
}
_BACK = {
    "de": ("Bestellung von vier Dichtungen", "Auftrag für die Wartung", "Referenz für uns",
           "Kontakt zum Schwesterwerk", "Termin mit der Technik"),
    "en": ("Order for four seals", "Order for the yearly service", "A reference for us",
           "Introduction to the sister plant", "Meeting with engineering"),
}  # fmt: skip
_WHY = {"de": "Bat darum; Auftrag in Aussicht.", "en": "Asked for it; an order is in sight."}
_AMENDED = {
    "de": "Falsche Dichtung geliefert, Expressfracht auf uns",
    "en": "Wrong seal delivered, carriage at our cost",
}


def gifts(buyer: Buyer, *, seed: str = SEED) -> list[Gift]:
    """Of one customer, oldest first: those of its story, else ordinary ones."""
    told = buyer.deal.gifts or _ordinary(buyer, stream(seed, "gifts", buyer.account.domain))
    return sorted(told, key=lambda one: -one.ago)


def given_on(gift: Gift, clock: date) -> date:
    """The working day on which it was given."""
    return calendar.on_or_before(clock - timedelta(days=gift.ago))


def came_back_on(gift: Gift, clock: date) -> date | None:
    """The day on which something came for it; None: nothing has, up to `clock`."""
    day = calendar.shift(given_on(gift, clock) + timedelta(days=gift.after), 0)
    return day if gift.back and day <= clock else None


def _ordinary(buyer: Buyer, rng: Random) -> Iterator[Gift]:
    language = buyer.account.contacts[0].language
    ago, returned = round(rng.uniform(_SETTLED + 60, _EVERY + 60)), True
    while ago < DAYS:
        kind, what, value, cost = rng.choice(_GIVEN[language])
        if rng.random() < _AMENDS:
            yield Gift(ago, GiveawayKind.FREIGHT, _AMENDED[language], 65, 62, complaint=True)
        else:
            returned = not returned or rng.random() > _UNRETURNED
            back = rng.choice(_BACK[language]) if returned else ""
            after = rng.randrange(8, 55)
            yield Gift(ago, kind, what, value, cost, _WHY[language], back, after)
        ago += round(rng.uniform(0.5, 1.5) * _EVERY)
