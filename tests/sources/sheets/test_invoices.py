"""Each fault of a sheet of invoices has its rule, and a message that names row and cure."""

from pathlib import Path

import pytest

from kith.terms.sheets import ColumnMap, SheetKind
from tests.sources.sheets.sheet import DAY, HEAD, line, read, written


def test_a_line_says_who_bought_what_when_and_for_how_much(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line()))
    assert found.rows == [
        {
            "row": 2, "invoice": "R1", "day": DAY, "customer_name": "Example Pumps",
            "product_name": "Seal", "quantity": 20_000, "price": 100_000, "net": 200_000,
            "credit": False, "sort": "goods",
        }
    ]  # fmt: skip
    assert not found.refused
    assert not found.remarks


def test_without_a_sum_it_is_quantity_times_price(tmp_path: Path) -> None:
    text = (
        "Invoice,Date,Quantity,Price,Discount %\nR1,2024-03-05,3,9.99,\nR2,2024-03-05,3,9.99,10 %\n"
    )
    assert read(written(tmp_path, text)).column("net") == [299_700, 269_730]


def test_a_price_of_many_digits_is_multiplied_before_it_is_rounded(tmp_path: Path) -> None:
    text = "Invoice,Date,Quantity,Price\nR1,2024-03-05,10000,0.00123\n"
    assert read(written(tmp_path, text)).column("net") == [123_000]


def test_a_discount_in_money_and_percent_is_one(tmp_path: Path) -> None:
    text = (
        "Invoice,Date,Quantity,Price,Discount %,Discount amount\n"
        "R1,2024-03-05,2,10,10 %,2\nR2,2024-03-05,-2,10,10 %,2\n"
    )
    assert read(written(tmp_path, text)).column("net") == [180_000, -180_000]


def test_a_negative_quantity_is_a_return(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line(quantity="-2", net="-20")))
    assert found.column("sort") == ["return"]
    assert found.remarks["return"].n == 1


def test_a_quantity_and_a_sum_of_two_signs_are_refused(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line(quantity="-2", net="20")))
    assert found.reasons == ["Row 2: quantity and sum have different signs, “-2”."]
    assert "negative for what came back" in found.refused[0].reason.cure


def test_money_given_back_for_no_goods_is_kept(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line(net="-20")))
    assert found.column("net") == [-200_000]


def test_a_credit_note_written_in_positive_sums_is_turned(tmp_path: Path) -> None:
    text = "Belegart;Rechnung;Datum;Menge;Netto;Kosten\nGutschrift;G1;05.03.2024;2;20,00;12,00\n"
    found = read(written(tmp_path, text))
    (row,) = found.rows
    assert (row["quantity"], row["net"], row["cost_amount"]) == (-20_000, -200_000, -120_000)
    assert row["credit"] is True
    assert found.remarks["turned"].n == 1


def test_a_credit_note_written_in_negative_sums_stays_so_and_its_charges_too(
    tmp_path: Path,
) -> None:
    text = (
        "Belegart;Rechnung;Datum;Text;Menge;Netto\nGutschrift;G1;05.03.2024;Dichtung;-2;-20,00\n"
        "Gutschrift;G1;05.03.2024;Bearbeitung;1;5,00\n"
    )
    assert read(written(tmp_path, text)).column("net") == [-200_000, 50_000]


def test_credit_notes_are_known_by_their_numbers_too(tmp_path: Path) -> None:
    text = HEAD + line("C1001", quantity="-1", net="-10") + line("C1002")
    assert read(written(tmp_path, text)).column("credit") == [True, False]


def test_a_credit_note_may_come_before_its_invoice(tmp_path: Path) -> None:
    """A row says nothing of another; their order is of no account here."""
    text = HEAD + line("G1", date="2024-03-01", quantity="-1", net="-10") + line("R1")
    assert not read(written(tmp_path, text)).refused


def test_a_currency_that_a_sum_names_is_the_rows(tmp_path: Path) -> None:
    text = HEAD + line(net="20 EUR") + line(net="£20") + line(net="20")
    assert read(written(tmp_path, text)).column("currency") == ["EUR", "GBP", None]


def test_a_sum_in_another_currency_than_the_row_is_refused(tmp_path: Path) -> None:
    text = "Invoice,Date,Net,Currency\nR1,2024-03-05,20 EUR,USD\nR1,2024-03-05,20 EUR,EUR\n"
    found = read(written(tmp_path, text))
    assert found.reasons == ["Row 2: a sum is in another currency than the row says, “USD”."]
    assert len(found.rows) == 1


def test_two_currencies_in_one_invoice_are_told_of_each_line(tmp_path: Path) -> None:
    """Whether they may be is said where invoices are put together."""
    text = "Invoice,Date,Net,Currency\nR1,2024-03-05,20,USD\nR1,2024-03-05,20,EUR\n"
    assert read(written(tmp_path, text)).column("currency") == ["USD", "EUR"]


