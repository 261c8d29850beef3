"""Our own side: the distributor and the five of its people who appear in mail."""

from kith.demo.people import Person

NAME = "Wendmark Pumpen & Dichtungen GmbH"
DOMAIN = "wendmark-pumpen.example"
TOWN = "Nordersiel"
CURRENCY = "EUR"
ZONE = "Europe/Berlin"
LANGUAGE = "en"


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
MANAGER = _colleague("Katrin Ahlers", "f", "Vertriebsleitung", 5.0, "block")
TECHNICIAN = _colleague("Sören Pagel", "m", "Service und Montage", 6.0, "angle")

REPRESENTATIVES = (JANA, TOBIAS, FEMKE)
COLLEAGUES = {one.address: one for one in (*REPRESENTATIVES, MANAGER, TECHNICIAN)}
