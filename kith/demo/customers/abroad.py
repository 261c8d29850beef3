"""Femke Dijkstra's customers: the Netherlands, Denmark, Belgium and Britain."""

from functools import partial

from kith.demo.firm import FEMKE
from kith.demo.people import account

_F = FEMKE.address
_dutch = partial(account, language="en", zone="Europe/Amsterdam")
_danish = partial(account, language="en", zone="Europe/Copenhagen")
_british = partial(account, language="en", zone="Europe/London")

ACCOUNTS = (
    _dutch(
        "scheepswerf-dewaal.example", "Scheepswerf De Waal", "Oosterwaal", "marine", _F,
        ("Ruben de Waal", "m", "Technical Manager", 9),
        ("Anouk Visser", "f", "Purchasing", None),
        ("Kees Mulder", "m", "Workshop", None),
    ),
    _british(
        "harrow-dyeworks.example", "Harrow Dyeworks Ltd", "Colne Mill", "paper", _F,
        ("Fiona Marsh", "f", "Site Engineer", 24),
        ("Graham Pell", "m", "Stores", 30),
        ("Neil Ashdown", "m", "Production Manager", 44),
    ),
    _danish(
        "nordlys-dairy.example", "Nordlys Mejeri", "Vesterlund", "dairy", _F,
        ("Mette Kjærsgaard", "f", "Maintenance Lead", 11),
        ("Lars Brogaard", "m", "Purchasing", 26),
        ("Signe Toft", "f", "Process Engineer", 32),
    ),
    _dutch(
        "tuinbouw-vdberg.example", "Van den Berg Tuinbouw", "Westerkas", "water", _F,
        ("Joris van den Berg", "m", "Owner", 28),
        ("Lotte Smit", "f", "Operations", 25),
    ),
    _british(
        "cask-and-copper.example", "Cask & Copper Brewing", "Thornby", "brewery", _F,
        ("Imogen Hale", "f", "Head Brewer", 23),
        ("Callum Reith", "m", "Engineering", 29),
    ),
    _dutch(
        "polderwater-noord.example", "Polderwater Noord", "Nieuwedijk", "water", _F,
        ("Hanneke Bakker", "f", "Asset Manager", 30),
        ("Sjoerd Wiersma", "m", "Pumping Stations", 19),
        ("Tessa Klaassen", "f", "Procurement", 38),
    ),
    _danish(
        "fjordfisk.example", "Fjordfisk A/S", "Sandhavn", "food", _F,
        ("Henrik Damgaard", "m", "Factory Engineer", 27),
        ("Pia Lundsgaard", "f", "Buyer", 33),
    ),
    _british(
        "mercer-coatings.example", "Mercer Coatings", "Ellwick", "chemicals", _F,
        ("Priya Nair", "f", "Process Safety", 31),
        ("Owen Tully", "m", "Maintenance Planner", 21),
        ("Rosalind Beck", "f", "Buyer", 40),
    ),
    _dutch(
        "suikerfabriek-holt.example", "Suikerfabriek Holt", "Holt", "food", _F,
        ("Wim Jansma", "m", "Reliability Engineer", 25),
        ("Marloes Postma", "f", "Inkoop", 34),
    ),
    _british(
        "pennine-waterparks.example", "Pennine Water Parks", "Brackdale", "water", _F,
        ("Derek Shaw", "m", "Plant Room", 26),
        ("Alison Frith", "f", "Operations Manager", 36),
    ),
    _dutch(
        "papier-maasdal.example", "Maasdal Papier", "Maasdal", "paper", _F,
        ("Bram Hendriks", "m", "Maintenance", 22),
        ("Ilse Vermeer", "f", "Purchasing", 31),
        ("Youssef Amrani", "m", "Shift Lead", 43),
    ),
)  # fmt: skip
