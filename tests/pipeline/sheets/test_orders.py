"""Lines of invoices come in from a sheet: told again, told otherwise, refused, taken back."""

from pathlib import Path

import pytest
from django.db import connection

from kith.ledger.imports.models import Arrival
from kith.ledger.imports.sheet_readers import refused_rows, remarks_of
from kith.ledger.people.models import Account, AccountRelation, Colleague
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Customer, Invoice, InvoiceLine, Product
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.sheets.refused import refused_csv
from kith.pipeline.undo import undo
from tests.allow import setting_up
from tests.ledger.letters import Letter
from tests.pipeline.conftest import BringIn
from tests.pipeline.sheets.desk import ORDERS, ask, bring, line, write

pytestmark = pytest.mark.django_db(transaction=True)
EMPTY = "0" * 64
TWO = [line("R1", 1), line("R1", 2, "A2", text="Pump", quantity=1, price=900, list_price=900)]


def test_lines_are_facts_with_their_customer_product_and_seller(firm: User, tmp_path: Path) -> None:
    batch = bring(write(tmp_path, ORDERS, TWO))
    assert (batch.state, batch.read, batch.kept, batch.refused) == ("done", 2, 2, 0)
    account, ben = Account.objects.get(), Colleague.objects.get()
    assert (account.name, account.guessed_name, ben.name) == (
        "Lindner Brewery GmbH", False, "Ben Berg",
    )  # fmt: skip
    products = {p.number: p.pk for p in Product.objects.all()}
    facts = ask(
        "SELECT account_id, product_id, colleague_id, quantity, list_amount, net, cost, currency,"
        " sort FROM fact_lines ORDER BY net"
    )
    assert facts == [
        (
            account.pk,
            products["A1"],
            ben.pk,
            100_000,
            1_500_000,
            1_250_000,
            600_000,
            "EUR",
            "goods",
        ),
        (account.pk, products["A2"], ben.pk, 10_000, 9_000_000, 9_000_000, 600_000, "EUR", "goods"),
    ]
    word = AccountRelation.objects.get()
    assert (word.account_id, word.relation, word.why) == (account.pk, "customer", "invoice")
    assert dict(ask("SELECT shape, year FROM ledger_stamp WHERE shape = 'lines'")) == {
        "lines": 2026
    }


def test_the_same_file_twice_changes_nothing(firm: User, tmp_path: Path) -> None:
    path = write(tmp_path, ORDERS, TWO)
    bring(path)
    before = content_hash()
    again = bring(path)
    assert (again.kept, again.seen, again.refused) == (0, 2, 0)
    assert content_hash() == before
    assert not Arrival.objects.filter(how=Arrival.CHANGED).exists()


def test_a_changed_row_changes_the_line_and_the_undo_gives_it_back(
    firm: User, tmp_path: Path
) -> None:
    first = bring(write(tmp_path, ORDERS, TWO))
    before = content_hash()
    second = bring(write(tmp_path, ORDERS, [line("R1", 1, quantity=12, price=12)]))
    assert (second.kept, second.seen) == (0, 1)
    changed = InvoiceLine.objects.get(line="1")
    assert (changed.quantity, changed.net) == (120_000, 1_440_000)
    traces = Arrival.objects.filter(batch=second, how=Arrival.CHANGED, kind=Arrival.LINE)
    assert {(t.field, t.old, t.new) for t in traces} == {
        ("quantity", "100000", "120000"),
        ("net", "1250000", "1440000"),
        ("list_amount", "1500000", "1800000"),
    }
    undo(second.pk)
    assert content_hash() == before
    undo(first.pk)
    assert content_hash() == EMPTY
    assert not Arrival.objects.exists()
    assert not Account.objects.exists()


def test_a_row_that_another_sheet_tells_of_stays_as_that_one_tells_it(
    firm: User, tmp_path: Path
) -> None:
    later = [line("R1", 1, quantity=12, price=12)]
    first = bring(write(tmp_path, ORDERS, TWO))
    bring(write(tmp_path, ORDERS, later))
    undo(first.pk)
    stays = InvoiceLine.objects.get()
    assert (stays.line, stays.quantity, stays.net) == ("1", 120_000, 1_440_000)
    assert [p.number for p in Product.objects.all()] == ["A1"]


def test_what_a_sheet_does_not_say_stays(firm: User, tmp_path: Path) -> None:
    bring(write(tmp_path, ORDERS, TWO))
    header = ("Invoice No", "Line No", "Date", "Article No", "Quantity", "Unit Price")
    bring(write(tmp_path, header, [("R1", 1, "2026-01-05", "A1", 11, 12.5)]))
    kept = InvoiceLine.objects.get(line="1")
    assert (kept.quantity, kept.cost) == (110_000, 600_000)
    assert Invoice.objects.get().customer == Customer.objects.get()


