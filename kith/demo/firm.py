"""Our own side: the distributor and the nine of its people who appear in mail."""

from dataclasses import replace

from kith.demo.people import Person

NAME = "Wendmark Pumpen & Dichtungen GmbH"
DOMAIN = "wendmark-pumpen.example"
TOWN = "Nordersiel"
CURRENCY = "EUR"
ZONE = "Europe/Berlin"
LANGUAGE = ""  # the browser's: whoever looks around reads it in their own


def _colleague(
    name: str, sex: str, job: str, pace: float, quotes: str, hello: str = "Moin"
) -> Person:
    local = name.lower().replace("ö", "oe").replace(" ", ".")
    return Person(
        name=name,
        address=f"{local}@{DOMAIN}",
        sex=sex,
        job=job,
        firm=NAME,
        town=TOWN,
        pace=pace,
        quotes=quotes,
        hello=hello,
    )


JANA = _colleague("Jana Brodersen", "f", "Vertrieb Nord", 2.5, "angle")
TOBIAS = _colleague("Tobias Renk", "m", "Vertrieb Süd", 4.0, "block", "Grüß Gott")
FEMKE = _colleague("Femke Dijkstra", "f", "Export Sales", 3.0, "angle")
MALIN = _colleague("Malin Osterkamp", "f", "Vertrieb Ost", 3.5, "block", "Hallo")
GWEN = replace(
    _colleague("Gwen Hartley", "f", "Sales UK and Ireland", 2.5, "block"), zone="Europe/London"
)
MANAGER = _colleague("Katrin Ahlers", "f", "Vertriebsleitung", 5.0, "block")
TECHNICIAN = _colleague("Sören Pagel", "m", "Service und Montage", 6.0, "angle")
WORKSHOP = _colleague("Jannik Wiechmann", "m", "Werkstatt und Prüfstand", 6.0, "block")
DESK = _colleague("Lena Harder", "f", "Auftragsabwicklung", 2.0, "angle")
"""The order desk: answers for representatives who are on the road or on holiday."""

REPRESENTATIVES = (JANA, TOBIAS, FEMKE, MALIN, GWEN)
TECHNICIANS = (TECHNICIAN, WORKSHOP)
COLLEAGUES = {one.address: one for one in (*REPRESENTATIVES, MANAGER, *TECHNICIANS, DESK)}


def technician_of(rep: Person) -> Person:
    """Who drives out for a representative's customers."""
    return WORKSHOP if rep in {MALIN, GWEN} else TECHNICIAN
