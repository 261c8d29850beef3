"""Whatever sheets come in, tell otherwise and are taken back: the ledger tells what is held, once.

The order is drawn. At the end everything is taken back, and what was held until
then is imported into the empty ledger anew: both must be as the rules left it.
"""

from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kith.ledger.imports.models import Arrival
from kith.ledger.people.models import Account, AccountDomain, Address, Colleague, Contact
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.ingest import import_mail
from kith.pipeline.undo import undo
from kith.terms.sheets import SheetKind
from tests.allow import setting_up
from tests.ledger.letters import Letter, folder
from tests.pipeline.conftest import ANN, found
from tests.pipeline.sheets.desk import ORDERS, ask, bring, line, write

EMPTY = "0" * 64
pytestmark = pytest.mark.django_db(transaction=True)
FEW = ("Invoice No", "Line No", "Date", "Article No", "Quantity", "Unit Price")
BARE = tuple(name for name in ORDERS if name != "Line No")
FAMILIES = ("Article No", "Description", "Product Family", "Unit", "List Price")
ACCOUNTS = ("Customer No", "Name", "Website", "Country", "Segment", "Account Manager")
PRICES = ("Article No", "Price List", "Price", "Currency", "Valid from", "Valid to")
RATES = ("From Currency", "To Currency", "Date", "Rate")
REBATES = ("Customer No", "Customer", "Type", "Percent", "Valid from", "Valid to")
HEADS = ("Invoice No", "Date", "Customer No", "Customer", "Currency", "Salesperson")