def test_lines_without_numbers_are_told_by_their_product_whatever_their_order(
    firm: User, tmp_path: Path
) -> None:
    header = [name for name in ORDERS if name != "Line No"]
    rows = [
        line("R1", 0, "A1", price=1),
        line("R1", 0, "A2", text="Pump"),
        line("R1", 0, "A1", price=3),
    ]
    bare = [(row[0], *row[2:]) for row in rows]
    bring(write(tmp_path, header, bare))
    assert {x.line: x.net for x in InvoiceLine.objects.all()} == {
        "a1/1": 100_000, "a2/1": 1_250_000, "a1/2": 300_000,
    }  # fmt: skip
    before = content_hash()
    bring(write(tmp_path, header, [bare[1], bare[0], bare[2]]))
    bring(write(tmp_path, header, [bare[1]]))
    assert content_hash() == before


def test_a_doubled_line_is_refused_and_handed_back_with_its_reason(
    firm: User, tmp_path: Path
) -> None:
    batch = bring(write(tmp_path, ORDERS, [*TWO, line("R1", 2, "A9", text="=1+1")]))
    assert (batch.kept, batch.refused) == (2, 1)
    (row,) = refused_rows(batch)
    assert row.row == 4
    assert str(row.reason).startswith("Row 4: line 2 of invoice r1 stands above already.")
    text = "".join(refused_csv(batch)).splitlines()
    assert text[0] == ",".join((*ORDERS, "Row", "Reason"))
    assert text[1].startswith("R1,2,2026-01-05,100,Lindner Brewery GmbH,A9,'=1+1,10,")


def test_a_line_in_another_currency_than_its_invoice_is_refused(firm: User, tmp_path: Path) -> None:
    batch = bring(write(tmp_path, ORDERS, [TWO[0], line("R1", 2, "A2", currency="USD")]))
    (row,) = refused_rows(batch)
    assert "invoice r1 is in EUR, this line in USD" in str(row.reason)


def test_heads_and_lines_may_come_in_two_sheets(firm: User, tmp_path: Path) -> None:
    heads = ("Invoice No", "Date", "Customer No", "Customer", "Currency")
    lines = ("Invoice No", "Line No", "Article No", "Quantity", "Unit Price")
    row = ("R7", 1, "A1", 2, 50)
    lost = bring(write(tmp_path, lines, [row]))
    (refused,) = refused_rows(lost)
    assert "nobody knows invoice r7" in str(refused.reason)
    bring(write(tmp_path, heads, [("R7", "2026-02-03", "100", "Lindner", "USD")]))
    kept = bring(write(tmp_path, lines, [row]))
    assert kept.kept == 1
    assert ask("SELECT currency, net FROM fact_lines") == [("USD", 1_000_000)]


def test_what_only_the_ledger_can_doubt_is_remarked(firm: User, tmp_path: Path) -> None:
    rows = [line("R1", 1, currency="USD"), line("G1", 1, customer="7", name="New", quantity=-1)]
    header = (*ORDERS, "Credit Note")
    batch = bring(write(tmp_path, header, [(*rows[0], "no"), (*rows[1], "yes")]))
    told = {remark.code: (remark.n, remark.first) for remark in remarks_of(batch)}
    assert told["no_rate"] == (1, 2)
    assert told["credit_first"] == (1, 3)


def test_a_seller_who_signs_in_is_that_colleague(firm: User, tmp_path: Path) -> None:
    bring(
        write(
            tmp_path,
            ORDERS,
            [line("R1", 1, seller="Ahlers, Ann"), line("R2", 1, seller="ann@firm.example")],
        )
    )
    assert Colleague.objects.get().user == firm


CHANGES = [
    "UPDATE ledger_invoiceline SET net = net + 1 WHERE line = '1'",
    "UPDATE ledger_invoiceline SET cost = NULL WHERE line = '1'",
    "UPDATE ledger_invoiceline SET product_id = NULL WHERE line = '1'",
    "UPDATE ledger_invoice SET day = '2026-01-06'",
    "UPDATE ledger_invoice SET currency = 'USD'",
    "UPDATE ledger_invoice SET salesperson_id = NULL",
    "UPDATE ledger_invoice SET customer_id = NULL",
    "UPDATE ledger_customer SET name = 'Other'",
    "UPDATE ledger_product SET unit = 'kg' WHERE number = 'A1'",
    "UPDATE ledger_account SET country = 'DE'",
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_contents_hash_tells_of_trade(firm: User, tmp_path: Path, change: str) -> None:
    bring(write(tmp_path, ORDERS, TWO))
    before = content_hash()
    with setting_up(), connection.cursor() as cursor:
        cursor.execute(change)
    assert content_hash() != before


def test_a_seller_is_the_user_still_when_their_mail_is_taken_back(
    firm: User, tmp_path: Path, bring_in: BringIn
) -> None:
    mail = bring_in(Letter("a"))
    sheet = bring(write(tmp_path, ORDERS, [line("R1", 1, seller="Ann Ahlers")]))
    undo(mail.pk)
    assert Colleague.objects.get().user == firm
    undo(sheet.pk)
    assert not Colleague.objects.exists()
