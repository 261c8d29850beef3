"""Sheets of real firms and of other programs' test suites, where they are present: counts only."""

import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from kith.sources.sheets.chunks import chunks
from kith.sources.sheets.guess import guess, guess_kind
from kith.sources.sheets.look import look
from kith.sources.sheets.open_rows import open_rows
from kith.terms.errors import BadInput
from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import SheetKind

pytestmark = pytest.mark.real_data
HOME = Path(os.environ.get("KITH_REAL_DATA", "~/.cache/kith-data")).expanduser()

# Kind, rows kept, remarks. No row of these is refused: what is wrong with them is remarked upon.
SHEETS = {
    "manufacturer/FactResellerSales_to_2012.csv": (
        SheetKind.ORDERS, 32_315, {"under_cost": 10_331}
    ),
    "manufacturer/DimProduct.csv": (SheetKind.PRODUCTS, 606, {"no_prices": 200}),
    "manufacturer/DimReseller.csv": (SheetKind.ACCOUNTS, 701, {}),
    "manufacturer/dimensions/Product.csv": (SheetKind.PRODUCTS, 504, {}),
    "manufacturer/dimensions/Store.csv": (SheetKind.ACCOUNTS, 701, {}),
    "manufacturer/dimensions/CurrencyRate.csv": (SheetKind.RATES, 12_435, {"same": 1_097}),
    "manufacturer/dimensions/ProductListPriceHistory.csv": (SheetKind.PRICES, 395, {}),
    "wholesaler/online_retail_2009_2010.csv": (
        SheetKind.ORDERS, 521_805,
        {"free": 30, "return": 9_586, "charge": 2_916, "bad_debt": 3, "no_customer": 104_271,
         "stock": 3_656},
    ),
    "northwind/orders.csv": (SheetKind.ORDERS, 830, {}),
    "northwind/order_details.csv": (SheetKind.ORDERS, 2_155, {}),
    "northwind/products.csv": (SheetKind.PRODUCTS, 77, {}),
    "northwind/customers.csv": (SheetKind.ACCOUNTS, 91, {}),
    "crm_sample/accounts.csv": (SheetKind.ACCOUNTS, 85, {}),
    "crm_sample/products.csv": (SheetKind.PRODUCTS, 7, {}),
}  # fmt: skip

# What the sums must be, asked of the files in another way.
SUMS = {
    "manufacturer/FactResellerSales_to_2012.csv": (
        "sum(CAST(SalesAmount AS DECIMAL(18, 4)))", "sum(CAST(TotalProductCost AS DECIMAL(18, 4)))"
    ),
    "wholesaler/online_retail_2009_2010.csv": (
        "sum(CAST(Quantity AS BIGINT) * CAST(Price AS DECIMAL(18, 4)))", "NULL"
    ),
    "northwind/order_details.csv": (
        "sum(CAST(CAST(quantity AS BIGINT) * CAST(unit_price AS DECIMAL(9, 4))"
        " * (1 - CAST(discount AS DECIMAL(9, 4))) AS DECIMAL(18, 4)))", "NULL"
    ),
}  # fmt: skip


def there(name: str) -> Path:
    path = HOME / name
    if not path.exists():
        pytest.skip("the real sheets are not there")
    return path


@pytest.mark.parametrize("name", SHEETS)
def test_a_real_sheet_is_read_without_a_map(name: str) -> None:
    kind, rows, remarks = SHEETS[name]
    path = there(name)
    looked = look(path)
    assert guess_kind(looked) is kind
    kept, refused = 0, 0
    said: Counter[str] = Counter()
    for chunk in chunks(path, looked, guess(looked, kind), kind):
        kept += len(chunk.rows)
        refused += len(chunk.refused)
        said.update({remark.code: remark.n for remark in chunk.remarks})
    assert (kept, refused, dict(said)) == (rows, 0, remarks)


@pytest.mark.parametrize("name", SUMS)
def test_the_sums_of_a_real_sheet_are_what_another_way_gives(name: str) -> None:
    path = there(name)
    looked = look(path)
    names = ["row", *(field.name for field in FIELDS[SheetKind.ORDERS])]
    places = [names.index(name) for name in ("net", "cost_amount")]
    found = [0, 0]
    for chunk in chunks(path, looked, guess(looked, SheetKind.ORDERS), SheetKind.ORDERS):
        rows: list[Any] = chunk.rows
        found = [
            sum(row[place] or 0 for row in rows) + was
            for place, was in zip(places, found, strict=True)
        ]
    asked = duckdb.execute(
        f"SELECT {', '.join(SUMS[name])} FROM read_csv('{path}', all_varchar = true)"
    ).fetchone()
    assert asked
    assert found == [round((total or 0) * 10_000) for total in asked]


def test_no_sheet_of_any_suite_breaks_or_stops_the_reader() -> None:
    root = there("csv_nasty")
    outcomes: Counter[str] = Counter()
    for path in sorted(file for file in root.rglob("*") if file.is_file()):
        begun = time.process_time()
        try:
            looked = look(path)
            for _ in open_rows(path, looked):
                pass
            kind = guess_kind(looked)
            for _ in chunks(path, looked, guess(looked, kind), kind):
                pass
            outcomes["read"] += 1
        except BadInput as refusal:
            outcomes["refused" if refusal.cure else "without a cure"] += 1
        assert time.process_time() - begun < 10, path.name
    assert outcomes.total() > 100
    assert set(outcomes) == {"read", "refused"}
