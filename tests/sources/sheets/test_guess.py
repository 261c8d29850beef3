"""Which column says what is guessed from its name and from what stands in it."""

from pathlib import Path

import pytest

from kith.sources.sheets.guess import guess, guess_kind
from kith.sources.sheets.look import look
from kith.sources.sheets.names import names_of, plain
from kith.terms.errors import BadInput
from kith.terms.sheet_fields import FIELDS, lacking
from kith.terms.sheets import ColumnMap, SheetKind
from tests.sources.sheets.sheet import HEAD, line, read, written

SHEETS = {
    "SalesOrderNumber,SalesOrderLineNumber,OrderDateKey,OrderDate,ResellerKey,ProductKey,"
    "OrderQuantity,UnitPrice,UnitPriceDiscountPct,DiscountAmount,ProductStandardCost,"
    "TotalProductCost,SalesAmount,CurrencyKey,EmployeeKey,Freight\n"
    "SO1,1,20240305,2024-03-05,7,480,2,10.0,0.1,2.0,6.0,12.0,18.0,100,281,0.5\n": {
        "invoice": "SalesOrderNumber", "line": "SalesOrderLineNumber", "day": "OrderDate",
        "customer_number": "ResellerKey", "product_number": "ProductKey",
        "quantity": "OrderQuantity", "price": "UnitPrice", "cost": "ProductStandardCost",
        "discount_share": "UnitPriceDiscountPct", "discount": "DiscountAmount",
        "net": "SalesAmount", "cost_amount": "TotalProductCost", "salesperson": "EmployeeKey",
    },
    "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
    "489434,85048,Glass ball,12,2009-12-01 07:45:00,6.95,13085,United Kingdom\n": {
        "invoice": "Invoice", "product_number": "StockCode", "product_name": "Description",
        "quantity": "Quantity", "day": "InvoiceDate", "price": "Price",
        "customer_number": "Customer ID", "country": "Country",
    },
    "order_id,product_id,unit_price,quantity,discount\n10248,11,14,12,0.05\n": {
        "invoice": "order_id", "product_number": "product_id", "price": "unit_price",
        "quantity": "quantity", "discount_share": "discount",
    },
    "Belegart;Beleg-Nr.;Pos.;Belegdatum;Buchungsdatum;Debitor;Kunde;Artikel-Nr.;Bezeichnung;"
    "Warengruppe;Menge;ME;Einzelpreis;Listenpreis;PE;Rabatt %;Nettobetrag;EK-Preis;Währung;"
    "Vertreter;Skonto;Bonus\n"
    "RE;4711;10;05.03.2024;06.03.2024;10044;Muster GmbH;77-1;Dichtung;Dichtungen;2;Stk;10,00;"
    "12,00;1;5,0;19,00;6,00;EUR;A. Beispiel;0,38;0,20\n": {
        "credit": "Belegart", "invoice": "Beleg-Nr.", "line": "Pos.", "day": "Belegdatum",
        "booked": "Buchungsdatum", "customer_number": "Debitor", "customer_name": "Kunde",
        "product_number": "Artikel-Nr.", "product_name": "Bezeichnung", "family": "Warengruppe",
        "quantity": "Menge", "unit": "ME", "price": "Einzelpreis", "list_price": "Listenpreis",
        "per": "PE", "discount_share": "Rabatt %", "net": "Nettobetrag", "cost": "EK-Preis",
        "currency": "Währung", "salesperson": "Vertreter", "terms": "Skonto", "rebate": "Bonus",
    },
    "VBELN\tPOSNR\tFKDAT\tKUNNR\tMATNR\tARKTX\tMATKL\tFKIMG\tVRKME\tNETWR\tWAVWR\tWAERS\n"
    "90001\t10\t20240305\t10044\tP-1\tSeal\tSEALS\t2,000\tPC\t20,00\t12,00\tEUR\n": {
        "invoice": "VBELN", "line": "POSNR", "day": "FKDAT", "customer_number": "KUNNR",
        "product_number": "MATNR", "product_name": "ARKTX", "family": "MATKL",
        "quantity": "FKIMG", "unit": "VRKME", "net": "NETWR", "cost_amount": "WAVWR",
        "currency": "WAERS",
    },
}  # fmt: skip


@pytest.mark.parametrize("text", SHEETS, ids=lambda text: text.split("\n")[0][:30])
def test_columns_of_known_programs_are_found(tmp_path: Path, text: str) -> None:
    found = guess(look(written(tmp_path, text)), SheetKind.ORDERS)
    assert found.columns == SHEETS[text]


KINDS = {
    "Customer No.,Name,Website,Country\n1,Example Pumps,example.com,DE\n": SheetKind.ACCOUNTS,
    "customer_id,company_name,contact_name,city,country\nA,Example,Ann,Ulm,DE\n": (
        SheetKind.ACCOUNTS
    ),
    "ProductKey,EnglishProductName,StandardCost,ListPrice\n1,Seal,6.0,12.0\n": SheetKind.PRODUCTS,
    "Artikelnummer;Bezeichnung;Warengruppe;ME\n1;Dichtung;Dichtungen;Stk\n": SheetKind.PRODUCTS,
    "Artikelnummer;Preisliste;Preis;Währung;gültig ab;gültig bis;ab Menge\n"
    "1;2024;12,50;EUR;01.01.2024;31.12.2024;10\n": SheetKind.PRICES,
    "From currency,To currency,Date,Rate\nUSD,EUR,2024-03-05,0.92\n": SheetKind.RATES,
    "Kundennummer;Konditionsart;Prozent;gültig ab\n10044;Bonus;3;01.01.2024\n": SheetKind.REBATES,
    HEAD + line(): SheetKind.ORDERS,
}


