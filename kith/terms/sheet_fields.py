"""What each kind of sheet can say, field by field.

Money of a unit is for one unit, or for as many as `per` says; money "of the line" for all of it.
"""

from collections.abc import Collection, Mapping

from kith.terms.language import gettext_noop as _
from kith.terms.sheets import Field, FieldType, SheetKind

_TEXT, _NUMBER, _MONEY = FieldType.TEXT, FieldType.NUMBER, FieldType.MONEY
_SHARE, _DAY, _FLAG = FieldType.SHARE, FieldType.DAY, FieldType.FLAG
_CURRENCY, _RATE = FieldType.CURRENCY, FieldType.RATE

_ORDERS = (
    Field("invoice", _TEXT, _("number of the invoice or order"), needed=True),
    Field("line", _TEXT, _("number of the line on it")),
    Field("credit", _FLAG, _("it is a credit note")),
    Field("day", _DAY, _("date of the invoice or order"), needed=True),
    Field("booked", _DAY, _("date of booking")),
    Field("customer_number", _TEXT, _("customer's number")),
    Field("customer_name", _TEXT, _("customer's name")),
    Field("customer_domain", _TEXT, _("customer's website or mail address")),
    Field("country", _TEXT, _("customer's country")),
    Field("product_number", _TEXT, _("article number")),
    Field("product_name", _TEXT, _("article, or text of the line")),
    Field("family", _TEXT, _("product family")),
    Field("unit", _TEXT, _("unit of quantity")),
    Field("sort", _TEXT, _("sort of line: goods, return, charge or bad debt")),
    Field("quantity", _NUMBER, _("quantity")),
    Field("per", _NUMBER, _("number of units that a price is for")),
    Field("price", _MONEY, _("price of a unit, before the line's discount")),
    Field("list_price", _MONEY, _("list price of a unit")),
    Field("list_amount", _MONEY, _("the line at list prices")),
    Field("discount_share", _SHARE, _("the line's discount in percent")),
    Field("discount", _MONEY, _("the line's discount in money")),
    Field("net", _MONEY, _("the line, net")),
    Field("cost", _MONEY, _("cost of a unit")),
    Field("cost_amount", _MONEY, _("cost of the line")),
    Field("currency", _CURRENCY, _("currency")),
    Field("salesperson", _TEXT, _("who sold it: name, number or mail address")),
    Field("rebate", _MONEY, _("rebate granted later for the line")),
    Field("terms", _MONEY, _("discount for paying early, taken for the line")),
    Field("freight", _MONEY, _("carriage that we paid for the line")),
    Field("promotion", _MONEY, _("advertising and the like that we paid for the line")),
)

FIELDS: Mapping[SheetKind, tuple[Field, ...]] = {
    SheetKind.ACCOUNTS: (
        Field("customer_number", _TEXT, _("customer's number")),
        Field("name", _TEXT, _("name"), needed=True),
        Field("domain", _TEXT, _("website or mail address")),
        Field("country", _TEXT, _("country")),
        Field("segment", _TEXT, _("segment")),
        Field("owner", _TEXT, _("who of us looks after it: mail address or name")),
    ),
    SheetKind.PRODUCTS: (
        Field("number", _TEXT, _("article number"), needed=True),
        Field("name", _TEXT, _("name")),
        Field("family", _TEXT, _("product family")),
        Field("unit", _TEXT, _("unit of quantity")),
        Field("charge", _FLAG, _("no goods but postage, a bank charge and the like")),
        Field("list_price", _MONEY, _("list price of a unit")),
        Field("cost", _MONEY, _("cost of a unit")),
        Field("per", _NUMBER, _("number of units that a price is for")),
        Field("currency", _CURRENCY, _("currency")),
        Field("since", _DAY, _("first day of these prices")),
        Field("until", _DAY, _("last day of these prices")),
    ),
    SheetKind.PRICES: (
        Field("product_number", _TEXT, _("article number"), needed=True),
        Field("list", _TEXT, _("name of the price list")),
        Field("price", _MONEY, _("price of a unit"), needed=True),
        Field("per", _NUMBER, _("number of units that a price is for")),
        Field("currency", _CURRENCY, _("currency")),
        Field("since", _DAY, _("first day")),
        Field("until", _DAY, _("last day")),
        Field("from_quantity", _NUMBER, _("from this quantity")),
        Field("market", _FLAG, _("what the market asks, no list of ours")),
    ),
    SheetKind.ORDERS: _ORDERS,
    SheetKind.RATES: (
        Field("base", _CURRENCY, _("currency of which the rate is for one unit"), needed=True),
        Field("quote", _CURRENCY, _("currency in which the rate is told"), needed=True),
        Field("day", _DAY, _("day"), needed=True),
        Field("rate", _RATE, _("rate of exchange"), needed=True),
    ),
    SheetKind.REBATES: (
        Field("customer_number", _TEXT, _("customer's number")),
        Field("customer_name", _TEXT, _("customer's name")),
        Field("kind", _TEXT, _("rebate, terms, freight or promotion")),
        Field("family", _TEXT, _("product family")),
        Field("product_number", _TEXT, _("article number")),
        Field("share", _SHARE, _("in percent of what is invoiced")),
        Field("amount", _MONEY, _("sum of money, once")),
        Field("currency", _CURRENCY, _("currency")),
        Field("since", _DAY, _("first day, or the day of the sum"), needed=True),
        Field("until", _DAY, _("last day")),
    ),
}

LINE_FIELDS = ("quantity", "price", "list_amount", "net", "product_number", "product_name")
"""Fields of which a line says at least one; the head of an invoice says none."""

# One of each is enough, and no row can do without.
_EITHER = {
    SheetKind.REBATES: (("customer_number", "customer_name"), ("share", "amount")),
}


def lacking(kind: SheetKind, named: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """What is missing where only the `named` fields have a column or a constant: of each tuple one.

    Lines of invoices may do without a day where the heads came in a sheet of their own; a head may
    do without anything else.
    """
    has = set(named)
    needed = [(field.name,) for field in FIELDS[kind] if field.needed]
    if kind is SheetKind.ORDERS and has & {"quantity", "net"}:
        needed.remove(("day",))
    wanted = [*needed, *_EITHER.get(kind, ())]
    return tuple(names for names in wanted if not has & set(names))
