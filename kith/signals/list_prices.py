"""Which list price holds on a day, for a quantity: one, or none."""

from datetime import date

import ibis

from kith.terms.trade_words import ListSort

FIRST, LAST, NEVER = date(1900, 1, 1), date(9999, 12, 30), date(9999, 12, 31)
MOST = 2**62  # ten-thousandths: no order is as large
QUANTITY = 10_000.0  # ten-thousandths of one unit


def in_force(list_prices: ibis.Table, sort: ListSort) -> ibis.Table:
    """Of the lists of that sort, a row per product, currency, span of days and span of quantities,
    none of which overlap: `product_id, currency, from_day, to_day, from_quantity, below_quantity`
    (the ends exclusive), `price` for `units` ten-thousandths of the product's unit.

    Where several lists hold, the one that began last does: what was agreed for a while goes
    before what holds always. Within a list, the step with the largest quantity that is reached.
    """
    listed = list_prices.filter(list_prices.sort == str(sort))
    listed = listed.mutate(
        opens=listed.since.fill_null(FIRST),
        ends=(listed.until.fill_null(LAST) + ibis.interval(days=1)).cast("date"),
    )
    spans = _spans(listed)
    prices = spans.inner_join(listed, ["product_id", "currency", "price_list_id"])
    steps = ibis.window(
        group_by=[prices.product_id, prices.currency, prices.from_day],
        order_by=[prices.from_quantity, prices.list_price_id],
    )
    return prices.select(
        "product_id", "currency", "from_day", "to_day", "from_quantity",
        below_quantity=prices.from_quantity.lead().over(steps).fill_null(MOST),
        price=prices.price,
        units=prices.per.cast("float64") * QUANTITY,
    )  # fmt: skip


def _spans(listed: ibis.Table) -> ibis.Table:
    """Per product and currency, from each day on which a list begins or has ended to the next such
    day, the list that holds."""
    lists = listed.select("product_id", "currency", "price_list_id", "opens", "ends").distinct()
    lists = lists.filter(lists.opens < lists.ends)
    turns = ibis.union(
        lists.select("product_id", "currency", from_day=lists.opens),
        lists.select("product_id", "currency", from_day=lists.ends),
        distinct=True,
    )
    order = ibis.window(group_by=[turns.product_id, turns.currency], order_by=turns.from_day)
    turns = turns.mutate(to_day=turns.from_day.lead().over(order).fill_null(NEVER))
    held = turns.inner_join(lists, ["product_id", "currency"])
    held = held.filter(held.opens <= held.from_day, held.from_day < held.ends)
    newest = ibis.window(
        group_by=[held.product_id, held.currency, held.from_day],
        order_by=[held.opens.desc(), held.price_list_id.desc()],
    )
    held = held.mutate(place=ibis.row_number().over(newest)).filter(lambda t: t.place == 0)
    return held.select("product_id", "currency", "price_list_id", "from_day", "to_day")
