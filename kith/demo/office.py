"""Mail that nobody sells by: colleagues among themselves, a newsletter, a robot, private mail."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from kith.demo import calendar, company, firm
from kith.demo.chance import stream
from kith.demo.letter import Letter
from kith.demo.people import Person
from kith.demo.talk import Party, play
from kith.demo.text import bulletins
from kith.demo.text.library import script

_ROUND = {"monday": 21, "stock": 30, "numbers": 31}
"""Mails to everyone, with the days between them."""
_BETWEEN = {"ask_tech": 16, "discount": 24, "absence": 70}
"""Mails between a representative and one colleague."""
_NEWSLETTER_EVERY = 14
_PARCELS_EVERY = 12
_PRIVATE_EVERY = 120

ASSOCIATION = Person(
    name="Verband Fördertechnik Nord", address="redaktion@verband-foerdertechnik.example"
)
ROBOT = Person(name="Paketflink Sendungsinfo", address="noreply@paketflink.example")
PRIVATE = {
    firm.JANA: Person(name="Tante Erna", address="tante.erna.demo@web.de"),
    firm.TOBIAS: Person(name="Opa Alfons", address="opa.alfons.demo@gmx.de"),
    firm.FEMKE: Person(name="Buurvrouw Truus", address="buurvrouw.truus.demo@gmail.com"),
    firm.MALIN: Person(name="Onkel Horst", address="onkel.horst.demo@web.de"),
    firm.GWEN: Person(name="Mum Hartley", address="mum.hartley.demo@gmail.com"),
}


def office_mail(first: date, last: date, seed: str) -> list[Letter]:
    """Everything of the kind from `first` to `last`."""
    return [*_among_colleagues(first, last, seed), *_from_machines(first, last, seed),
            *_private(first, last, seed)]  # fmt: skip


def _days(first: date, last: date, every: int, rng: Random) -> Iterator[date]:
    day = first + timedelta(days=rng.randrange(every))
    while day <= last:
        yield calendar.on_or_before(day)
        day += timedelta(days=max(1, round(rng.uniform(0.6, 1.4) * every)))


def _among_colleagues(first: date, last: date, seed: str) -> list[Letter]:
    letters: list[Letter] = []
    for we in firm.REPRESENTATIVES:
        for name, every in _BETWEEN.items():
            rng = stream(seed, name, we.address)
            for day in _days(first, last, every, rng):
                other = "tech" if name == "ask_tech" else "boss"
                letters += _played(name, we, other, day, last, rng)
    for name, every in _ROUND.items():
        rng = stream(seed, name)
        for day in _days(first, last, every, rng):
            letters += _played(name, rng.choice(firm.REPRESENTATIVES), "", day, last, rng)
    return letters


def _played(name: str, we: Person, other: str, day: date, last: date, rng: Random) -> list[Letter]:
    everyone = {"boss": firm.MANAGER, "tech": firm.technician_of(we)}
    parts = {"we": we, **({other: everyone[other]} if other else everyone)}
    mine = [one for one in company.ACCOUNTS if one.owner == we.address]
    party = Party(
        parts=parts,
        about=rng.choice(mine).contacts[0],
        cc=() if other else tuple(one for one in firm.REPRESENTATIVES if one != we),
        to_all=not other,
    )
    until = datetime.combine(last, time(17))
    return play(script(name, "de"), party, first=day, until=until, rng=rng) or []


def _from_machines(first: date, last: date, seed: str) -> list[Letter]:
    letters: list[Letter] = []
    rng = stream(seed, "newsletter")
    everyone = tuple(one.address for one in firm.REPRESENTATIVES)
    for number, day in enumerate(_days(first, last, _NEWSLETTER_EVERY, rng), start=1):
        subject, text = bulletins.newsletter(number, day, rng)
        to = Person(name="Mitglieder", address="mitglieder@verband-foerdertechnik.example")
        letters.append(
            _single(ASSOCIATION, to, day, 7, subject, text, rng, delivered=everyone,
                    list_id="Mitglieder <mitglieder.verband-foerdertechnik.example>")
        )  # fmt: skip
    for we in firm.REPRESENTATIVES:
        rng = stream(seed, "parcels", we.address)
        for day in _days(first, last, _PARCELS_EVERY, rng):
            subject, text = bulletins.parcel(day, rng)
            letters.append(
                _single(ROBOT, we, day, 6, subject, text, rng, automatic="auto-generated")
            )
    return letters


def _private(first: date, last: date, seed: str) -> list[Letter]:
    letters: list[Letter] = []
    for we, relative in PRIVATE.items():
        rng = stream(seed, "private", we.address)
        for number, day in enumerate(_days(first, last, _PRIVATE_EVERY, rng)):
            subject, text = bulletins.private(relative.first, number)
            letters.append(_single(relative, we, day, 12, subject, text, rng))
    return letters


def _single(
    sender: Person, to: Person, day: date, hour: int, subject: str, text: str, rng: Random, *,
    delivered: tuple[str, ...] = (), list_id: str = "", automatic: str = "",
) -> Letter:  # fmt: skip
    moment = datetime.combine(day, time(hour, rng.randrange(60), rng.randrange(60)))
    return Letter(
        message_id=f"{rng.getrandbits(72):018x}@{sender.domain}",
        moment=moment, sender=sender, to=(to,), cc=(), subject=subject, text=text,
        list_id=list_id, automatic=automatic, delivered=delivered,
    )  # fmt: skip
