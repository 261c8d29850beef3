"""Remarks on rows that are kept, which only the ledger can make: credit before any invoice, no rate
of exchange yet."""

from collections.abc import Iterator, Mapping
from datetime import date

from kith.ledger.trade.books import Books
from kith.ledger.trade.incoming import Doubt, SaidInvoice, TradeChunk
from kith.ledger.trade.invoice_writers import Head
from kith.ledger.trade.told_readers import buyers_before, first_rates
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop


def of_credits(chunk: TradeChunk, customers: Mapping[str, int]) -> Iterator[Doubt]:
    """Credit notes to customers who had bought nothing until that day, as far as anybody knows."""
    bought: dict[int, date] = {}
    credited: list[tuple[int, date, SaidInvoice]] = []
    for said in chunk.invoices.values():
        if said.day and said.customer:
            customer = customers[said.customer]
            if said.is_credit:
                credited.append((customer, said.day, said))
            else:
                bought[customer] = min(said.day, bought.get(customer, said.day))
    open_ = [row for row in credited if bought.get(row[0], date.max) > row[1]]
    before = buyers_before({customer: day for customer, day, _ in open_})
    for customer, _, said in open_:
        if customer not in before:
            error = BadInput(
                gettext_noop("Row {row}: credit note {invoice} comes before any invoice to them."),
                cure=gettext_noop("Import the invoices of the time before as well."),
                row=said.row,
                invoice=said.number,
            )
            yield Doubt("credit_first", error.written(), 1, said.row)


def of_rates(chunk: TradeChunk, heads: Mapping[str, Head], books: Books) -> Iterator[Doubt]:
    """Lines in a currency that has no rate on their day, by currency."""
    if books.rated is None:
        books.rated = first_rates(books.currency)
    first = books.rated | {books.currency: date.min}
    unrated = {
        key: head.currency
        for key, head in heads.items()
        if first.get(head.currency, date.max) > head.day
    }
    found: dict[str, list[int]] = {}
    for row in chunk.lines if unrated else ():
        if row[1] in unrated:
            found.setdefault(unrated[row[1]], []).append(row[0])
    for currency, rows in found.items():
        error = BadInput(
            gettext_noop("Row {row}: {currency} has no rate of exchange on this day yet."),
            cure=gettext_noop("Import rates of it: until then the line counts in no sum."),
            row=rows[0],
            currency=currency,
        )
        yield Doubt("no_rate", error.written(), len(rows), rows[0])