def test_a_dollar_of_no_named_country_is_left_open(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line(net="$20") + line(net="US$20")))
    assert found.column("currency") == [None, "USD"]
    assert found.remarks["dollar"].first == 2


def test_what_is_no_currency_is_refused(tmp_path: Path) -> None:
    text = (
        "Invoice,Date,Net,Currency\n" + "R1,2024-03-05,20,EUR\n" * 20 + "R1,2024-03-05,20,Dollar\n"
    )
    found = read(written(tmp_path, text))
    assert found.reasons == ["Row 22: “Dollar” in Currency is no currency."]


def test_a_missing_cost_is_said_and_kept_open(tmp_path: Path) -> None:
    text = "Invoice,Date,Quantity,Net,Unit cost\nR1,2024-03-05,2,20,6\nR1,2024-03-05,2,20,\n"
    found = read(written(tmp_path, text))
    assert found.column("cost_amount") == [120_000, None]
    assert found.remarks["no_cost"].n == 1
    assert found.remarks["no_cost"].first == 3


def test_what_was_sold_under_cost_is_kept_and_counted(tmp_path: Path) -> None:
    text = "Invoice,Date,Quantity,Net,Unit cost\nR1,2024-03-05,2,20,11\n"
    assert read(written(tmp_path, text)).remarks["under_cost"].n == 1


def test_goods_without_a_price_are_kept_and_counted(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line(price="0", net="0")))
    assert found.column("net") == [0]
    assert found.remarks["free"].n == 1


@pytest.mark.parametrize(
    "text", ["Postage", "FRACHTKOSTEN", "Packing and handling", "Bank charges"]
)
def test_a_charge_is_no_goods(tmp_path: Path, text: str) -> None:
    found = read(written(tmp_path, HEAD + line(article=text)))
    assert found.column("sort") == ["charge"]


def test_goods_that_are_called_like_a_charge_are_goods(tmp_path: Path) -> None:
    found = read(
        written(tmp_path, HEAD + line(article="Postage scales") + line(article="Manual valve"))
    )
    assert found.column("sort") == ["goods", "goods"]


def test_a_debt_written_off_is_told_apart(tmp_path: Path) -> None:
    found = read(
        written(tmp_path, HEAD + line(article="Adjust bad debt", quantity="1", net="-500"))
    )
    assert found.column("sort") == ["bad_debt"]


@pytest.mark.parametrize("word", ["Total", "Grand total", "Summe:", "Gesamtsumme", "Zwischensumme"])
def test_a_row_of_totals_is_left_out(tmp_path: Path, word: str) -> None:
    text = HEAD + line() + f"{word},,,,2,,20\n" + f"R1,2024-03-05,,{word},,,20\n"
    text += f",,{word},,2,,20\n"
    found = read(written(tmp_path, text))
    assert len(found.rows) == 1
    assert not found.refused
    assert found.remarks["totals"].n == 3
    assert found.remarks["totals"].left_out


def test_a_customer_called_total_is_a_customer(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line(customer="Total") + line(article="Total seal")))
    assert len(found.rows) == 2


def test_a_header_in_the_middle_is_left_out(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line() + HEAD + line()))
    assert len(found.rows) == 2
    assert found.remarks["header"].first == 3


def test_a_row_of_text_alone_is_left_out(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line() + "R1,2024-03-05,Example Pumps,Your order,,,\n"))
    assert found.remarks["text"].n == 1


def test_prices_for_a_hundred_are_seen_where_sums_show_it(tmp_path: Path) -> None:
    text = "Invoice,Date,Quantity,Price,Net,List price\n" + "R1,2024-03-05,250,8,20,10\n" * 3
    found = read(written(tmp_path, text))
    assert found.column_map.constants == {"per": "100"}
    assert found.column("list_amount") == [250_000] * 3
    assert "differs" not in found.remarks


def test_prices_for_a_hundred_are_read_where_a_column_says_so(tmp_path: Path) -> None:
    text = "Rechnung;Datum;Menge;Einzelpreis;Preiseinheit\nR1;05.03.2024;250;8,00;100\n"
    assert read(written(tmp_path, text)).column("net") == [200_000]


def test_a_price_for_no_units_is_refused(tmp_path: Path) -> None:
    text = "Rechnung;Datum;Menge;Einzelpreis;Preiseinheit\nR1;05.03.2024;250;8,00;0\n"
    assert read(written(tmp_path, text)).reasons == [
        "Row 2: “0” in Preiseinheit is not above zero."
    ]


def test_a_stated_sum_is_kept_where_it_is_another_than_computed(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line(net="18")))
    assert found.column("net") == [180_000]
    assert found.remarks["differs"].n == 1


def test_days_as_serial_numbers_are_days(tmp_path: Path) -> None:
    assert read(written(tmp_path, HEAD + line(date="45356"))).column("day") == [DAY]


