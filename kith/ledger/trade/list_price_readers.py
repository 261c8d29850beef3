"""What our price lists make of a line that tells no list price of its own."""

from collections.abc import Sequence
from datetime import date

from kith.ledger.trade.line_steps import converted
from kith.ledger.trade.models import InvoiceLine, ListPrice
from kith.terms.trade_words import ListSort

UNIT = 10_000  # quantities are ten-thousandths of the unit


def listed_amounts(lines: Sequence[InvoiceLine]) -> dict[int, int]:
    """By line, in its own currency: the list price of its product, day, currency and quantity."""
    products = {line.product_id for line in lines if line.product_id is not None}
    if not products:
        return {}
    prices: dict[int, list[ListPrice]] = {}
    rows = ListPrice.objects.filter(product_id__in=products, price_list__sort=ListSort.OURS)
    for row in rows.select_related("price_list"):
        prices.setdefault(row.product_id, []).append(row)
    found = {}
    for line in lines:
        price = _price(line, prices.get(line.product_id or 0, ()))
        if price is not None:
            found[line.pk] = converted(price.price * line.quantity, 1 / (price.per * UNIT))
    return found


def _price(line: InvoiceLine, prices: Sequence[ListPrice]) -> ListPrice | None:
    """In the list that began last of those that hold, the highest step that is reached."""
    held = [
        price
        for price in prices
        if price.price_list.currency == line.invoice.currency
        and _since(price) <= line.invoice.day <= (price.price_list.until or date.max)
    ]
    newest = max(((_since(price), price.price_list_id) for price in held), default=None)
    reached = [
        price
        for price in held
        if (_since(price), price.price_list_id) == newest
        and price.from_quantity <= abs(line.quantity)
    ]
    return max(reached, key=lambda price: (price.from_quantity, price.pk), default=None)


def _since(price: ListPrice) -> date:
    return price.price_list.since or date.min
