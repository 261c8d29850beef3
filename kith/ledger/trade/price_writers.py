"""Verbs on price lists and their prices, as sheets tell of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before, values_of
from kith.ledger.imports.told_writers import brought, tell
from kith.ledger.imports.writers import restamp
from kith.ledger.people.models import NAME
from kith.ledger.people.names import fold
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.incoming import LeftRow, SaidList, SaidPrice
from kith.ledger.trade.models import ListPrice, PriceList
from kith.ledger.trade.told import LIST_PRICE, PRICE_LIST
from kith.ledger.trade.told_readers import ids_by_key, prices_of
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop


@writer
def tell_lists(said: Mapping[str, SaidList], batch: Batch, *, actor: User | None) -> dict[str, int]:
    """The price lists of these keys; strangers are added."""
    there = ids_by_key(PriceList, "key", said)
    ids = {pk: key for key, pk in there.items()}
    values = {pk: _values(said[key]) for pk, key in ids.items()}
    now = values_of(PRICE_LIST, ids)
    tell(PRICE_LIST, batch, values, now, told_before(PRICE_LIST, batch, ids), actor=actor)
    new = [key for key in said if key not in there]
    rows = dict(zip(new, bulk.new_ids(PriceList, len(new)), strict=True))
    bulk.insert(
        PriceList,
        ["id", "name", "name_key", "key", "sort", "currency", "since", "until"],
        [
            (pk, said[k].name[:NAME], fold(said[k].name)[:NAME], k, said[k].sort, said[k].currency,
             said[k].since, said[k].until)
            for k, pk in rows.items()
        ],
    )  # fmt: skip
    told = [(pk, PRICE_LIST.letters(_values(said[key]))) for key, pk in rows.items()]
    brought(PRICE_LIST, batch, told, actor=actor)
    return there | rows


def _values(said: SaidList) -> dict[str, Any]:
    values: dict[str, Any] = {"name": said.name[:NAME], "sort": said.sort}
    return values | ({"until": said.until} if said.until else {})


@writer
def tell_prices(
    prices: Sequence[SaidPrice],
    lists: Mapping[str, int],
    books: Books,
    batch: Batch,
    *,
    actor: User | None,
) -> tuple[int, int, list[LeftRow]]:
    """Prices of products in lists: how many are new, how many changed. Refused is a price that the
    batch has told already and tells otherwise now."""
    said: dict[tuple[int, int, int], SaidPrice] = {}
    refused: list[LeftRow] = []
    for price in prices:
        key = (books.products[price.product][0], lists[price.list_key], price.from_quantity)
        first = said.setdefault(key, price)
        if first[3:5] != price[3:5]:
            refused.append(_doubled(price))
    there = prices_of({list_id for _, list_id, _ in said}, {product for product, _, _ in said})
    known = {there[key]: price for key, price in said.items() if key in there}
    now = values_of(LIST_PRICE, known)
    values = {pk: {"price": price.price, "per": price.per} for pk, price in known.items()}
    before = told_before(LIST_PRICE, batch, known)
    refused += [
        _doubled(known[pk])
        for pk in before
        if (now[pk]["price"], now[pk]["per"]) != (known[pk].price, known[pk].per)
    ]
    changed = tell(LIST_PRICE, batch, values, now, before, actor=actor)
    new = [key for key in said if key not in there]
    rows = list(zip(bulk.new_ids(ListPrice, len(new)), new, strict=True))
    bulk.insert(
        ListPrice,
        ["id", "product_id", "price_list_id", "from_quantity", "price", "per"],
        [(pk, *key, said[key].price, said[key].per) for pk, key in rows],
    )
    brought(LIST_PRICE, batch, [(pk, "pe") for pk, _ in rows], actor=actor)
    restamp([("list_prices", 0)] if prices else [], actor=actor)
    return len(new), len(changed), refused


def _doubled(price: SaidPrice) -> LeftRow:
    error = BadInput(
        gettext_noop("Row {row}: product {product} has another price in this list above."),
        cure=gettext_noop("Leave one of them out, or name the quantity from which it holds."),
        row=price.row,
        product=price.product,
    )
    return LeftRow(price.row, error.written())
