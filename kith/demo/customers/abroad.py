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
        ("Fiona Marsh", "f", "Site Engineer", 42),
        ("Graham Pell", "m", "Stores", 52),
        ("Neil Ashdown", "m", "Production Manager", 77),
    ),
    _danish(
        "nordlys-dairy.example", "Nordlys Mejeri", "Vesterlund", "dairy", _F,
        ("Mette Kjærsgaard", "f", "Maintenance Lead", 11),
        ("Lars Brogaard", "m", "Purchasing", 46),
        ("Signe Toft", "f", "Process Engineer", 56),
    ),
    _dutch(
        "tuinbouw-vdberg.example", "Van den Berg Tuinbouw", "Westerkas", "water", _F,
        ("Joris van den Berg", "m", "Owner", 49),
        ("Lotte Smit", "f", "Operations", 43),
    ),
    _british(
        "cask-and-copper.example", "Cask & Copper Brewing", "Thornby", "brewery", _F,
        ("Imogen Hale", "f", "Head Brewer", 40),
        ("Callum Reith", "m", "Engineering", 50),
    ),
    _dutch(
        "polderwater-noord.example", "Polderwater Noord", "Nieuwedijk", "water", _F,
        ("Hanneke Bakker", "f", "Asset Manager", 52),
        ("Sjoerd Wiersma", "m", "Pumping Stations", 33),
        ("Tessa Klaassen", "f", "Procurement", 66),
    ),
    _danish(
        "fjordfisk.example", "Fjordfisk A/S", "Sandhavn", "food", _F,
        ("Henrik Damgaard", "m", "Factory Engineer", 47),
        ("Pia Lundsgaard", "f", "Buyer", 58),
    ),
    _british(
        "mercer-coatings.example", "Mercer Coatings", "Ellwick", "chemicals", _F,
        ("Priya Nair", "f", "Process Safety", 54),
        ("Owen Tully", "m", "Maintenance Planner", 36),
        ("Rosalind Beck", "f", "Buyer", 70),
    ),
    _dutch(
        "suikerfabriek-holt.example", "Suikerfabriek Holt", "Holt", "food", _F,
        ("Wim Jansma", "m", "Reliability Engineer", 43),
        ("Marloes Postma", "f", "Inkoop", 59),
    ),
    _british(
        "pennine-waterparks.example", "Pennine Water Parks", "Brackdale", "water", _F,
        ("Derek Shaw", "m", "Plant Room", 46),
        ("Alison Frith", "f", "Operations Manager", 62),
    ),
    _dutch(
        "papier-maasdal.example", "Maasdal Papier", "Maasdal", "paper", _F,
        ("Bram Hendriks", "m", "Maintenance", 39),
        ("Ilse Vermeer", "f", "Purchasing", 54),
        ("Youssef Amrani", "m", "Shift Lead", 74),
    ),
)  # fmt: skip
