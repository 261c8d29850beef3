"""Jana Brodersen's customers."""

from kith.demo.firm import JANA
from kith.demo.people import account

_J = JANA.address

ACCOUNTS = (
    account(
        "papier-hollerbach.example", "Papierfabrik Hollerbach", "Hollerbach", "paper", _J,
        ("Annegret Siemsen", "f", "Werksleiterin", 9),
        ("Dirk Lüders", "m", "Instandhaltung", 22),
        ("Petra Wohlfahrt", "f", "Einkauf", 30),
        ("Olaf Ketels", "m", "Meister Stoffaufbereitung", 45),
    ),
    account(
        "molkerei-wiesgrund.example", "Molkerei Wiesgrund eG", "Wiesgrund", "dairy", _J,
        ("Holger Drews", "m", "Betriebstechnik", 17),
        ("Swantje Harms", "f", "Einkauf Technik", 26),
        ("Bernd Tietjen", "m", "Leiter Werkstatt", 40),
    ),
    account(
        "brewery-lindner.example", "Brauerei Lindner", "Altenlind", "brewery", _J,
        ("Konrad Lindner", "m", "Braumeister", 32),
        ("Sabine Korte", "f", "Technische Leiterin", 20),
        ("Marek Nowicki", "m", "Schlosserei", 38),
    ),
    account(
        "stadtwerke-auental.example", "Stadtwerke Auental", "Auental", "water", _J,
        ("Ute Hansen-Groth", "f", "Wasserwerk", 24),
        ("Rainer Pohlmann", "m", "Beschaffung", 28),
        ("Yusuf Aydemir", "m", "Netzbetrieb", 48),
    ),
    account(
        "zuckerwerk-elmshof.example", "Zuckerwerk Elmshof", "Elmshof", "food", _J,
        ("Gerd Mahnke", "m", "Instandhaltung", 25),
        ("Ilka Brammer", "f", "Einkauf", 31),
    ),
    account(
        "av-mittelbruck.example", "Abwasserverband Mittelbruck", "Mittelbruck", "water", _J,
        ("Thorsten Ehlers", "m", "Betriebsleiter Klärwerk", 23),
        ("Nadine Quast", "f", "Verwaltung", 36),
        ("Jens Rohwedder", "m", "Elektro- und Maschinentechnik", 42),
    ),
    account(
        "chemie-rautenfeld.example", "Chemie Rautenfeld GmbH", "Rautenfeld", "chemicals", _J,
        ("Meike Sasse", "f", "Anlagentechnik", 27),
        ("Volker Behn", "m", "Technischer Einkauf", 21),
        ("Karim Haddad", "m", "Instandhaltung Halle 3", 39),
    ),
    account(
        "kaelte-kroeger.example", "Kröger Kältetechnik", "Sielbeck", "machines", _J,
        ("Anke Kröger", "f", "Geschäftsführung", 34),
        ("Malte Griem", "m", "Montageleiter", 24),
    ),
    account(
        "sonnhof-saft.example", "Sonnhof Fruchtsaft", "Sonnhof", "food", _J,
        ("Elke Feddersen", "f", "Produktion", 26),
        ("Hauke Brandt", "m", "Werkstatt", 33),
    ),
    account(
        "baeder-talheim.example", "Bäderbetriebe Talheim", "Talheim", "water", _J,
        ("Claudia Reimers", "f", "Technik", 29),
        ("Ingo Schwerdt", "m", "Badleitung", 35),
    ),
    account(
        "kelterei-obernau.example", "Kelterei Obernau", "Obernau", "food", _J,
        ("Friederike Noll", "f", "Einkauf", None),
    ),
)  # fmt: skip
