"""Lines of invoices: what each says, and what they say together of heads, customers, products."""

from operator import itemgetter
from typing import Any

from kith.ledger.trade.incoming import LineRow, SaidCustomer, SaidInvoice, SaidProduct
from kith.pipeline.sheets.decide import Reading, merged, places
from kith.pipeline.sheets.keys import customer, number_key, product_key
from kith.terms.sheet_fields import LINE_FIELDS
from kith.terms.sheets import SheetKind
from kith.terms.trade_words import LineSort

TEN = 10_000
_AT = places(SheetKind.ORDERS)
_HEAD = itemgetter(*(_AT[name] for name in (
    "invoice", "credit", "day", "booked", "customer_number", "customer_name", "customer_domain",
    "country", "currency", "salesperson",
)))  # fmt: skip
_PRODUCT = itemgetter(*(_AT[name] for name in (
    "product_number", "product_name", "family", "unit",
)))  # fmt: skip
_LINE = itemgetter(*(_AT[name] for name in (
    "line", "sort", "quantity", "net", "list_amount", "cost_amount", "rebate", "terms", "freight",
    "promotion",
)))  # fmt: skip
_GROSS = itemgetter(*(_AT[name] for name in ("quantity", "price", "per")))


def orders(rows: list[tuple[Any, ...]], reading: Reading) -> dict[str, Any]:
    """Heads and lines. A sheet that says nothing of lines brings heads alone."""
    products: dict[str, SaidProduct] = {}
    customers: dict[str, SaidCustomer] = {}
    invoices: dict[str, SaidInvoice] = {}
    lines: list[LineRow] = []
    heads: dict[tuple[Any, ...], str] = {}
    goods: dict[tuple[Any, ...], str] = {}
    has_lines = not reading.says.isdisjoint(LINE_FIELDS)
    by_list = reading.says.isdisjoint(("list_price", "list_amount")) and not (
        reading.says.isdisjoint(("discount", "discount_share"))
    )
    last: tuple[Any, ...] = ()
    invoice = ""
    for row in rows:
        head = _HEAD(row)
        if head != last:  # most follow a line of the same invoice
            last, known = head, heads.get(head)
            invoice = known or _head(row[0], head, reading.match, customers, invoices)
            heads[head] = invoice
        if not has_lines:
            continue
        number, sort, quantity, net, list_amount, cost, rebate, terms, freight, promotion = _LINE(
            row
        )
        if quantity is None or net is None:
            continue
        article = _PRODUCT(row)
        product = goods.get(article)
        if product is None or sort == LineSort.CHARGE:
            product = goods[article] = _product(article, sort == LineSort.CHARGE, products)
        if by_list and list_amount is None:
            list_amount = _gross(row)
        lines.append((
            row[0], invoice, number or "", sort, product, article[1] or "", quantity, net,
            list_amount, cost, rebate, terms, freight, promotion, head[8] or "",
        ))  # fmt: skip
    return {"products": products, "customers": customers, "invoices": invoices, "lines": lines}


def _head(
    row: int,
    head: tuple[Any, ...],
    match: str,
    customers: dict[str, SaidCustomer],
    invoices: dict[str, SaidInvoice],
) -> str:
    number, credit, day, booked, c_number, name, domain, country, currency, seller = head
    key = number_key(number)
    buyer, said = customer(c_number or "", name or "", domain or "", country or "", match)
    if buyer:
        merged(customers, buyer, said)
    merged(
        invoices,
        key,
        SaidInvoice(number, row, credit, buyer, seller or "", day, booked, currency or ""),
    )
    return key


def _product(article: tuple[Any, ...], is_charge: bool, products: dict[str, SaidProduct]) -> str:  # noqa: FBT001
    number, name, family, unit = article
    key = product_key(number, name)
    if key:
        said = SaidProduct(number or name, name or "", family or "", unit or "", is_charge or None)
        merged(products, key, said)
    return key


def _gross(row: tuple[Any, ...]) -> int | None:
    """The line at the price before its discount, which is the list's where a sheet names no other;
    quantity, price and what it is for are ten-thousandths."""
    quantity, price, per = _GROSS(row)
    if quantity is None or price is None:
        return None
    units: int = per or TEN
    return int((2 * quantity * price + units) // (2 * units))
