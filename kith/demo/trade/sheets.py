"""Writes the books as an ERP of each country exports them.

At home in German: semicolons, decimal commas, days as 18.03.2026, Windows' own encoding. Britain in
English: commas, points, ISO days, UTF-8. The price lists are a workbook.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kith.demo.firm import COLLEAGUES
from kith.demo.trade import prices
from kith.demo.trade.buyers import buyers
from kith.demo.trade.catalogue import CHARGES, PRODUCTS, PUMPS, SEALS
from kith.demo.trade.conditions import granted
from kith.demo.trade.orders import Line
from kith.demo.trade.xlsx import Cell, write_xlsx
from kith.terms.trade_words import ConditionKind

_KINDS = {
    ConditionKind.REBATE: "Bonus",
    ConditionKind.TERMS: "Skonto",
    ConditionKind.FREIGHT: "Fracht",
}
_MARKET = (*PUMPS[:2], SEALS)
"""Of these families somebody has looked up what others ask."""


@dataclass(frozen=True, slots=True)
class Book:
    """One sheet to import: where it lies and what its rows are (accounts, products, prices, rates,
    rebates or orders)."""

    path: Path
    kind: str


def german(path: Path, rows: Iterable[Sequence[Cell]]) -> Path:
    """Semicolons, decimal commas, days the German way, cp1252."""
    return _csv(path, rows, ";", "cp1252", _german)


def english(path: Path, rows: Iterable[Sequence[Cell]]) -> Path:
    """Commas, points, ISO days, UTF-8."""
    return _csv(path, rows, ",", "utf-8", lambda value: "" if value is None else str(value))


def _csv(
    path: Path,
    rows: Iterable[Sequence[Cell]],
    delimiter: str,
    encoding: str,
    shown: Callable[[Cell], str],
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([*map(shown, row)] for row in rows)
    return path


def _german(value: Cell) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return f"{value:,.2f}".translate({ord(","): ".", ord("."): ","})
    return "" if value is None else str(value)


def customers() -> Iterable[Sequence[Cell]]:
    """The customers' master data, those of Britain among them."""
    yield "Kundennummer", "Name", "Domain", "Land", "Branche", "Betreuer"
    for one in buyers():
        owner, trade = COLLEAGUES[one.account.owner], one.account.contacts[0].trade
        yield one.number, one.account.name, one.account.domain, one.country, trade, owner.name


def products() -> Iterable[Sequence[Cell]]:
    yield "Artikelnummer", "Bezeichnung", "Warengruppe", "Einheit"
    for one in PRODUCTS:
        yield one.number, one.name, one.family, one.unit


def price_lists(clock: date, first: date) -> Iterable[Sequence[Cell]]:
    """Our list in both currencies, a new one with each rise; and what the market asks."""
    yield (
        "Price list", "Currency", "Valid from", "Valid until", "Product number", "Price", "Per",
        "Market",
    )  # fmt: skip
    days = [prices.month_before(first, 3), *(one.effective for one in prices.rises(clock))]
    for steps, since in enumerate(days):
        until = date.fromordinal(days[steps + 1].toordinal() - 1) if days[steps + 1 :] else None
        for currency in ("EUR", "GBP"):
            for one in PRODUCTS:
                cents = prices.list_price(one, currency, 0 if one.family == CHARGES else steps)
                yield (
                    prices.LIST, currency, since, until, one.number, cents / 100, 1, "no",
                )  # fmt: skip
    for one in PRODUCTS:
        if one.family in _MARKET:
            yield (
                prices.MARKET, "EUR", days[-1], None, one.number,
                prices.market_price(one) / 100, 1, "yes",
            )  # fmt: skip


def rates(clock: date, first: date) -> Iterable[Sequence[Cell]]:
    yield "Base", "Quote", "Date", "Rate"
    for day, value in prices.rates(first, clock):
        yield "GBP", "EUR", day, value


def conditions(clock: date) -> Iterable[Sequence[Cell]]:
    yield "Kundennummer", "Kunde", "Art", "Prozent", "Gültig ab"
    for one in granted(clock):
        name = one.buyer.account.name
        yield one.buyer.number, name, _KINDS[one.kind], one.share * 100, one.since


def german_lines(lines: Iterable[Line]) -> Iterable[Sequence[Cell]]:
    yield (
        "Rechnungsnummer", "Position", "Rechnungsdatum", "Buchungsdatum", "Belegart",
        "Kundennummer", "Kunde", "Artikelnummer", "Bezeichnung", "Warengruppe", "Menge", "Einheit",
        "Listenpreis", "Einzelpreis", "Nettobetrag", "Einstandspreis", "Währung",
        "Vertreter",
    )  # fmt: skip
    for one in lines:
        yield (
            one.invoice, one.place, one.day, one.booked,
            "Gutschrift" if one.credit else "Rechnung",
            one.buyer.number, one.buyer.account.name, one.product.number, one.product.name,
            one.product.family, one.quantity, one.product.unit, one.listed / 100,
            one.price / 100, one.net / 100, one.cost / 100,
            one.buyer.currency, COLLEAGUES[one.buyer.account.owner].name,
        )  # fmt: skip


def english_lines(lines: Iterable[Line]) -> Iterable[Sequence[Cell]]:
    yield (
        "Invoice No", "Line", "Invoice Date", "Posting Date", "Document Type", "Customer No",
        "Customer", "Product No", "Description", "Product Group", "Quantity", "Unit", "List Price",
        "Unit Price", "Net Amount", "Unit Cost", "Currency", "Salesperson",
    )  # fmt: skip
    for one in lines:
        yield (
            one.invoice, one.place, one.day, one.booked,
            "Credit Note" if one.credit else "Invoice",
            one.buyer.number, one.buyer.account.name, one.product.number, one.product.name,
            one.product.family, one.quantity, one.product.unit, f"{one.listed / 100:.2f}",
            f"{one.price / 100:.2f}", f"{one.net / 100:.2f}",
            f"{one.cost / 100:.2f}", one.buyer.currency, one.buyer.account.owner,
        )  # fmt: skip


def write_books(folder: Path, clock: date, first: date, lines: Sequence[Line]) -> list[Book]:
    """All sheets, in the order in which they are read: names before what names them."""
    folder.mkdir(parents=True, exist_ok=True)
    home = [one for one in lines if one.buyer.currency == "EUR"]
    britain = [one for one in lines if one.buyer.currency == "GBP"]
    lists = price_lists(clock, first)
    return [
        Book(german(folder / "kunden.csv", customers()), "accounts"),
        Book(german(folder / "artikel.csv", products()), "products"),
        Book(write_xlsx(folder / "price-lists.xlsx", "Price lists", lists), "prices"),
        Book(english(folder / "rates.csv", rates(clock, first)), "rates"),
        Book(german(folder / "konditionen.csv", conditions(clock)), "rebates"),
        Book(german(folder / "rechnungen.csv", german_lines(home)), "orders"),
        Book(english(folder / "uk-invoices.csv", english_lines(britain)), "orders"),
    ]