@pytest.mark.parametrize("text", KINDS, ids=lambda text: text.split("\n")[0][:30])
def test_a_sheets_kind_is_guessed(tmp_path: Path, text: str) -> None:
    looked = look(written(tmp_path, text))
    assert guess_kind(looked) is KINDS[text]
    found = guess(looked, KINDS[text])
    assert not lacking(KINDS[text], found.columns)


def test_a_name_that_may_mean_two_things_goes_by_what_stands_there(tmp_path: Path) -> None:
    named = look(written(tmp_path, "Invoice,Date,Customer,Net\nR1,2024-03-05,Example Pumps,1\n"))
    assert guess(named, SheetKind.ORDERS).columns["customer_name"] == "Customer"
    numbered = look(written(tmp_path, "Invoice,Date,Customer,Net\nR1,2024-03-05,10044,1\n"))
    assert guess(numbered, SheetKind.ORDERS).columns["customer_number"] == "Customer"


def test_a_discount_may_be_a_share_or_money(tmp_path: Path) -> None:
    text = "Invoice,Date,Price,Quantity,Discount\nR1,2024-03-05,100,1,{}\n"
    share = look(written(tmp_path, text.format("5 %")))
    assert guess(share, SheetKind.ORDERS).columns["discount_share"] == "Discount"
    money = look(written(tmp_path, text.format("5.00")))
    assert guess(money, SheetKind.ORDERS).columns["discount"] == "Discount"


def test_shares_above_one_are_told_in_percent(tmp_path: Path) -> None:
    text = "Invoice,Date,Price,Quantity,Rabatt %\nR1,2024-03-05,100,1,{}\n"
    assert read(written(tmp_path, text.format("5"))).column("net") == [950_000]
    assert read(written(tmp_path, text.format("0.05"))).column("net") == [950_000]


def test_shares_that_leave_a_doubt_go_by_the_sums_that_lines_state(tmp_path: Path) -> None:
    text = "Invoice,Date,Price,Quantity,Rabatt %,Net\nR1,2024-03-05,100,1,0.5,{}\n"
    assert read(written(tmp_path, text.format("99.5"))).column_map.percent == ("discount_share",)
    assert read(written(tmp_path, text.format("50"))).column_map.percent == ()


def test_what_a_column_holds_can_rule_it_out(tmp_path: Path) -> None:
    text = "Invoice,Date,Net,Currency\nR1,2024-03-05,20,100\nR2,2024-03-05,20,19\n"
    assert "currency" not in guess(look(written(tmp_path, text)), SheetKind.ORDERS).columns


def test_a_type_is_one_of_invoices_only_where_it_names_them(tmp_path: Path) -> None:
    text = "Invoice,Date,Net,Type\nR1,2024-03-05,20,{}\nR2,2024-03-05,20,{}\n"
    goods = look(written(tmp_path, text.format("C", "G")))
    assert "credit" not in guess(goods, SheetKind.ORDERS).columns
    notes = look(written(tmp_path, text.format("RE", "GS")))
    assert guess(notes, SheetKind.ORDERS).columns["credit"] == "Type"


def test_freight_is_not_guessed_as_it_may_be_what_the_customer_paid(tmp_path: Path) -> None:
    text = "Invoice,Date,Net,Freight\nR1,2024-03-05,20,5\n"
    assert "freight" not in guess(look(written(tmp_path, text)), SheetKind.ORDERS).columns


def test_what_was_chosen_before_is_taken_where_the_columns_are_the_same(tmp_path: Path) -> None:
    looked = look(written(tmp_path, HEAD + line()))
    chosen = ColumnMap({"invoice": "Invoice", "day": "Date", "net": "Price"})
    other = ColumnMap({"invoice": "Beleg"})
    assert guess(looked, SheetKind.ORDERS, [other, chosen]) == chosen
    assert guess(looked, SheetKind.ORDERS, [other]).columns["net"] == "Net"


def test_a_sheet_that_does_not_tell_enough_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No column holds: invoice, day"):
        read(written(tmp_path, "City,Street\nUlm,Main\n"))
    wrong = ColumnMap({"invoice": "Beleg", "day": "Date", "net": "Net"})
    with pytest.raises(BadInput, match="no column “Beleg”") as told:
        read(written(tmp_path, HEAD + line()), column_map=wrong)
    assert "Invoice, Date" in told.value.cure


def test_every_field_has_names() -> None:
    for kind in SheetKind:
        for field, names in names_of(kind).items():
            assert names, (kind, field)
            assert list(names) == [plain(name) for name in names]
            assert len(set(names)) == len(names), (kind, field)
    assert {field.name for field in FIELDS[SheetKind.ORDERS]} == set(names_of(SheetKind.ORDERS))
