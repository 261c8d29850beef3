"""The verb that records some rows of a sheet as one whole: customers and their accounts, products,
prices, invoices and lines, stamps, what is left out, and the cursor; or nothing of it."""

from collections.abc import Sequence
from typing import NamedTuple

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.row_writers import leave_rows, remark
from kith.ledger.imports.writers import Advance, advance
from kith.ledger.questions.customer_writers import ask_customers
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.condition_writers import tell_conditions
from kith.ledger.trade.customer_writers import tell_customers
from kith.ledger.trade.doubts import of_credits, of_rates
from kith.ledger.trade.incoming import Doubt, LeftRow, TradeChunk
from kith.ledger.trade.invoice_writers import tell_invoices
from kith.ledger.trade.line_writers import tell_lines
from kith.ledger.trade.price_writers import tell_lists, tell_prices
from kith.ledger.trade.product_writers import tell_products
from kith.ledger.trade.rate_writers import tell_rates
from kith.ledger.trade.seller_writers import tell_sellers
from kith.terms.sheets import SheetKind


class Kept(NamedTuple):
    """What came of a chunk's rows. `new`, `changed`, `same`: of what the sheet is about."""

    read: int
    new: int
    changed: int
    same: int
    refused: Sequence[LeftRow]
    doubts: Sequence[Doubt]
    customers_new: Sequence[str]
    customers_doubtful: Sequence[str]


@writer
def record_rows(
    chunk: TradeChunk, kind: SheetKind, books: Books, batch: Batch, *, actor: User | None
) -> Kept:
    """One chunk of a sheet of that kind. Killed before its end it leaves no trace, and the batch
    goes on from the cursor before it."""
    bulk.take_turn()
    books.trim()
    customers = tell_customers(chunk.customers, books, batch, actor=actor)
    ask_customers(customers.doubtful, actor=actor)
    new, changed = tell_products(chunk.products, books, batch, actor=actor)
    refused = list(chunk.left_out)
    doubts = list(chunk.doubts)
    same = len(chunk.products) - new - changed
    if kind is SheetKind.ACCOUNTS:
        new, changed = len(customers.new), customers.changed
        same = len(chunk.customers) - new - changed
    elif kind is SheetKind.ORDERS:
        tell_sellers({i.salesperson for i in chunk.invoices.values() if i.salesperson}, books,
                     batch, actor=actor)  # fmt: skip
        doubts += of_credits(chunk, customers.ids)
        heads = tell_invoices(chunk.invoices, customers.ids, books, batch, actor=actor)
        new, changed, same, more = tell_lines(chunk.lines, heads, books, batch, actor=actor)
        refused += more
        doubts += of_rates(chunk, heads, books)
    elif kind is SheetKind.PRICES or chunk.prices:
        lists = tell_lists(chunk.lists, batch, actor=actor)
        made, moved, more = tell_prices(chunk.prices, lists, books, batch, actor=actor)
        refused += more
        if kind is SheetKind.PRICES:
            new, changed = made, moved
            same = len(chunk.prices) - new - changed - len(more)
    elif kind is SheetKind.RATES:
        new, changed, more = tell_rates(chunk.rates, batch, actor=actor)
        refused += more
        same = len(chunk.rates) - new - changed - len(more)
    elif kind is SheetKind.REBATES:
        new, same = tell_conditions(chunk.conditions, customers.ids, books, batch, actor=actor)
        changed = 0
    leave_rows(batch, refused, actor=actor)
    remark(batch, doubts, actor=actor)
    step = Advance(str(chunk.cursor), chunk.read, new, changed + same, chunk.bytes_done)
    advance(batch, step, (), actor=actor)
    doubtful = [one.name for one in customers.doubtful]
    return Kept(chunk.read, new, changed, same, refused, doubts, customers.new, doubtful)
