"""The verb on lines of invoices, as sheets tell of them: the one place where a million rows go by.

A line is told by its number on the invoice; where a sheet has no numbers, by its place among the
invoice's lines of its product. So a sheet in another order, or of some products alone, tells of the
same lines.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before, values_of
from kith.ledger.imports.told_writers import tell
from kith.ledger.imports.writers import restamp
from kith.ledger.people.models import NAME
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.incoming import LeftRow, LineRow, SaidLine
from kith.ledger.trade.invoice_writers import Head
from kith.ledger.trade.models import InvoiceLine
from kith.ledger.trade.told import LINE
from kith.ledger.trade.told_readers import lines_of
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

LABEL = 24  # characters of a product's number in the name of a line without a number
_COLUMNS = (
    "invoice_id", "line", "sort", "product_id", "text", "quantity", "list_amount", "net", "cost",
    "rebate", "terms", "freight", "promotion", "batch_id",
)  # fmt: skip
Key = tuple[int, str]  # the invoice's id, the line


class ToldLines(NamedTuple):
    """How many lines were added, changed, and left as they are; which rows are refused."""

    new: int
    changed: int
    same: int
    refused: list[LeftRow]


@writer
def tell_lines(
    lines: Sequence[LineRow],
    heads: Mapping[str, Head],
    books: Books,
    batch: Batch,
    *,
    actor: User | None,
) -> ToldLines:
    """Lines of invoices: strangers are added, others changed where they say something else.

    Refused are a line that the batch has told already, one in another currency than its invoice,
    and one whose invoice nobody knows.
    """
    there = lines_of({head.id for head in heads.values() if not head.is_new})
    mine = _mine(there, batch)
    place = Counter((invoice, line.rpartition("/")[0]) for invoice, line in mine)
    new: list[tuple[Any, ...]] = []
    again: dict[int, SaidLine] = {}
    refused: list[LeftRow] = []
    years: set[int] = set()
    products, batch_id = books.products, batch.pk
    for row in lines:
        (_, invoice, line, sort, article, text, quantity, net, list_amount, cost, rebate, terms,
         freight, promotion, currency) = row  # fmt: skip
        head = heads.get(invoice)
        if head is None or (currency and currency != head.currency):
            refused.append(_other_currency(row, head) if head else _unknown(row))
            continue
        pk = head.id
        if not line:
            label = _label(article)
            place[pk, label] += 1
            line = f"{label}/{place[pk, label]}"
        key = (pk, line)
        if key in mine:
            refused.append(_doubled(row, line))
            continue
        mine.add(key)
        years.add(head.day.year)
        if key in there:
            again[there[key][0]] = SaidLine._make(row)
            continue
        product, _, name = products[article] if article else (None, None, "")
        new.append(
            (pk, line, sort, product, "" if text == name else text[:NAME], quantity, list_amount,
             net, cost, rebate or 0, terms or 0, freight or 0, promotion or 0, batch_id)
        )  # fmt: skip
    bulk.insert(InvoiceLine, _COLUMNS, new)
    changed = _again(again, books, batch, actor)
    restamp([("lines", year) for year in years], actor=actor)
    return ToldLines(len(new), changed, len(again) - changed, refused)


def _mine(there: Mapping[Key, tuple[int, int]], batch: Batch) -> set[Key]:
    """Lines of which the batch has told."""
    others = {pk: key for key, (pk, by) in there.items() if by != batch.pk}
    told = told_before(LINE, batch, others)
    return {key for key, (_, by) in there.items() if by == batch.pk} | {others[pk] for pk in told}


def _again(again: Mapping[int, SaidLine], books: Books, batch: Batch, actor: User | None) -> int:
    """Tells of lines that are there; how many hold something else now."""
    now = values_of(LINE, again)
    values = {pk: _values(said, books) for pk, said in again.items()}
    return len(tell(LINE, batch, values, now, {}, actor=actor))


def _values(said: SaidLine, books: Books) -> dict[str, Any]:
    product, _, name = books.products[said.product] if said.product else (None, None, "")
    values: dict[str, Any] = {"sort": said.sort, "quantity": said.quantity, "net": said.net}
    if product:
        values["product_id"] = product
    if said.text:
        values["text"] = "" if said.text == name else said.text[:NAME]
    for column in ("list_amount", "cost", "rebate", "terms", "freight", "promotion"):
        if (value := getattr(said, column)) is not None:
            values[column] = value
    return values


def _label(product: str) -> str:
    """A product's folded number, or a digest of it where it is long."""
    if len(product) <= LABEL and "/" not in product:
        return product
    return blake2b(product.encode(), digest_size=LABEL // 2).hexdigest()


def _doubled(row: LineRow, line: str) -> LeftRow:
    return _left(
        row,
        BadInput(
            gettext_noop("Row {row}: line {line} of invoice {invoice} stands above already."),
            cure=gettext_noop("Leave one of them out, or number them."),
            row=row[0], line=line, invoice=row[1],
        ),
    )  # fmt: skip


def _unknown(row: LineRow) -> LeftRow:
    return _left(
        row,
        BadInput(
            gettext_noop("Row {row}: nobody knows invoice {invoice}, and there is no date."),
            cure=gettext_noop("Import the invoices' heads first, or name the column of the date."),
            row=row[0], invoice=row[1],
        ),
    )  # fmt: skip


def _other_currency(row: LineRow, head: Head) -> LeftRow:
    return _left(
        row,
        BadInput(
            gettext_noop("Row {row}: invoice {invoice} is in {currency}, this line in {other}."),
            cure=gettext_noop("Give the lines of each currency an invoice number of their own."),
            row=row[0], invoice=row[1], currency=head.currency, other=row[-1],
        ),
    )  # fmt: skip


def _left(row: LineRow, error: BadInput) -> LeftRow:
    return LeftRow(row[0], error.written())
