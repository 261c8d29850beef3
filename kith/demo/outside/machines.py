"""Mail that nobody of ours answers: bank, railway, airline, hotel, newsletter, recruiter, pitches.

Written as such senders write it: machines and lists say in their headers what they are, the
recruiter and the software's seller do not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from kith.demo import calendar
from kith.demo.chance import stream
from kith.demo.company import ACCOUNTS
from kith.demo.firm import FEMKE, GWEN, JANA, MALIN, REPRESENTATIVES, TOBIAS
from kith.demo.letter import Letter
from kith.demo.people import Person
from kith.demo.text.facts import Facts
from kith.demo.text.grammar import expand
from kith.demo.text.library import script

_GENERATED = (("X-Auto-Response-Suppress", "All"),)
_BULK = (
    ("List-Unsubscribe", "<https://dichtungswelt.example/abmelden>"),
    ("Precedence", "bulk"),
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes `script` about every so many days, to each of `to`."""

    person: Person
    script: str
    every: int
    to: tuple[Person, ...] = REPRESENTATIVES
    language: str = "de"
    automatic: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def _robot(name: str, address: str) -> Person:
    return Person(name=name, address=address, town="Hamburg", trade="machines")


BANK = _robot("Kreditbank Nordsiel", "service@kreditbank-nordsiel.example")
RAIL = _robot("Nordbahn Tickets", "buchung@nordbahn-tickets.example")
AIRLINE = _robot("Kuestenflug", "no-reply@kuestenflug.example")
HOTEL = _robot("Hotel Hafenblick", "reservierung@hotel-hafenblick.example")
MAGAZINE = _robot("Dichtungswelt", "redaktion@dichtungswelt.example")
RECRUITER = _robot("Yannick Bree", "y.bree@kopf-und-sucher.example")
SELLER = _robot("Lars Quint", "lars.quint@vertriebscockpit.example")

SENDERS = (
    Sender(BANK, "bank_card", 31, automatic="auto-generated", headers=_GENERATED),
    Sender(RAIL, "rail", 34, (JANA, TOBIAS, MALIN), automatic="auto-generated"),
    Sender(AIRLINE, "flight", 48, (FEMKE, GWEN), language="en", automatic="auto-generated"),
    Sender(HOTEL, "hotel", 70, automatic="auto-generated"),
    Sender(MAGAZINE, "market_letter", 24, headers=_BULK),
    Sender(RECRUITER, "recruiter", 95, (JANA, TOBIAS, MALIN)),
    Sender(SELLER, "software_pitch", 110, (JANA, TOBIAS, MALIN)),
    Sender(SELLER, "software_pitch", 110, (FEMKE, GWEN), language="en"),
)


def machine_mail(first: date, last: date, seed: str) -> Iterator[Letter]:
    """All of it from `first` to `last`, holidays or not: machines have none."""
    for sender in SENDERS:
        for to in sender.to:
            rng = stream(seed, sender.script, to.address)
            day = first + timedelta(days=rng.randrange(sender.every))
            while day <= last:
                yield letter(sender, to, day, rng)
                day += timedelta(days=max(1, round(rng.uniform(0.6, 1.4) * sender.every)))


def letter(sender: Sender, to: Person, day: date, rng: Random) -> Letter:
    """One mail of that sender, on that day before the office opens."""
    told, drawn = script(sender.script, sender.language), dict[str, int]()
    about = rng.choice([one for one in ACCOUNTS if one.owner == to.address]).contacts[0]
    first = calendar.shift(day, 0)
    facts = Facts(rng, they=about, we=to, language=sender.language, first=first)
    return Letter(
        message_id=f"{rng.getrandbits(72):018x}@{sender.person.domain}",
        moment=datetime.combine(day, time(rng.choice((5, 6, 7)), rng.randrange(60))),
        sender=sender.person, to=(to,), cc=(),
        subject=expand(told.subject, facts, drawn, rng),
        text=expand(told.turns[0].template, facts, drawn, rng),
        automatic=sender.automatic, headers=sender.headers,
    )  # fmt: skip
