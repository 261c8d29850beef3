"""The products of the demo's firm, read from `catalogue.txt`. All of them are invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

SEALS = "Gleitringdichtungen GD"
HOSES = "Pumpenschläuche SP"
PUMPS = ("Kreiselpumpen WN", "Edelstahlpumpen WNX", "Hochdruckpumpen WHP")
SERVICE = ("Service", "Wartung")
CHARGES = "Versandkosten"


@dataclass(frozen=True, slots=True)
class Product:
    """`price`: the list's on the demo's first day, in cents of a euro. `cost`: share of it.

    `usual`: quantity of an ordinary order. `rare`: how many times less often it is ordered than
    others; 0: nobody orders it, it is added.
    """

    number: str
    name: str
    family: str
    unit: str
    price: int
    cost: float
    usual: int
    rare: int


def parse(text: str) -> Iterator[Product]:
    """The products of such a file, in its order."""
    for block in text.split("\n\n")[1:]:
        head, *rows = block.strip().splitlines()
        said = {
            name.strip(): value.strip()
            for name, _, value in (part.partition(":") for part in head[1:].split(";"))
        }
        for row in rows:
            number, name, price = (part.strip() for part in row.split(";"))
            yield Product(
                number=number, name=name, family=said["family"], unit=said["unit"],
                price=round(float(price) * 100), cost=float(said["cost"]),
                usual=int(said["usual"]), rare=int(said["rare"]),
            )  # fmt: skip


PRODUCTS = tuple(parse(files("kith.demo.trade").joinpath("catalogue.txt").read_text("utf-8")))
_BY_NUMBER = {one.number: one for one in PRODUCTS}


def product(number: str) -> Product:
    """The product of that number; KeyError where there is none."""
    return _BY_NUMBER[number]
