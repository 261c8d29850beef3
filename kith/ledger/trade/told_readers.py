"""Rows of trade by the keys under which sheets speak of them: for the import, whoever asks."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db import connection
from django.db.models import Model

from kith.ledger import bulk


def ids_by_key(model: type[Model], column: str, keys: Iterable[str]) -> dict[str, int]:
    """The ids of those rows that have one of these keys, by key."""
    table = model._meta.db_table
    return dict(
        bulk.select_in(
            f'SELECT "{column}", id FROM "{table}" WHERE "{column}" IN ({{values}})',  # noqa: S608
            keys,
        )
    )


def lines_of(invoices: Iterable[int]) -> dict[tuple[int, str], tuple[int, int]]:
    """The lines of these invoices, by invoice and line: id, and which batch created them."""
    return {
        (invoice, line): (pk, batch)
        for invoice, line, pk, batch in bulk.select_in(
            "SELECT invoice_id, line, id, batch_id FROM ledger_invoiceline"
            " WHERE invoice_id IN ({values})",
            invoices,
        )
    }


def prices_of(lists: Iterable[int], products: Collection[int]) -> dict[tuple[int, int, int], int]:
    """The prices of products in lists: ids by product, list and the quantity they hold from."""
    ids = ", ".join(str(int(pk)) for pk in sorted(set(lists)))
    if not ids:
        return {}
    return {
        (product, price_list, quantity): pk
        for product, price_list, quantity, pk in bulk.select_in(
            "SELECT product_id, price_list_id, from_quantity, id FROM ledger_listprice"  # noqa: S608
            f" WHERE price_list_id IN ({ids}) AND product_id IN ({{values}})",
            products,
        )
    }


def rates_of(days: Iterable[date]) -> dict[tuple[str, str, date], int]:
    """The rates of these days: ids by base, quote and day."""
    return {
        (base, quote, as_date(day)): pk
        for base, quote, day, pk in bulk.select_in(
            "SELECT base, quote, day, id FROM ledger_rate WHERE day IN ({values})",
            sorted(set(days)),
        )
    }


def first_rates(currency: str) -> dict[str, date]:
    """From which day on there is a rate between each currency and this one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE WHEN base = %s THEN quote ELSE base END, MIN(day) FROM ledger_rate"
            " WHERE base = %s OR quote = %s GROUP BY 1",
            [currency, currency, currency],
        )
        return {code: as_date(day) for code, day in cursor.fetchall()}


def as_date(value: date | str) -> date:
    """A day as either database gives it."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def buyers_before(customers: Mapping[int, date]) -> set[int]:
    """Those of the customers who have an invoice, no credit note, of that day or earlier."""
    found: set[int] = set()
    with connection.cursor() as cursor:
        for customer, day in customers.items():
            cursor.execute(
                "SELECT 1 FROM ledger_invoice WHERE customer_id = %s AND day <= %s"
                " AND NOT is_credit LIMIT 1",
                [customer, day],
            )
            if cursor.fetchone():
                found.add(customer)
    return found
