"""The verb on heads of invoices, as sheets tell of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before, values_of
from kith.ledger.imports.told_writers import brought, tell
from kith.ledger.imports.writers import restamp
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.incoming import SaidInvoice
from kith.ledger.trade.models import KEY, Invoice
from kith.ledger.trade.told import INVOICE
from kith.ledger.trade.told_readers import as_date, ids_by_key


class Head(NamedTuple):
    """An invoice as its lines need it. `is_new`: it has no lines yet."""

    id: int
    currency: str
    day: date
    is_new: bool


@writer
def tell_invoices(
    said: Mapping[str, SaidInvoice],
    customers: Mapping[str, int],
    books: Books,
    batch: Batch,
    *,
    actor: User | None,
) -> dict[str, Head]:
    """The heads of these invoices, by key; strangers are added, but for those without a date."""
    there = ids_by_key(Invoice, "number_key", said)
    told = {key: _values(invoice, customers, books) for key, invoice in said.items()}
    new = {key: i for key, i in said.items() if key not in there and i.day}
    heads = _add(new, told, books.currency, batch, actor)
    if there:
        ids = {pk: key for key, pk in there.items()}
        now = values_of(INVOICE, ids)
        values = {pk: told[key] for pk, key in ids.items()}
        before = told_before(INVOICE, batch, ids)
        changed = tell(INVOICE, batch, values, now, before, actor=actor)
        then = values_of(INVOICE, ids) if changed else now
        years = {as_date(row[pk]["day"]).year for pk in changed for row in (now, then)}
        restamp([("lines", year) for year in years], actor=actor)
        for pk, key in ids.items():
            heads[key] = Head(pk, then[pk]["currency"], as_date(then[pk]["day"]), is_new=False)
    return heads


def _add(
    said: Mapping[str, SaidInvoice],
    told: Mapping[str, Mapping[str, Any]],
    own: str,
    batch: Batch,
    actor: User | None,
) -> dict[str, Head]:
    ids = dict(zip(said, bulk.new_ids(Invoice, len(said)), strict=True))
    blank = {"is_credit": False, "customer_id": None, "salesperson_id": None, "currency": own}
    rows = []
    for key, pk in ids.items():
        row = blank | dict(told[key])
        rows.append(
            (pk, said[key].number[:KEY], key, row["is_credit"], row["customer_id"],
             row["salesperson_id"], row["day"], row["known_day"], row["currency"])
        )  # fmt: skip
    bulk.insert(
        Invoice,
        ["id", "number", "number_key", "is_credit", "customer_id", "salesperson_id", "day",
         "known_day", "currency"],
        rows,
    )  # fmt: skip
    brought(INVOICE, batch, [(pk, INVOICE.letters(told[k])) for k, pk in ids.items()], actor=actor)
    return {
        key: Head(pk, told[key].get("currency", own), told[key]["day"], is_new=True)
        for key, pk in ids.items()
    }


def _values(invoice: SaidInvoice, customers: Mapping[str, int], books: Books) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if invoice.is_credit is not None:
        values["is_credit"] = invoice.is_credit
    if invoice.customer:
        values["customer_id"] = customers[invoice.customer]
    if invoice.salesperson:
        values["salesperson_id"] = books.sellers[invoice.salesperson]
    if invoice.day:
        values["day"] = invoice.day
        values["known_day"] = invoice.known_day or invoice.day
    elif invoice.known_day:
        values["known_day"] = invoice.known_day
    if invoice.currency:
        values["currency"] = invoice.currency
    return values
