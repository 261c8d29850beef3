"""Products, price lists, rates and what is granted off invoices come in from sheets."""

from pathlib import Path

import pytest

from kith.ledger.imports.sheet_readers import refused_rows, remarks_of
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Condition, ListPrice, PriceList, Product
from kith.ledger.whole.firm_writers import change_firm
from kith.terms.sheets import SheetKind
from tests.pipeline.sheets.desk import ORDERS, ask, bring, line, write

pytestmark = pytest.mark.django_db(transaction=True)
PRICES = ("Article No", "Price List", "Price", "per", "Currency", "Valid from", "Valid to")
RATES = ("From Currency", "To Currency", "Date", "Rate")


def test_products_have_families_units_and_list_prices(firm: User, tmp_path: Path) -> None:
    header = ("Article No", "Description", "Product Family", "Unit", "List Price", "Cost")
    rows = [("A1", "Seal", "Seals", "pc", "15.00", "6.00"), ("A2", "Pump", "seals", "", "", "")]
    batch = bring(write(tmp_path, header, rows), SheetKind.PRODUCTS)
    assert (batch.kept, batch.seen) == (2, 0)
    found = {p.number: p for p in Product.objects.select_related("family")}
    assert (found["A1"].name, found["A1"].unit) == ("Seal", "pc")
    assert found["A1"].family == found["A2"].family
    assert ListPrice.objects.get().price == 150_000
    assert "cost_of_product" in {remark.code for remark in remarks_of(batch)}


def test_a_price_of_so_many_and_a_list_told_again(firm: User, tmp_path: Path) -> None:
    spring = ("A1", "Spring", "150", "100", "EUR", "2026-01-01", "2026-06-30")
    first = bring(write(tmp_path, PRICES, [spring]), SheetKind.PRICES)
    assert (first.kept, first.seen) == (1, 0)
    assert ask("SELECT price, per, currency, since, until FROM fact_list_prices") in (
        [(1_500_000, 100, "EUR", "2026-01-01", "2026-06-30")],
        [(1_500_000, 100, "EUR", *_days("2026-01-01", "2026-06-30"))],
    )
    longer = ("A1", "spring", "151", "100", "EUR", "2026-01-01", "2026-12-31")
    again = bring(write(tmp_path, PRICES, [longer, longer]), SheetKind.PRICES)
    assert (again.kept, again.refused) == (0, 0)
    assert (PriceList.objects.count(), ListPrice.objects.get().price) == (1, 1_510_000)


def _days(*texts: str) -> list[object]:
    from datetime import date

    return [date.fromisoformat(text) for text in texts]


def test_a_second_price_in_the_same_list_is_refused(firm: User, tmp_path: Path) -> None:
    rows = [("A1", "Spring", p, "", "EUR", "2026-01-01", "") for p in ("15", "16")]
    batch = bring(write(tmp_path, PRICES, rows), SheetKind.PRICES)
    (row,) = refused_rows(batch)
    assert (row.row, batch.kept) == (3, 1)
    assert "another price in this list above" in str(row.reason)


def test_a_rate_makes_lines_count_and_a_second_one_is_refused(firm: User, tmp_path: Path) -> None:
    before = bring(write(tmp_path, ORDERS, [line("R1", 1, currency="USD")]))
    assert "no_rate" in {remark.code for remark in remarks_of(before)}
    rows = [("USD", "EUR", "2026-01-01", "0.92"), ("USD", "EUR", "2026-01-01", "0.93")]
    batch = bring(write(tmp_path, RATES, rows), SheetKind.RATES)
    assert (batch.kept, batch.refused) == (1, 1)
    assert ("USD", 0.92) in ask("SELECT currency, rate FROM fact_rates")
    after = bring(write(tmp_path, ORDERS, [line("R2", 1, currency="USD")]))
    assert "no_rate" not in {remark.code for remark in remarks_of(after)}


def test_rates_follow_the_firms_own_money(firm: User, tmp_path: Path) -> None:
    bring(write(tmp_path, RATES, [("USD", "EUR", "2026-01-01", "0.8")]), SheetKind.RATES)
    (before,) = ask("SELECT version FROM ledger_stamp WHERE shape = 'rates'")
    change_firm(name="Firm", zone="Europe/Berlin", currency="USD", actor=firm)
    assert ask("SELECT version FROM ledger_stamp WHERE shape = 'rates'") > [before]
    assert ("EUR", 1.25) in ask("SELECT currency, rate FROM fact_rates")


def test_conditions_are_told_apart_by_all_they_say(firm: User, tmp_path: Path) -> None:
    header = (
        "Customer No",
        "Customer",
        "Type",
        "Percent",
        "Amount",
        "Currency",
        "Valid from",
        "Valid to",
    )
    share = ("100", "Lindner AG", "Bonus", "3 %", "", "", "2026-01-01", "2026-12-31")
    once = ("100", "Lindner AG", "Skonto", "", "250.00", "USD", "2026-03-01", "")
    path = write(tmp_path, header, [share, once])
    bring(path, SheetKind.REBATES)
    again = bring(path, SheetKind.REBATES)
    assert (again.kept, again.seen) == (0, 2)
    found = {(c.kind, c.share, c.amount, c.currency) for c in Condition.objects.all()}
    assert found == {("rebate", 30_000, None, ""), ("terms", None, 2_500_000, "USD")}
