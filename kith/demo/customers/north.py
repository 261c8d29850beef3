"""Jana Brodersen's customers."""

from kith.demo.firm import JANA
from kith.demo.people import account

_J = JANA.address

ACCOUNTS = (
    account(
        "papier-hollerbach.example", "Papierfabrik Hollerbach", "Hollerbach", "paper", _J,
        ("Annegret Siemsen", "f", "Werksleiterin", 9),
        ("Dirk Lüders", "m", "Instandhaltung", 39),
        ("Petra Wohlfahrt", "f", "Einkauf", 52),
        ("Olaf Ketels", "m", "Meister Stoffaufbereitung", 78),
    ),
    account(
        "molkerei-wiesgrund.example", "Molkerei Wiesgrund eG", "Wiesgrund", "dairy", _J,
        ("Holger Drews", "m", "Betriebstechnik", 30),
        ("Swantje Harms", "f", "Einkauf Technik", 46),
        ("Bernd Tietjen", "m", "Leiter Werkstatt", 70),
    ),
    account(
        "brewery-lindner.example", "Brauerei Lindner", "Altenlind", "brewery", _J,
        ("Konrad Lindner", "m", "Braumeister", 56),
        ("Sabine Korte", "f", "Technische Leiterin", 34),
        ("Marek Nowicki", "m", "Schlosserei", 66),
    ),
    account(
        "stadtwerke-auental.example", "Stadtwerke Auental", "Auental", "water", _J,
        ("Ute Hansen-Groth", "f", "Wasserwerk", 42),
        ("Rainer Pohlmann", "m", "Beschaffung", 49),
        ("Yusuf Aydemir", "m", "Netzbetrieb", 83),
    ),
    account(
        "zuckerwerk-elmshof.example", "Zuckerwerk Elmshof", "Elmshof", "food", _J,
        ("Gerd Mahnke", "m", "Instandhaltung", 43),
        ("Ilka Brammer", "f", "Einkauf", 54),
    ),
    account(
        "av-mittelbruck.example", "Abwasserverband Mittelbruck", "Mittelbruck", "water", _J,
        ("Thorsten Ehlers", "m", "Betriebsleiter Klärwerk", 40),
        ("Nadine Quast", "f", "Verwaltung", 62),
        ("Jens Rohwedder", "m", "Elektro- und Maschinentechnik", 73),
    ),
    account(
        "chemie-rautenfeld.example", "Chemie Rautenfeld GmbH", "Rautenfeld", "chemicals", _J,
        ("Meike Sasse", "f", "Anlagentechnik", 47),
        ("Volker Behn", "m", "Technischer Einkauf", 36),
        ("Karim Haddad", "m", "Instandhaltung Halle 3", 68),
    ),
    account(
        "kaelte-kroeger.example", "Kröger Kältetechnik", "Sielbeck", "machines", _J,
        ("Anke Kröger", "f", "Geschäftsführung", 59),
        ("Malte Griem", "m", "Montageleiter", 42),
        ("Femke Ahrens", "f", "Einkauf", None),
    ),
    account(
        "sonnhof-saft.example", "Sonnhof Fruchtsaft", "Sonnhof", "food", _J,
        ("Elke Feddersen", "f", "Produktion", 46),
        ("Hauke Brandt", "m", "Werkstatt", 58),
        ("Femke Ahrens", "f", "Einkauf", None),
    ),
    account(
        "baeder-talheim.example", "Bäderbetriebe Talheim", "Talheim", "water", _J,
        ("Claudia Reimers", "f", "Technik", 50),
        ("Ingo Schwerdt", "m", "Badleitung", 61),
    ),
    account(
        "kelterei-obernau.example", "Kelterei Obernau", "Obernau", "food", _J,
        ("Friederike Noll", "f", "Einkauf", None),
    ),
)  # fmt: skip
