"""What sheets say of trade, decided upon, on its way to the ledger. Pure: no Django here.

Keys are folded, so that case, accents and spaces make no difference. None and '' say nothing: what
a sheet does not say stays as it is.
"""

from datetime import date
from typing import Any, NamedTuple


class SaidProduct(NamedTuple):
    """A product, as far as a sheet speaks of it."""

    number: str
    name: str = ""
    family: str = ""
    unit: str = ""
    is_charge: bool | None = None


class SaidCustomer(NamedTuple):
    """A customer of the books. `domain`: registrable; '' for none and for free mail."""

    number: str = ""
    name: str = ""
    domain: str = ""
    country: str = ""
    segment: str = ""
    owner: str = ""


class SaidInvoice(NamedTuple):
    """An invoice's head. `customer`: its key among the chunk's customers, '' for none; `day` None:
    its head came, or is to come, in another sheet. `row`: where it stands first."""

    number: str
    row: int
    is_credit: bool | None = None
    customer: str = ""
    salesperson: str = ""
    day: date | None = None
    known_day: date | None = None
    currency: str = ""


class SaidLine(NamedTuple):
    """An invoice's line. `line` '': told by its place among the invoice's lines of its product.

    `product`: its key among the chunk's products. Sums and quantities as the ledger keeps them;
    None: the sheet does not say.
    """

    row: int
    invoice: str
    line: str
    sort: str
    product: str
    text: str
    quantity: int
    net: int
    list_amount: int | None
    cost: int | None
    rebate: int | None
    terms: int | None
    freight: int | None
    promotion: int | None
    currency: str


LineRow = tuple[Any, ...]  # a `SaidLine` as a bare tuple: a million of them are passed on


class SaidPrice(NamedTuple):
    """A product's price in a list. `list_key`: its key among the chunk's lists."""

    row: int
    product: str
    list_key: str
    price: int
    per: int
    from_quantity: int


class SaidList(NamedTuple):
    """A price list, as `trade.models.PriceList` keeps it."""

    name: str
    sort: str
    currency: str
    since: date | None
    until: date | None


class SaidRate(NamedTuple):
    """A rate of exchange on a day."""

    row: int
    base: str
    quote: str
    day: date
    rate: int


class SaidCondition(NamedTuple):
    """Something granted off invoices. `customer`, `family`, `product`: keys, '' for none."""

    row: int
    customer: str
    kind: str
    family: str
    product: str
    share: int | None
    amount: int | None
    currency: str
    since: date
    until: date | None


class LeftRow(NamedTuple):
    """A row that is not kept: its number, the reason as `KithError.written`, and its cells."""

    row: int
    reason: str
    cells: tuple[str, ...] = ()


class Doubt(NamedTuple):
    """A rule that was applied to `n` rows, to the row `first` before others."""

    code: str
    reason: str
    n: int
    first: int


class TradeChunk(NamedTuple):
    """Some rows of a sheet, decided upon, as they are recorded in one transaction.

    `products`, `customers`, `lists`, `invoices`: by key, what the rows say together. `read`: how
    many rows it deals with; `cursor`: the number of the last one.
    """

    cursor: int
    read: int
    bytes_done: int
    left_out: list[LeftRow]
    doubts: list[Doubt]
    products: dict[str, SaidProduct] = {}
    customers: dict[str, SaidCustomer] = {}
    invoices: dict[str, SaidInvoice] = {}
    lines: list[LineRow] = []
    lists: dict[str, SaidList] = {}
    prices: list[SaidPrice] = []
    rates: list[SaidRate] = []
    conditions: list[SaidCondition] = []