def bare(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    return [(row[0], *row[2:]) for row in rows]


R1 = [line("R1", 1), line("R1", 2, "A2", text="Pump", quantity=1, price=900, list_price=900)]
PUMP = line("R9", 0, "A2", text="Pump")
Pile = tuple[SheetKind, tuple[str, ...], list[tuple[object, ...]]]
PILES: list[Pile] = [
    (SheetKind.ORDERS, ORDERS, R1),
    (SheetKind.ORDERS, ORDERS, [
        line("R1", 1, quantity=12, price=12, text="Seal ring"), line("R2", 1),
    ]),
    (SheetKind.ORDERS, ORDERS, [R1[1], line("R1", 1, customer="200", name="Mara AG", cost="")]),
    (SheetKind.ORDERS, FEW, [
        ("R1", 1, "2026-01-06", "A3", 11, 12.5), ("R1", 3, "2026-01-06", "A1", 1, 5),
    ]),
    (SheetKind.ORDERS, BARE, bare(line("R9", 0), line("R9", 0, price=2), PUMP)),
    (SheetKind.ORDERS, BARE, bare(PUMP, line("R9", 0, quantity=3))),
    (SheetKind.ORDERS, HEADS, [
        ("R1", "2025-12-30", "200", "Mara AG", "EUR", "Cara Crane"),
        ("R8", "2025-12-30", "100", "Lindner Brauerei", "USD", "Ben Berg"),
    ]),
    (SheetKind.PRODUCTS, FAMILIES, [
        ("A1", "Seal", "Seals", "pc", 15), ("A2", "Pump", "Pumps", "pc", 900),
    ]),
    (SheetKind.PRODUCTS, FAMILIES, [("A1", "Seal, steel", "Steel", "", 16)]),
    (SheetKind.ACCOUNTS, ACCOUNTS, [
        ("100", "Lindner Brewery", "client.example", "DE", "Food", "ann@firm.example"),
    ]),
    (SheetKind.ACCOUNTS, ACCOUNTS, [
        ("100", "Lindner Brewery", "", "AT", "", ""),
        ("200", "Mara AG", "mara.example", "DE", "Food", ""),
    ]),
    (SheetKind.PRICES, PRICES, [
        ("A1", "Spring", 15, "EUR", "2026-01-01", "2026-06-30"),
        ("A2", "Spring", 900, "EUR", "2026-01-01", ""),
    ]),
    (SheetKind.PRICES, PRICES, [("A1", "Spring", 15.5, "EUR", "2026-01-01", "2026-12-31")]),
    (SheetKind.RATES, RATES, [
        ("USD", "EUR", "2026-01-01", 0.92), ("GBP", "EUR", "2026-01-01", 1.15),
    ]),
    (SheetKind.RATES, RATES, [("USD", "EUR", "2026-01-01", 0.93)]),
    (SheetKind.REBATES, REBATES, [
        ("100", "Lindner Brewery", "Rebate", "3 %", "2026-01-01", "2026-12-31"),
    ]),
]  # fmt: skip
MAIL = [Letter("m1", sender="Cleo Crane <cleo@client.example>"), Letter("m2", refers=("m1",))]
TABLES = (
    "customer", "family", "product", "pricelist", "listprice", "invoice", "invoiceline", "rate",
    "condition", "remark", "question",
)  # fmt: skip
DANGLING = {
    "invoiceline": "invoice_id NOT IN (SELECT id FROM ledger_invoice)"
    " OR product_id IS NOT NULL AND product_id NOT IN (SELECT id FROM ledger_product)",
    "invoice": "customer_id IS NOT NULL AND customer_id NOT IN (SELECT id FROM ledger_customer)"
    " OR salesperson_id IS NOT NULL"
    " AND salesperson_id NOT IN (SELECT id FROM ledger_colleague)",
    "customer": "account_id NOT IN (SELECT id FROM ledger_account)",
    "accountdomain": "account_id NOT IN (SELECT id FROM ledger_account)",
    "arrival": "kind = 10 AND object_id NOT IN (SELECT id FROM ledger_product)"
    " OR kind = 11 AND object_id NOT IN (SELECT id FROM ledger_customer)"
    " OR kind = 12 AND object_id NOT IN (SELECT id FROM ledger_invoice)"
    " OR kind = 13 AND object_id NOT IN (SELECT id FROM ledger_invoiceline)",
}


def bring_pile(place: Path, pile: int) -> int:
    if pile == len(PILES):
        number = len(list(place.iterdir()))
        return import_mail(folder(place / f"mail{number}", MAIL), mailbox=ANN).pk
    kind, header, rows = PILES[pile]
    return bring(write(place, header, rows), kind).pk


def nothing_dangles() -> None:
    for table, where in DANGLING.items():
        assert ask(f"SELECT * FROM ledger_{table} WHERE {where}") == [], table


def nothing_is_left() -> None:
    assert content_hash() == EMPTY
    assert not Arrival.objects.exists()
    for model in (Account, AccountDomain, Colleague, Contact, Address):
        assert not model.objects.exists(), model
    for table in TABLES:
        assert ask(f"SELECT count(*) FROM ledger_{table}") == [(0,)], table


Step = tuple[bool, int]  # import that pile; or take one of the imports back


@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, len(PILES))), min_size=2, max_size=9))
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@example(steps=[(True, 0), (True, 1), (True, 2), (False, 1), (False, 0)])
@example(steps=[(True, len(PILES)), (True, 9), (True, 10), (False, 0), (True, 0), (False, 0)])
def test_sheets_leave_what_is_held_whatever_was_taken_back(
    home: Path, tmp_path: Path, transactional_db: None, steps: list[Step]
) -> None:
    with setting_up():
        call_command("flush", interactive=False, verbosity=0)
    found()
    held: dict[int, int] = {}
    for is_import, number in steps:
        if is_import:
            held[bring_pile(tmp_path, number)] = number
        elif held:
            batch = sorted(held)[number % len(held)]
            undo(batch)
            del held[batch]
        nothing_dangles()
    before = content_hash()
    for batch in sorted(held, reverse=len(held) % 2 == 0):
        undo(batch)
    nothing_is_left()
    for batch in sorted(held):
        bring_pile(tmp_path, held[batch])
    assert content_hash() == before
