"""Sheets of accounts, products, prices, rates and rebates have rules of their own."""

from datetime import date
from pathlib import Path

import pytest

from kith.terms.sheets import SheetKind
from tests.sources.sheets.sheet import read, written


def test_an_account_has_a_name(tmp_path: Path) -> None:
    text = "Customer No.,Name,Website,Country\n1,Example Pumps,example.com,DE\n2,,,\n"
    found = read(written(tmp_path, text), SheetKind.ACCOUNTS)
    assert found.column("domain") == ["example.com"]
    assert found.reasons == ["Row 3: nothing stands in Name."]


def test_a_product_keeps_its_name_where_its_prices_end_before_they_begin(tmp_path: Path) -> None:
    text = "ProductKey,Name,ListPrice,StartDate,EndDate\n1,Seal,12.0,2024-03-05,2007-12-28\n"
    found = read(written(tmp_path, text), SheetKind.PRODUCTS)
    assert found.rows == [{"row": 2, "number": "1", "name": "Seal"}]
    assert found.remarks["no_prices"].n == 1


def test_a_price_list_that_ends_before_it_begins_is_refused(tmp_path: Path) -> None:
    text = "Article no.,Price,Valid from,Valid to\n1,12.0,2024-03-05,2024-01-01\n"
    (reason,) = read(written(tmp_path, text), SheetKind.PRICES).refused
    assert reason.reason.message == "Row 2: it ends before it begins, on 2024-01-01."
    assert reason.reason.cure == "Correct its first day or its last one."


def test_a_list_that_ends_in_a_far_year_is_open(tmp_path: Path) -> None:
    text = "Artikelnummer;Preis;gültig ab;gültig bis\n1;12,00;01.01.2024;31.12.9999\n"
    found = read(written(tmp_path, text), SheetKind.PRICES)
    assert found.column("until") == [None]
    assert found.column("since") == [date(2024, 1, 1)]
    assert found.remarks["open"].n == 1


def test_a_price_for_a_hundred_says_so(tmp_path: Path) -> None:
    text = "Artikelnummer;Preis;Preiseinheit\n1;12,00;100\n"
    found = read(written(tmp_path, text), SheetKind.PRICES)
    assert (found.column("price"), found.column("per")) == ([120_000], [1_000_000])


def test_a_price_below_nothing_is_refused(tmp_path: Path) -> None:
    text = "Article no.,Price\n1,-12.0\n"
    assert read(written(tmp_path, text), SheetKind.PRICES).reasons == [
        "Row 2: “-12.0” in Price is below zero."
    ]


def test_what_the_market_asks_is_told_apart(tmp_path: Path) -> None:
    text = "Article no.,Price,Market\n1,12.0,yes\n2,12.0,no\n3,12.0,\n"
    found = read(written(tmp_path, text), SheetKind.PRICES)
    assert found.column("market") == [True, False, None]


def test_a_rate_is_kept_to_eight_digits(tmp_path: Path) -> None:
    text = "From currency,To currency,Date,Rate\nJPY,EUR,2024-03-05,0.00614213\n"
    assert read(written(tmp_path, text), SheetKind.RATES).column("rate") == [614_213]


@pytest.mark.parametrize("rate", ["0", "-1"])
def test_a_rate_is_above_nothing(tmp_path: Path, rate: str) -> None:
    text = f"From currency,To currency,Date,Rate\nUSD,EUR,2024-03-05,{rate}\n"
    assert "is not above zero" in read(written(tmp_path, text), SheetKind.RATES).reasons[0]


def test_a_rate_of_a_currency_in_itself_is_left_out(tmp_path: Path) -> None:
    text = "From currency,To currency,Date,Rate\nEUR,EUR,2024-03-05,1\nUSD,EUR,2024-03-05,0.9\n"
    found = read(written(tmp_path, text), SheetKind.RATES)
    assert found.column("base") == ["USD"]
    assert found.remarks["same"].n == 1


def test_a_rebate_is_a_share_or_a_sum_for_somebody(tmp_path: Path) -> None:
    text = (
        "Kundennummer;Konditionsart;Prozent;Festbetrag;gültig ab\n"
        "10044;Bonus;3;;01.01.2024\n10044;WKZ;;500,00;01.01.2024\n10044;Bonus;;;01.01.2024\n"
        ";Bonus;3;;01.01.2024\n10044;Bonus;300;;01.01.2024\n"
    )
    found = read(written(tmp_path, text), SheetKind.REBATES)
    assert found.column("share") == [30_000, None]
    assert found.column("amount") == [None, 5_000_000]
    assert [reason.split(":")[0] for reason in found.reasons] == ["Row 4", "Row 5", "Row 6"]
