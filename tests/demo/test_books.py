"""The books are what an ERP exports: each country's own numbers, days and encoding."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from kith.demo.trade.catalogue import PRODUCTS
from kith.demo.trade.orders import sold
from kith.demo.trade.sheets import Book, write_books
from kith.demo.world import DAYS
from tests.demo.cast import CLOCKS

CLOCK = CLOCKS[0]
LINES = sold(CLOCK)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    folder = tmp_path_factory.mktemp("books")
    written = write_books(folder, CLOCK, CLOCK - timedelta(days=DAYS), LINES)
    return {one.path.name: one for one in written}


def rows(book: Book, delimiter: str, encoding: str) -> list[dict[str, str]]:
    with book.path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_the_german_lines_say_what_was_sold_in_commas(books: dict[str, Book]) -> None:
    home = [one for one in LINES if one.buyer.currency == "EUR"]
    read = rows(books["rechnungen.csv"], ";", "cp1252")
    assert len(read) == len(home)
    for row, one in zip(read, home, strict=True):
        _same(row["Nettobetrag"], one.net)
        _same(row["Listenpreis"], one.listed)
        assert row["Rechnungsdatum"] == f"{one.day:%d.%m.%Y}"
    assert any("." in row["Nettobetrag"] for row in read)  # thousands


def _same(text: str, cents: int) -> None:
    assert Decimal(text.replace(".", "").replace(",", ".")) * 100 == cents


def test_the_british_lines_say_it_in_points(books: dict[str, Book]) -> None:
    britain = [one for one in LINES if one.buyer.currency == "GBP"]
    read = rows(books["uk-invoices.csv"], ",", "utf-8")
    assert [(row["Invoice Date"], int(Decimal(row["Net Amount"]) * 100)) for row in read] == [
        (one.day.isoformat(), one.net) for one in britain
    ]
    assert {row["Currency"] for row in read} == {"GBP"}


def test_quantity_and_price_lead_to_the_stated_net(books: dict[str, Book]) -> None:
    for row in rows(books["uk-invoices.csv"], ",", "utf-8"):
        price = Decimal(row["Unit Price"])
        assert int(row["Quantity"]) * price == Decimal(row["Net Amount"])
        assert price <= Decimal(row["List Price"]) * Decimal("1.02")


def test_master_data_names_everybody_who_is_in_the_lines(books: dict[str, Book]) -> None:
    numbers = {row["Kundennummer"] for row in rows(books["kunden.csv"], ";", "cp1252")}
    assert {one.buyer.number for one in LINES} == numbers
    articles = {row["Artikelnummer"] for row in rows(books["artikel.csv"], ";", "cp1252")}
    assert {one.product.number for one in LINES} <= articles
    granted = {row["Kundennummer"] for row in rows(books["konditionen.csv"], ";", "cp1252")}
    assert granted <= numbers


def test_the_price_lists_are_a_workbook_that_opens(books: dict[str, Book]) -> None:
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_path(books["price-lists.xlsx"].path)
    head, *lists = book.get_sheet_by_index(0).to_python()
    assert head[:3] == ["Price list", "Currency", "Valid from"]
    ours = [row for row in lists if row[7] == "no"]
    assert len(ours) == 4 * 2 * len(PRODUCTS)
    assert all(isinstance(row[2], date) and row[5] > 0 for row in lists)
    assert 5 < len(lists) - len(ours) < 30


def test_the_same_day_gives_the_same_bytes(books: dict[str, Book], tmp_path: Path) -> None:
    again = write_books(tmp_path, CLOCK, CLOCK - timedelta(days=DAYS), LINES)
    for one in again:
        assert one.path.read_bytes() == books[one.path.name].path.read_bytes()
    with ZipFile(tmp_path / "price-lists.xlsx") as book:
        assert book.testzip() is None


def test_lines_of_one_sheet_alone_need_no_other(tmp_path: Path) -> None:
    few = LINES[:5]
    written = write_books(tmp_path, CLOCK, CLOCK - timedelta(days=DAYS), few)
    assert sum(len(one.path.read_bytes().splitlines()) - 1 for one in written[-2:]) == 5
