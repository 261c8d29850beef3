"""Real sheets through the whole import, where they are present: sums as docs/real-trade.md says."""

import os
from pathlib import Path

import pytest

from kith.terms.sheets import SheetKind
from tests.pipeline.sheets.desk import ask, bring

pytestmark = [pytest.mark.real_data, pytest.mark.django_db(transaction=True)]
HOME = Path(os.environ.get("KITH_REAL_DATA", "~/.cache/kith-data")).expanduser()


def there(name: str) -> Path:
    path = HOME / name
    if not path.exists():
        pytest.skip("the real sheets are not there")
    return path


@pytest.mark.usefixtures("firm")
def test_the_manufacturers_lines_come_in_whole_and_once() -> None:
    bring(there("manufacturer/DimReseller.csv"), SheetKind.ACCOUNTS)
    products = bring(there("manufacturer/DimProduct.csv"), SheetKind.PRODUCTS)
    path = there("manufacturer/FactResellerSales_to_2012.csv")
    lines = bring(path)
    assert (products.kept, lines.kept, lines.refused) == (606, 32_315, 0)
    totals = "SELECT count(*), sum(net), sum(cost), sum(list_amount) FROM ledger_invoiceline"
    held = [(32_315, 468_757_628_251, 459_134_102_152, 471_381_185_996)]
    assert ask(totals) == held
    assert ask("SELECT count(*) FROM ledger_customer") == [(701,)]
    assert ask("SELECT count(*) FROM ledger_invoice WHERE customer_id IS NULL") == [(0,)]
    again = bring(path)
    assert (again.kept, again.refused) == (0, 0)
    assert ask(totals) == held


@pytest.mark.usefixtures("firm")
def test_heads_and_lines_of_two_sheets_find_each_other() -> None:
    for name, kind in (
        ("customers", SheetKind.ACCOUNTS), ("products", SheetKind.PRODUCTS),
        ("orders", SheetKind.ORDERS), ("order_details", SheetKind.ORDERS),
    ):  # fmt: skip
        assert not bring(there(f"northwind/{name}.csv"), kind).refused
    assert ask("SELECT count(*), sum(net) FROM ledger_invoiceline") == [(2_155, 12_657_930_395)]
    undated = "SELECT count(*) FROM ledger_invoice WHERE customer_id IS NULL OR day IS NULL"
    assert ask(undated) == [(0,)]
