"""A sheet of invoice lines as a books' program writes it: German style, customers and products by
number and name, three years, returns and two currencies among it."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

ROWS = 1_000_000
BYTES = ROWS * 150
NAME = "lines.csv"
HEADER = (
    "Rechnungsnr;Position;Datum;Kundennr;Kunde;Artikelnr;Bezeichnung;Warengruppe;Menge;Preis;"
    "Listenpreis;Netto;Einstand;Währung;Verkäufer\n"
)
CUSTOMERS, PRODUCTS, SELLERS = 20_000, 10_000, 25
FIRST = date(2023, 1, 2)
PLACES = [
    "Nord",
    "Süd",
    "Ost",
    "West",
    "Mitte",
    "Hafen",
    "Altstadt",
    "Talheim",
    "Bergen",
    "Seeburg",
]


def make(folder: Path) -> None:
    random = Random(11)
    prices = [round(random.lognormvariate(4, 1.2), 2) for _ in range(PRODUCTS)]
    number, day, left = 0, FIRST, ROWS
    with (folder / NAME).open("w", encoding="utf-8") as file:
        file.write(HEADER)
        while left:
            number += 1
            if number % 200 == 0:
                day += timedelta(days=1)
            customer = random.randrange(CUSTOMERS)
            for place in range(1, min(random.randint(1, 13), left) + 1):
                file.write(_line(number, place, day, customer, prices, random))
                left -= 1


def _line(
    number: int, place: int, day: date, customer: int, prices: list[float], random: Random
) -> str:
    product = int(PRODUCTS * random.random() ** 2)
    quantity = random.randint(1, 60) * (-1 if random.random() < 0.02 else 1)
    price = round(prices[product] * random.choice((1, 1, 0.95, 0.9, 0.8)), 2)
    name = f"Werk {customer} {PLACES[customer % len(PLACES)]} GmbH"
    cells = (
        f"R{number:07d}", place, f"{day:%d.%m.%Y}", 10_000 + customer, name, f"A{product:05d}",
        f"Teil {product}", f"Gruppe {product % 60}", quantity, _figure(price),
        _figure(prices[product]), _figure(quantity * price),
        _figure(abs(quantity) * prices[product] * 0.6), "CHF" if customer % 9 == 0 else "EUR",
        f"Verkäufer {customer % SELLERS}",
    )  # fmt: skip
    return ";".join(map(str, cells)) + "\n"


def _figure(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
