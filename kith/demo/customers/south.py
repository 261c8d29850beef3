"""Tobias Renk's customers."""

from kith.demo.firm import TOBIAS
from kith.demo.people import account

_T = TOBIAS.address

ACCOUNTS = (
    account(
        "anlagenbau-steinacher.example", "Steinacher Anlagenbau", "Steinach", "machines", _T,
        ("Florian Aigner", "m", "Projektleiter", 8),
        ("Monika Zettl", "f", "Einkauf", None),
        ("Josef Haslinger", "m", "Konstruktion", None),
    ),
    account(
        "pharma-kranzberg.example", "Pharma Kranzberg AG", "Kranzberg", "chemicals", _T,
        ("Lukas Ferber", "m", "Engineering", 24),
        ("Birgit Oswald", "f", "Qualitätssicherung", 30),
        ("Stefan Kuhnle", "m", "Konstruktion", 26),
    ),
    account(
        "ziegelwerk-donau.example", "Ziegelwerk Donaumoos", "Donaumoos", "machines", _T,
        ("Barbara Lechner", "f", "Einkaufsleiterin", 13),
        ("Anton Wimmer", "m", "Instandhaltung", 25),
        ("Georg Rauscher", "m", "Schichtmeister", 33),
    ),
    account(
        "fernwaerme-bergstadt.example", "Fernwärme Bergstadt", "Bergstadt", "water", _T,
        ("Wolfgang Thaler", "m", "Kraftwerksmeister", 60),
        ("Christine Pichler", "f", "Technik", 22),
        ("Markus Eder", "m", "Einkauf", 31),
    ),
    account(
        "lackwerk-hallmann.example", "Lackwerk Hallmann", "Ehrenbach", "chemicals", _T,
        ("Susanne Hallmann", "f", "Geschäftsleitung", 37),
        ("Uwe Breitner", "m", "Technik", 19),
        ("Kerstin Mohr", "f", "Einkauf", 29),
    ),
    account(
        "brauhaus-rossberg.example", "Brauhaus Roßberg", "Roßberg", "brewery", _T,
        ("Xaver Huber", "m", "Braumeister", 27),
        ("Regina Stadler", "f", "Verwaltung", 34),
    ),
    account(
        "galvanik-weidinger.example", "Galvanik Weidinger", "Unterweid", "chemicals", _T,
        ("Herbert Weidinger", "m", "Inhaber", 28),
        ("Tanja Probst", "f", "Instandhaltung", 23),
    ),
    account(
        "kaeserei-alpgrund.example", "Käserei Alpgrund", "Alpgrund", "dairy", _T,
        ("Martina Egger", "f", "Betriebsleitung", 26),
        ("Alois Kern", "m", "Haustechnik", 32),
        ("Sandra Vonlanthen", "f", "Einkauf", 46),
    ),
    account(
        "wasser-isengrund.example", "Wasserzweckverband Isengrund", "Isengrund", "water", _T,
        ("Peter Scholl", "m", "Wassermeister", 24),
        ("Gabriele Winkler", "f", "Vergabe", 35),
    ),
    account(
        "foerdertechnik-ruess.example", "Rüß Fördertechnik", "Neuried a. d. Ruß", "machines", _T,
        ("Daniel Rüß", "m", "Geschäftsführer", 30),
        ("Ivana Petrović", "f", "Konstruktion", 22),
        ("Ralf Dörner", "m", "Service", 41),
    ),
    account(
        "textil-wertau.example", "Textilveredlung Wertau", "Wertau", "paper", _T,
        ("Cornelia Baur", "f", "Technische Leitung", 25),
        ("Emre Yıldız", "m", "Instandhaltung", 27),
    ),
)  # fmt: skip
