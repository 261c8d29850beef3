"""Numbers and days, as people and programs write them."""

from datetime import date, timedelta
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sources.sheets import cells
from kith.terms.sheets import FieldType

ENGINE = duckdb.connect(config={"threads": 1})


def asked(sql: str, text: str) -> object:
    row = ENGINE.execute(f"SELECT {sql} FROM (SELECT CAST(? AS VARCHAR) AS x)", [text]).fetchone()
    assert row
    return row[0]


def money(text: str, decimal: str = ".") -> object:
    return asked(cells.scaled(cells.amount("x", decimal), 10_000), text)


@pytest.mark.parametrize(
    ("text", "ten_thousandths"),
    [
        ("12", 120_000),
        ("12.5", 125_000),
        (".5", 5_000),
        ("1,234.50", 12_345_000),
        ("1 234.50", 12_345_000),
        ("1\u00a0234.50", 12_345_000),
        ("12'000.50", 120_005_000),
        ("1,00,000", 1_000_000_000),
        ("(12.50)", -125_000),
        ("12.50-", -125_000),
        ("−12.50", -125_000),
        ("€ 12.50", 125_000),
        ("-$5", -50_000),
        ("12.50 EUR", 125_000),
        ("CHF 12.50", 125_000),
        ("1e3", 10_000_000),
        ("1.00005", 10_001),
    ],
)
def test_an_amount_is_read_however_it_is_written(text: str, ten_thousandths: int) -> None:
    assert money(text) == ten_thousandths


@pytest.mark.parametrize(
    ("text", "ten_thousandths"),
    [("12,5", 125_000), ("1.234,50", 12_345_000), ("1.234", 12_340_000), ("(12,50) €", -125_000)],
)
def test_a_decimal_comma_is_one(text: str, ten_thousandths: int) -> None:
    assert money(text, ",") == ten_thousandths


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("1,23", "."), ("12.5", ","), ("1.23.4", "."), ("abc", "."), ("12abc", "."), ("(5", "."),
        ("12.50 CR", "."), ("--5", "."), ("5-5", "."), ("inf", "."), ("1e999", "."), ("#REF!", "."),
        ("999999999999999", "."), ("12 34", "."),
    ],
)  # fmt: skip
def test_what_leaves_a_doubt_is_no_amount(text: str, decimal: str) -> None:
    assert money(text, decimal) is None


@given(st.decimals(-(10**11), 10**11, places=4), st.sampled_from([".", ","]), st.booleans())
def test_every_amount_comes_back_to_the_last_digit(
    number: Decimal, decimal: str, grouped: bool
) -> None:
    text = f"{number:,.4f}" if grouped else f"{number:.4f}"
    if decimal == ",":
        text = text.translate(str.maketrans(",.", ".,"))
    assert money(text, decimal) == int(number * 10_000)


@given(st.text(max_size=20), st.sampled_from([".", ","]))
def test_no_text_breaks_a_number(text: str, decimal: str) -> None:
    found = money(text.replace("\0", ""), decimal)
    assert found is None or isinstance(found, int)


@pytest.mark.parametrize(
    ("text", "percent", "share"),
    [("4", True, 0.04), ("4 %", True, 0.04), ("4%", False, 0.04), ("0.04", False, 0.04),
     ("2.5", True, 0.025)],
)  # fmt: skip
def test_a_share_is_one_of_a_whole(text: str, percent: bool, share: float) -> None:
    found = asked(cells.figure("x", FieldType.SHARE, ".", percent=percent), text)
    assert found == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2010-12-29", "dmy"), ("2010-12-29 07:45:00", "mdy"), ("2010-12-29T07:45:00.000Z", "ymd"),
        ("29.12.2010", "dmy"), ("29/12/10", "dmy"), ("12/29/2010 7:45 AM", "mdy"),
        ("2010/12/29", "dmy"), ("20101229", "dmy"), ("40541", "dmy"), ("40541.75", "mdy"),
        ("29-Dec-2010", "mdy"), ("Dec 29, 2010", "dmy"), ("29. Dezember 2010", "ymd"),
        ("Wednesday, 29 December 2010", "dmy"), ("29 Dez. 10", "dmy"),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str, order: str) -> None:
    assert asked(cells.day("x", order), text) == date(2010, 12, 29)


@pytest.mark.parametrize(
    ("text", "order"),
    [("31.02.2010", "dmy"), ("12/29/2010", "dmy"), ("29/12/2010", "mdy"), ("soon", "dmy"),
     ("2010", "ymd"), ("2010-13-01", "ymd"), ("infinity", "ymd"), ("99999999", "dmy")],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str, order: str) -> None:
    assert asked(cells.day("x", order), text) is None


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_comes_back_in_every_order(day: date) -> None:
    forms = {"dmy": "%d.%m.%Y", "mdy": "%m/%d/%y", "ymd": "%Y-%m-%d"}
    for order, form in forms.items():
        assert asked(cells.day("x", order), day.strftime(form)) == day
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert asked(cells.day("x", "dmy"), str(serial)) == day


@given(st.text(max_size=20), st.sampled_from(["dmy", "mdy", "ymd"]))
def test_no_text_breaks_a_day(text: str, order: str) -> None:
    found = asked(cells.day("x", order), text.replace("\0", ""))
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("text", "code"),
    [("eur", "EUR"), ("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("$", None), ("Dollars", None)],
)
def test_a_currency_has_three_letters(text: str, code: str | None) -> None:
    assert asked(cells.currency("x"), text) == code
