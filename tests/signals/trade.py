"""Invented trade: rows written by hand, and a seeded ledger of invoices, rises and giveaways.

Sums are in ten-thousandths; helpers take whole units of money.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from kith.facts.arrow import arrow_schema
from kith.terms.trade_shapes import TRADE
from kith.terms.trade_words import ConditionKind, GiveawayKind, LineSort, ListSort, WaiverKind

Row = dict[str, Any]
Trade = Mapping[str, Sequence[Row]]

UNIT = 10_000
FIRST = date(2000, 1, 1)


def line(line_id: int, day: date, net: float, **other: Any) -> Row:
    """A line of one piece of product 1 for account 1, sold by colleague 1, but for `other`."""
    money = {
        name: None if value is None else round(value * UNIT)
        for name, value in other.items()
        if name in ("quantity", "list_amount", "cost", "rebate", "terms", "freight", "promotion")
    }
    return {
        "line_id": line_id,
        "invoice_id": line_id,
        "account_id": 1,
        "product_id": 1,
        "family_id": 1,
        "colleague_id": 1,
        "sort": LineSort.GOODS.value,
        "is_credit": False,
        "quantity": UNIT,
        "list_amount": None,
        "net": round(net * UNIT),
        "cost": None,
        "rebate": 0,
        "terms": 0,
        "freight": 0,
        "promotion": 0,
        "currency": "EUR",
        "day": day,
        "known_day": day,
        **other,
        **money,
    }


def rate(currency: str, since: date, value: float, until: date | None = None) -> Row:
    return {"currency": currency, "since": since, "until": until, "rate": value}


def list_price(list_price_id: int, product_id: int, price: float, **other: Any) -> Row:
    """A price of our list 1, from always on, for any quantity, but for `other`."""
    return {
        "list_price_id": list_price_id,
        "product_id": product_id,
        "price_list_id": 1,
        "sort": ListSort.OURS.value,
        "currency": "EUR",
        "from_quantity": 0,
        "price": round(price * UNIT),
        "per": 1,
        "since": None,
        "until": None,
        **other,
    }


def condition(condition_id: int, account_id: int, share: float | None, **other: Any) -> Row:
    """A rebate of that share from the first day on, but for `other`."""
    return {
        "condition_id": condition_id,
        "account_id": account_id,
        "kind": ConditionKind.REBATE.value,
        "family_id": None,
        "product_id": None,
        "share": share,
        "amount": None,
        "currency": None,
        "since": FIRST,
        "until": None,
        "known_day": FIRST,
        **other,
    }


def giveaway(giveaway_id: int, day: date, value_list: float | None, **other: Any) -> Row:
    """Free work for account 1, without return, but for `other`."""
    cost = other.pop("value_cost", None)
    return {
        "giveaway_id": giveaway_id,
        "account_id": 1,
        "contact_id": None,
        "colleague_id": 1,
        "kind": GiveawayKind.WORK.value,
        "value_list": None if value_list is None else round(value_list * UNIT),
        "value_cost": None if cost is None else round(cost * UNIT),
        "currency": "EUR",
        "after_complaint": False,
        "line_id": None,
        "day": day,
        "returned_day": None,
        "known_day": day,
        **other,
    }


def rise(rise_id: int, share: float, effective: date, **other: Any) -> Row:
    """A rise of everything, announced sixty days before it holds, but for `other`."""
    told = effective - timedelta(days=60)
    return {
        "rise_id": rise_id,
        "price_list_id": None,
        "family_id": None,
        "account_id": None,
        "share": share,
        "announced_day": told,
        "effective_day": effective,
        "known_day": told,
        **other,
    }


def waiver(waiver_id: int, rise_id: int, account_id: int, day: date, **other: Any) -> Row:
    return {
        "waiver_id": waiver_id,
        "rise_id": rise_id,
        "account_id": account_id,
        "colleague_id": 1,
        "kind": WaiverKind.WAIVED.value,
        "share": None,
        "day": day,
        "known_day": day,
        **other,
    }


def trade_tables(rows: Trade) -> dict[str, pa.Table]:
    """The fact tables of trade; those that `rows` does not name are empty."""
    return {
        shape.name: pa.Table.from_pylist(list(rows.get(shape.name, ())), schema=arrow_schema(shape))
        for shape in TRADE
    }


def seeded_trade(seed: int, *, lines: int = 1_500, days: int = 700) -> dict[str, list[Row]]:
    """Two years of invoices in two currencies to accounts 1 to 10, with all that is odd in books:
    returns, free lines, charges, bad debt, nobody's lines, lines without list or cost or rate, and
    lines booked late."""
    random = np.random.default_rng(seed)
    rows: dict[str, list[Row]] = {shape.name: [] for shape in TRADE}
    for number in range(1, lines + 1):
        rows["lines"].append(_line(number, random, days))
    rows["rates"] = [rate("EUR", date(1900, 1, 1), 1.0)]
    for place in range(0, days, 30):
        since = FIRST + timedelta(days=place)
        rows["rates"].append(
            rate("USD", since, 0.9 + 0.01 * (place % 7), since + timedelta(days=30))
        )
    rows["list_prices"] = [
        list_price(
            p, p, 10.0 * p, sort=ListSort.MARKET.value if p % 3 == 0 else ListSort.OURS.value
        )
        for p in range(1, 13)
    ]
    rows["conditions"] = [
        condition(1, 2, 0.03),
        condition(2, 3, 0.02, kind=ConditionKind.TERMS.value, family_id=1),
        condition(3, 4, None, amount=500 * UNIT, currency="EUR", since=FIRST + timedelta(days=300)),
        condition(4, 5, 0.01, since=FIRST + timedelta(days=200), known_day=FIRST + timedelta(600)),
    ]
    for number in range(1, 61):
        day = FIRST + timedelta(days=int(random.integers(days)))
        back = day + timedelta(days=int(random.integers(1, 90)))
        rows["giveaways"].append(
            giveaway(
                number, day, None if number % 11 == 0 else float(random.integers(50, 900)),
                account_id=int(random.integers(1, 8)),
                kind=str(random.choice([k.value for k in GiveawayKind])),
                value_cost=None if number % 5 == 0 else float(random.integers(10, 400)),
                currency="USD" if number % 4 == 0 else "EUR",
                after_complaint=number % 9 == 0,
                returned_day=back if number % 3 == 0 else None,
                known_day=day + timedelta(days=int(random.integers(0, 30))),
            )
        )  # fmt: skip
    rows["rises"] = [
        rise(1, 0.04, FIRST + timedelta(days=150)),
        rise(2, 0.03, FIRST + timedelta(days=330), family_id=2),
        rise(3, 0.05, FIRST + timedelta(days=480)),
    ]
    rows["waivers"] = [
        waiver(n, 1 + n % 3, 1 + n % 7, FIRST + timedelta(days=120 + 170 * (n % 3)),
               kind=(WaiverKind.WAIVED, WaiverKind.SOFTENED)[n % 2].value,
               share=0.5 if n % 2 else None)
        for n in range(1, 10)
    ]  # fmt: skip
    return rows


def _line(number: int, random: np.random.Generator, days: int) -> Row:
    product = int(random.integers(1, 13))
    day = FIRST + timedelta(days=int(random.integers(days)))
    account = int(random.integers(1, 11))
    quantity = float(random.choice([1, 2, 5, 10, 25, 100]))
    worth = 10.0 * product * quantity
    net = round(worth * float(random.uniform(0.7, 1.02)), 2)
    odd = number % 40
    sort = {1: LineSort.RETURN, 2: LineSort.CHARGE, 3: LineSort.BAD_DEBT}.get(odd, LineSort.GOODS)
    sign = -1 if sort in (LineSort.RETURN, LineSort.BAD_DEBT) else 1
    free = odd == 4
    return line(
        number, day, 0.0 if free else sign * net,
        invoice_id=number // 3,
        account_id=None if odd == 5 else account,
        product_id=None if sort == LineSort.CHARGE else product,
        family_id=None if sort == LineSort.CHARGE or product == 12 else 1 + product % 3,
        colleague_id=None if odd == 6 else 1 + account % 3,
        sort=sort.value,
        is_credit=sort == LineSort.RETURN,
        quantity=sign * quantity,
        list_amount=None if odd in (2, 3, 7, 8) else sign * worth,
        cost=None if odd in (2, 3, 9) else round(sign * worth * 0.6, 2),
        rebate=1.5 if odd == 10 else 0,
        freight=4.0 if odd == 11 else 0,
        currency="GBP" if odd == 12 else "USD" if account % 4 == 0 else "EUR",
        known_day=day + timedelta(days=int(random.integers(1, 12)) if odd % 8 == 0 else 0),
    )  # fmt: skip
