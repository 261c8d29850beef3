"""What sheets tell of trade, column by column."""

from kith.ledger.imports.models import Arrival
from kith.ledger.imports.told import KEPT, Column, Told, day, flag, whole
from kith.ledger.people.firm_names import firm_key
from kith.ledger.people.names import fold

FAMILY = Told(Arrival.FAMILY, "ledger_family", ())
PRODUCT = Told(
    Arrival.PRODUCT,
    "ledger_product",
    (
        Column("name", "n", "", also=("sort_key", fold)),
        Column("family_id", "f", None, whole),
        Column("unit", "u", ""),
        Column("is_charge", "c", False, flag),  # noqa: FBT003 - the blank of a column of truths
    ),
)
CUSTOMER = Told(
    Arrival.CUSTOMER,
    "ledger_customer",
    (Column("name", "n", "", also=("name_key", firm_key)),),
)
INVOICE = Told(
    Arrival.INVOICE,
    "ledger_invoice",
    (
        Column("is_credit", "x", False, flag),  # noqa: FBT003
        Column("customer_id", "k", None, whole),
        Column("salesperson_id", "s", None, whole),
        Column("day", "d", KEPT, day),
        Column("known_day", "b", KEPT, day),
        Column("currency", "c", KEPT),
    ),
)
LINE = Told(
    Arrival.LINE,
    "ledger_invoiceline",
    (
        Column("sort", "o", KEPT),
        Column("product_id", "p", None, whole),
        Column("text", "t", ""),
        Column("quantity", "q", KEPT, whole),
        Column("list_amount", "l", None, whole),
        Column("net", "n", KEPT, whole),
        Column("cost", "c", None, whole),
        Column("rebate", "r", 0, whole),
        Column("terms", "e", 0, whole),
        Column("freight", "f", 0, whole),
        Column("promotion", "a", 0, whole),
    ),
    creator="batch_id",
)
PRICE_LIST = Told(
    Arrival.PRICE_LIST,
    "ledger_pricelist",
    (
        Column("name", "n", KEPT),
        Column("sort", "o", KEPT),
        Column("until", "u", None, day),
    ),
)
LIST_PRICE = Told(
    Arrival.LIST_PRICE,
    "ledger_listprice",
    (Column("price", "p", KEPT, whole), Column("per", "e", KEPT, whole)),
)
RATE = Told(Arrival.RATE, "ledger_rate", (Column("rate", "r", KEPT, whole),))
CONDITION = Told(Arrival.CONDITION, "ledger_condition", ())