@pytest.mark.parametrize(
    ("cells", "why", "cure"),
    [
        ({"date": "31.02.2024"}, "“31.02.2024” in Date is no day here", "order of day and month"),
        ({"date": ""}, "nothing stands in Date", "Fill it in"),
        ({"net": "#REF!"}, "the formula in Net gives “#REF!”", "save the file again"),
        ({"net": "12.5.0"}, "“12.5.0” in Net is no number here", "decimal sign"),
        ({"net": "", "price": ""}, "neither a sum nor a price", "the price and the quantity"),
    ],
)
def test_a_row_that_cannot_be_read_names_itself_its_cell_and_a_cure(
    tmp_path: Path, cells: dict[str, str], why: str, cure: str
) -> None:
    found = read(written(tmp_path, HEAD + line() * 20 + line(**cells)))
    (refusal,) = found.refused
    assert refusal.row == 22
    assert refusal.reason.message.startswith("Row 22: ")
    assert why in refusal.reason.message
    assert cure in refusal.reason.cure
    assert refusal.cells[0] == "R1"
    assert len(found.rows) == 20


def test_a_discount_above_all_of_it_is_refused(tmp_path: Path) -> None:
    columns = {"invoice": "Invoice", "day": "Date", "net": "Net", "discount_share": "Off"}
    path = written(tmp_path, "Invoice,Date,Net,Off\nR1,2024-03-05,20,15\n")
    assert "is more than all of it" in read(path, column_map=ColumnMap(columns)).reasons[0]


def test_rows_too_long_are_refused_and_rows_too_short_filled_up(tmp_path: Path) -> None:
    text = (
        HEAD
        + line()
        + "R2,2024-03-05,Pumps, Inc.,Seal,2,10,20\n"
        + "R3,2024-03-05,Pumps,Seal,2,10\n"
    )
    found = read(written(tmp_path, text + line().strip() + ",,\n"))
    assert found.reasons == ["Row 3: 8 cells, where the sheet has 7 columns."]
    assert found.refused[0].cells[3] == " Inc."
    assert found.column("row") == [2, 4, 5]
    assert found.remarks["short"].n == 1


def test_an_open_quotation_mark_names_its_row_and_a_cure(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + line() + '"open,2024-03-05\n' + line()))
    assert found.reasons == ["Row 3: a quotation mark is opened and not closed."]
    assert found.refused[0].reason.cure == "Close it, or double each one that belongs to the text."
    assert found.column("row") == [2, 4]


def test_empty_lines_count_as_rows_and_are_passed_over(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD + "\n" + line() + ",,,,,,\n\n" + line()))
    assert found.column("row") == [3, 6]
    assert not found.refused


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    names = ("=cmd|' /C calc'!A0", "'=2+2", '="0012"')
    text = HEAD.replace("Customer", "Customer name") + "".join(line(customer=n) for n in names)
    assert read(written(tmp_path, text)).column("customer_name") == [
        "=cmd|' /C calc'!A0", "=2+2", "0012",
    ]  # fmt: skip


def test_numbers_of_customers_lose_the_point_that_a_program_gave_them(tmp_path: Path) -> None:
    text = "Invoice,Date,Customer ID,Net\nR1,2024-03-05,13085.0,1\n"
    assert read(written(tmp_path, text)).column("customer_number") == ["13085"]


def test_doubled_lines_are_both_handed_on(tmp_path: Path) -> None:
    """Two alike may both have been sold; what says that a line came twice is its number."""
    assert len(read(written(tmp_path, HEAD + line() + line())).rows) == 2


def test_what_holds_for_all_rows_is_said_of_each(tmp_path: Path) -> None:
    column_map = ColumnMap(
        {"invoice": "Invoice", "day": "Date", "net": "Net", "currency": "C"}, {"currency": "CHF"}
    )
    path = written(tmp_path, "Invoice,Date,Net,C\nR1,2024-03-05,20,\nR2,2024-03-05,20,EUR\n")
    assert read(path, column_map=column_map).column("currency") == ["CHF", "EUR"]


def test_a_constant_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    columns = {"invoice": "Invoice", "day": "Date", "net": "Net"}
    column_map = ColumnMap(columns, {"currency": "Euros"})
    found = read(written(tmp_path, HEAD + line()), column_map=column_map)
    assert found.reasons == ["Row 2: “Euros” in currency is no currency."]


def test_heads_and_lines_may_come_in_two_sheets(tmp_path: Path) -> None:
    heads = read(written(tmp_path, "Invoice,Date,Customer\nR1,2024-03-05,Example Pumps\n"))
    assert heads.rows == [{"row": 2, "invoice": "R1", "day": DAY, "customer_name": "Example Pumps"}]
    lines = read(written(tmp_path, "Invoice,Line,Article no.,Quantity,Price\nR1,1,4711,2,10\n"))
    assert lines.column("net") == [200_000]
    assert lines.column("day") == [None]


def test_reading_goes_on_behind_any_row(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "".join(line(f"R{n}") for n in range(50)))
    whole = read(path).rows
    assert [row["row"] for row in whole] == list(range(2, 52))
    assert read(path, after=30).rows == whole[29:]
    assert not read(path, after=51).rows
    assert read(path, SheetKind.ORDERS, after=0).rows == whole
