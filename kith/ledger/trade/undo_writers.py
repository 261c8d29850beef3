"""Verbs that take back what a sheet's batch told of trade, some rows at a time.

A row that nobody else holds goes; one that others hold stays as if only they had come. Rows go
before what they point at: lines, invoices, prices, lists, products, families, customers.
"""

from collections.abc import Mapping

from django.db import connection

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told import Told
from kith.ledger.imports.told_readers import held_rows
from kith.ledger.imports.told_writers import untell
from kith.ledger.imports.writers import restamp
from kith.ledger.rights.models import User
from kith.ledger.trade import told
from kith.ledger.trade.models import PriceRise
from kith.ledger.trade.told_readers import as_date

PAPERS = (told.LINE, told.INVOICE, told.LIST_PRICE, told.PRICE_LIST, told.CONDITION, told.RATE)
GOODS = (told.PRODUCT, told.FAMILY)
_STAMPED: Mapping[Told, str] = {
    told.LIST_PRICE: "list_prices",
    told.PRICE_LIST: "list_prices",
    told.CONDITION: "conditions",
    told.RATE: "rates",
}


@writer
def untell_lines(batch: Batch, most: int, *, after: int, actor: User | None) -> tuple[int, int]:
    """Takes the next lines back that the batch created: how many, 0 at the end; the last id."""
    bulk.take_turn()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM ledger_invoiceline WHERE batch_id = %s AND id > %s"
            " ORDER BY id LIMIT %s",
            [batch.pk, after, most],
        )
        ids = [pk for (pk,) in cursor.fetchall()]
        if not ids:
            return 0, after
        first, last = ids[0], ids[-1]
        _stamp_lines("l.id BETWEEN %s AND %s", [first, last], actor)
        cursor.execute(
            "SELECT DISTINCT object_id FROM ledger_arrival WHERE kind = %s"
            " AND object_id BETWEEN %s AND %s",
            [told.LINE.kind, first, last],
        )
        others = {pk for (pk,) in cursor.fetchall()}
    untell(told.LINE, batch, others & set(ids), actor=actor)
    with connection.cursor() as cursor:  # what others hold is theirs by now
        cursor.execute(
            "DELETE FROM ledger_invoiceline WHERE batch_id = %s AND id BETWEEN %s AND %s",
            [batch.pk, first, last],
        )
    return len(ids), last


@writer
def untell_rows(
    sort: Told, batch: Batch, most: int, *, after: int, actor: User | None
) -> tuple[int, int]:
    """Takes the batch's word on the next rows of that sort back: how many, 0 at the end; the last
    arrival's id."""
    bulk.take_turn()
    held = held_rows(sort, batch, most, after=after)
    if not held:
        return 0, after
    ids = [pk for _, pk in held]
    if sort is told.LINE or sort is told.INVOICE:
        column = "l.id" if sort is told.LINE else "i.id"
        _stamp_lines(f"{column} IN ({', '.join(map(str, ids))})", [], actor)
    gone = untell(sort, batch, ids, actor=actor)
    if sort is told.INVOICE:
        _stamp_lines(f"i.id IN ({', '.join(map(str, ids))})", [], actor)
    if sort is told.FAMILY:  # a rise that a person announced holds the family that it names
        rows = PriceRise.objects.filter(family__isnull=False)
        gone = sorted(set(gone).difference(rows.values_list("family_id", flat=True)))
    bulk.change_in(f'DELETE FROM "{sort.table}" WHERE id IN ({{values}})', gone)  # noqa: S608
    if sort in _STAMPED:
        restamp([(_STAMPED[sort], 0)], actor=actor)
    return len(held), held[-1][0]


def _stamp_lines(where: str, values: list[int], actor: User | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT i.day FROM ledger_invoiceline l"  # noqa: S608 - numbers of our own
            f" JOIN ledger_invoice i ON i.id = l.invoice_id WHERE {where}",
            values,
        )
        days = [as_date(day) for (day,) in cursor.fetchall()]
    restamp([("lines", day.year) for day in days], actor=actor)
