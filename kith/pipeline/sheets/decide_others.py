"""Products, prices, accounts, rates and what is granted off invoices: what their rows say."""

import re
from datetime import date
from typing import Any

from kith.ledger.people.names import fold
from kith.ledger.trade.incoming import (
    Doubt,
    SaidCondition,
    SaidCustomer,
    SaidList,
    SaidPrice,
    SaidProduct,
    SaidRate,
)
from kith.pipeline.sheets.decide import Reading, merged
from kith.pipeline.sheets.keys import customer, number_key, product_key
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop
from kith.terms.trade_words import ConditionKind, ListSort

TEN = 10_000
LIST = "List"  # of prices in a sheet that names no list
_KINDS = (
    (ConditionKind.TERMS, re.compile("term|skonto|cash|early|payment|zahlung", re.IGNORECASE)),
    (ConditionKind.FREIGHT, re.compile("fracht|freight|carriage|shipping|versand", re.IGNORECASE)),
    (ConditionKind.PROMOTION, re.compile("promo|advert|werb|market|wkz", re.IGNORECASE)),
)


def accounts(rows: list[tuple[Any, ...]], reading: Reading) -> dict[str, Any]:
    found: dict[str, SaidCustomer] = {}
    for _, number, name, domain, country, segment, owner in rows:
        key, said = customer(number or "", name or "", domain or "", country or "", reading.match)
        if key:
            merged(found, key, said._replace(segment=segment or "", owner=owner or ""))
    return {"customers": found}


def products(rows: list[tuple[Any, ...]], reading: Reading) -> dict[str, Any]:
    """Products, and their list prices where the sheet has any."""
    found: dict[str, SaidProduct] = {}
    lists: dict[str, SaidList] = {}
    prices: list[SaidPrice] = []
    costs = []
    for row, number, name, family, unit, charge, price, cost, per, currency, since, until in rows:
        key = number_key(number)
        merged(found, key, SaidProduct(number, name or "", family or "", unit or "", charge))
        if price is not None:
            in_list = _list(lists, ListSort.OURS, "", currency or reading.currency, since, until)
            prices.append(SaidPrice(row, key, in_list, price, _units(per), 0))
        if cost is not None:
            costs.append(row)
    return {"products": found, "lists": lists, "prices": prices, "doubts": _costs(costs)}


def prices(rows: list[tuple[Any, ...]], reading: Reading) -> dict[str, Any]:
    goods: dict[str, SaidProduct] = {}
    lists: dict[str, SaidList] = {}
    found: list[SaidPrice] = []
    for row, number, name, price, per, currency, since, until, quantity, market in rows:
        key = number_key(number)
        merged(goods, key, SaidProduct(number))
        sort = ListSort.MARKET if market else ListSort.OURS
        told = currency or reading.currency
        in_list = _list(lists, sort, name or "", told, since, until)
        found.append(SaidPrice(row, key, in_list, price, _units(per), quantity or 0))
    return {"products": goods, "lists": lists, "prices": found}


def rates(rows: list[tuple[Any, ...]], _: Reading) -> dict[str, Any]:
    return {"rates": [SaidRate(*row) for row in rows]}


def rebates(rows: list[tuple[Any, ...]], reading: Reading) -> dict[str, Any]:
    buyers: dict[str, SaidCustomer] = {}
    goods: dict[str, SaidProduct] = {}
    found = []
    for row, number, name, kind, family, product, share, amount, currency, since, until in rows:
        key, said = customer(number or "", name or "", "", "", reading.match)
        merged(buyers, key, said)
        article = product_key(product, None)
        if article:
            merged(goods, article, SaidProduct(product))
        found.append(SaidCondition(
            row, key, condition_kind(kind or ""), family or "", article,
            share if amount is None else None, amount,
            (currency or reading.currency) if amount is not None else "", since, until,
        ))  # fmt: skip
    return {"customers": buyers, "products": goods, "conditions": found}


def condition_kind(text: str) -> str:
    """What a sheet calls a condition, as one of ours: a rebate, unless it says otherwise."""
    return next((kind for kind, words in _KINDS if words.search(text)), ConditionKind.REBATE)


def _list(
    lists: dict[str, SaidList],
    sort: ListSort,
    name: str,
    currency: str,
    since: date | None,
    until: date | None,
) -> str:
    said = SaidList(name or LIST, sort, currency, since, until)
    key = "|".join((fold(said.name)[:300], currency, since.isoformat() if since else ""))
    merged(lists, key, said)
    return key


def _units(per: int | None) -> int:
    """How many units a price is for; the sheet's number is one of ten-thousandths."""
    return max(per // TEN, 1) if per else 1


def _costs(rows: list[int]) -> list[Doubt]:
    if not rows:
        return []
    error = BadInput(
        gettext_noop("Row {row}: the cost of a product is not kept."),
        cure=gettext_noop(
            "Costs are those of the day of sale: name them with the invoices' lines."
        ),
        row=rows[0],
    )
    return [Doubt("cost_of_product", error.written(), len(rows), rows[0])]
