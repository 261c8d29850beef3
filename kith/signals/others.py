"""What others paid: order statistics of a cell's prices, without the customer's own lines.

No line is set against another one, so the cost does not grow with the square of what is bought
most. All lines of a cell are ranked once, and a customer's own once among themselves. Of a line
that is r-th of all and i-th of its own, r - i others come before; so the k-th of the others stands,
among all, at k plus the number of own lines with r - i < k.
"""

import ibis


def bands(lines: ibis.Table, *, lines_min: int, customers_min: int) -> ibis.Table:
    """Per `cell` and `account_id` with that many lines of that many others: `n_others` lines,
    `customers`, and of the others' prices `low` (one in ten below), `middle`, `high`.

    Each is a price that somebody paid: of n that at the place nearest to 0.1 (n + 1), the mirrored
    one, and the middle one, the lower of two.
    """
    ranked = _ranked(lines)
    n = ranked.n - ranked.n_own
    low = ibis.greatest((n + 6) // 10, 1)  # 0.1 (n + 1), rounded; in whole numbers
    places = {"low": low, "middle": (n + 1) // 2, "high": n + 1 - low}
    pairs = ranked.group_by("cell", "account_id").agg(
        n_others=n.max(),
        customers=ranked.customers.max() - 1,
        **{
            name: place.max() + (ranked.before < place).sum().cast("int64")
            for name, place in places.items()
        },
    )
    found = pairs.filter(pairs.n_others >= lines_min, pairs.customers >= customers_min)
    for name in places:
        prices = ranked.select("cell", at_place="place", paid="price")
        found = found.rename(at_place=name).left_join(prices, ["cell", "at_place"])
        found = found.drop("cell_right", "at_place_right", "at_place").rename({name: "paid"})
    return found


def without(lines: ibis.Table, *, lines_min: int, customers_min: int) -> ibis.Table:
    """The lines to which `bands` gives nothing. By counts alone, which is far less work."""
    pairs = lines.group_by("cell", "account_id").agg(n_own=lines.count())
    cells = pairs.group_by("cell").agg(n=pairs.n_own.sum(), customers=pairs.count() - 1)
    pairs = pairs.inner_join(cells, "cell")
    few = (pairs.n - pairs.n_own < lines_min) | (pairs.customers < customers_min)
    return lines.semi_join(pairs.filter(few), ["cell", "account_id"])


def _ranked(lines: ibis.Table) -> ibis.Table:
    """With the 1-based `place` in the cell, the number of others' lines `before`, and per cell and
    own the number of lines and of customers."""
    rows = lines.select("cell", "account_id", "price", "line_id")
    order = [rows.price, rows.line_id]
    rows = rows.mutate(
        place=ibis.row_number().over(group_by=rows.cell, order_by=order) + 1,
        own=ibis.row_number().over(group_by=[rows.cell, rows.account_id], order_by=order),
        n=rows.count().over(group_by=rows.cell),
        n_own=rows.count().over(group_by=[rows.cell, rows.account_id]),
    )
    return rows.select(
        "cell", "account_id", "price", "place", "n", "n_own",
        before=rows.place - 1 - rows.own,
        customers=(rows.own == 0).cast("int64").sum().over(group_by=rows.cell),
    )  # fmt: skip
