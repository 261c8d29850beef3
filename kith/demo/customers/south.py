"""Tobias Renk's customers."""

from functools import partial

from kith.demo.firm import TOBIAS
from kith.demo.people import account

_T = TOBIAS.address
_southern = partial(account, hello="Grüß Gott")

ACCOUNTS = (
    _southern(
        "anlagenbau-steinacher.example", "Steinacher Anlagenbau", "Steinach", "machines", _T,
        ("Florian Aigner", "m", "Projektleiter", 8),
        ("Monika Zettl", "f", "Einkauf", None),
        ("Josef Haslinger", "m", "Konstruktion", None),
    ),
    _southern(
        "pharma-kranzberg.example", "Pharma Kranzberg AG", "Kranzberg", "chemicals", _T,
        ("Lukas Ferber", "m", "Engineering", 42),
        ("Birgit Oswald", "f", "Qualitätssicherung", 52),
        ("Stefan Kuhnle", "m", "Konstruktion", 46),
    ),
    _southern(
        "ziegelwerk-donau.example", "Ziegelwerk Donaumoos", "Donaumoos", "machines", _T,
        ("Barbara Lechner", "f", "Einkaufsleiterin", 13),
        ("Anton Wimmer", "m", "Instandhaltung", 43),
        ("Georg Rauscher", "m", "Schichtmeister", 58),
    ),
    _southern(
        "fernwaerme-bergstadt.example", "Fernwärme Bergstadt", "Bergstadt", "water", _T,
        ("Wolfgang Thaler", "m", "Kraftwerksmeister", 60),
        ("Christine Pichler", "f", "Technik", 39),
        ("Markus Eder", "m", "Einkauf", 54),
    ),
    _southern(
        "lackwerk-hallmann.example", "Lackwerk Hallmann", "Ehrenbach", "chemicals", _T,
        ("Susanne Hallmann", "f", "Geschäftsleitung", 60),
        ("Uwe Breitner", "m", "Technik", 33),
        ("Kerstin Mohr", "f", "Einkauf", 50),
    ),
    _southern(
        "brauhaus-rossberg.example", "Brauhaus Roßberg", "Roßberg", "brewery", _T,
        ("Xaver Huber", "m", "Braumeister", 47),
        ("Regina Stadler", "f", "Verwaltung", 59),
    ),
    _southern(
        "galvanik-weidinger.example", "Galvanik Weidinger", "Unterweid", "chemicals", _T,
        ("Herbert Weidinger", "m", "Inhaber", 49),
        ("Tanja Probst", "f", "Instandhaltung", 40),
    ),
    _southern(
        "kaeserei-alpgrund.example", "Käserei Alpgrund", "Alpgrund", "dairy", _T,
        ("Martina Egger", "f", "Betriebsleitung", 46),
        ("Alois Kern", "m", "Haustechnik", 56),
        ("Sandra Vonlanthen", "f", "Einkauf", 80),
    ),
    _southern(
        "wasser-isengrund.example", "Wasserzweckverband Isengrund", "Isengrund", "water", _T,
        ("Peter Scholl", "m", "Wassermeister", 42),
        ("Gabriele Winkler", "f", "Vergabe", 61),
    ),
    _southern(
        "foerdertechnik-ruess.example", "Rüß Fördertechnik", "Neuried a. d. Ruß", "machines", _T,
        ("Daniel Rüß", "m", "Geschäftsführer", 52),
        ("Ivana Petrović", "f", "Konstruktion", 39),
        ("Ralf Dörner", "m", "Service", 71),
    ),
    _southern(
        "textil-wertau.example", "Textilveredlung Wertau", "Wertau", "paper", _T,
        ("Cornelia Baur", "f", "Technische Leitung", 43),
        ("Emre Yıldız", "m", "Instandhaltung", 47),
    ),
)  # fmt: skip
