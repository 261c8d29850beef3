"""Which lines an announced rise meets, and what was paid for the same items before and after it."""

from collections.abc import Mapping
from datetime import date, timedelta

import ibis

from kith.signals.money import with_rate_by_day
from kith.signals.output import days_between, stacked
from kith.terms.trade_words import LineSort

OF_LINE = (
    "account_id", "product_id", "family_id", "currency", "day", "quantity", "net", "rebate",
    "terms", "freight", "promotion",
)  # fmt: skip
ITEM = ("rise_id", "account_id", "product_id", "currency", "effective_day")


def told(rises: ibis.Table, *, as_of: date, years: int) -> ibis.Table:
    """One row a rise that was announced by `as_of`, and holds since at most so many years.

    `by_family`, `by_account`, `by_list`: it names families, accounts, products of price lists; what
    it names at once must all hold.
    """
    rows = rises.filter(
        rises.known_day <= as_of,
        rises.announced_day <= as_of,
        rises.effective_day > as_of - timedelta(days=365 * years),
    )
    return rows.group_by("rise_id").agg(
        by_family=rows.family_id.count() > 0,
        by_account=rows.account_id.count() > 0,
        by_list=rows.price_list_id.count() > 0,
        share=rows.share.max(),
        effective_day=rows.effective_day.max(),
    )


def met(
    tables: Mapping[str, ibis.Table], rises: ibis.Table, *, as_of: date, days: int, window: int
) -> ibis.Table:
    """Rise x account that bought what the rise names within `days` before it holds, or after."""
    lines = _lines(tables, rises, as_of=as_of, before=days, after=window)
    return lines.select("rise_id", "account_id").distinct()


def compared(
    tables: Mapping[str, ibis.Table], rises: ibis.Table, *, as_of: date, window: int
) -> ibis.Table:
    """Rise x account x product x currency bought both in the window before and in that after:
    `n` lines, `b` = p0 q and `a` = (p1 - p0) q in the firm's money, q the mean of both quantities.

    p: net less what was granted off the line or by a condition, per unit. Both sides are told at
    the rate of the day from which the rise holds: a rate's move is no rise.
    """
    lines = _lines(tables, rises, as_of=as_of, before=window, after=window)
    lines = lines.mutate(is_after=lines.day >= lines.effective_day)
    rows = stacked(_paid(lines), _granted(lines, tables["conditions"], as_of))
    sides = rows.group_by(*ITEM).agg(
        n=rows.n.sum(),
        **{
            f"{name}{side}": where.ifelse(rows[name], 0.0).sum()
            for name in ("paid", "quantity")
            for side, where in (("0", ~rows.is_after), ("1", rows.is_after))
        },
    )
    sides = sides.filter(sides.quantity0 > 0, sides.quantity1 > 0)
    q = (sides.quantity0 + sides.quantity1) / 2.0
    p0, p1 = sides.paid0 / sides.quantity0, sides.paid1 / sides.quantity1
    items = with_rate_by_day(
        sides.mutate(a=(p1 - p0) * q, b=p0 * q, day=sides.effective_day), tables["rates"]
    )
    items = items.filter(items.rate.notnull())
    return items.select(
        "rise_id", "account_id", "product_id", "n", a=items.a * items.rate, b=items.b * items.rate
    )


def _paid(lines: ibis.Table) -> ibis.Table:
    paid = lines.net - lines.rebate - lines.terms - lines.freight - lines.promotion
    return lines.select(
        *ITEM,
        "is_after",
        n=ibis.literal(1, "int64"),
        paid=paid.cast("float64"),
        quantity=lines.quantity.cast("float64"),
    )


def _granted(lines: ibis.Table, conditions: ibis.Table, as_of: date) -> ibis.Table:
    """What conditions that are a share take off the lines for which they hold."""
    held = conditions.filter(conditions.known_day <= as_of, conditions.share.notnull())
    held = held.select(
        "since", "until", of_account="account_id", of_family="family_id", of_product="product_id",
        granted="share",
    )  # fmt: skip
    rows = lines.inner_join(held, [lines.account_id == held.of_account, lines.day >= held.since])
    rows = rows.filter(
        rows.until.isnull() | (rows.day <= rows.until),
        rows.of_family.isnull() | (rows.of_family == rows.family_id),
        rows.of_product.isnull() | (rows.of_product == rows.product_id),
    )
    return rows.select(
        *ITEM,
        "is_after",
        n=ibis.literal(0, "int64"),
        paid=-rows.net.cast("float64") * rows.granted,
        quantity=ibis.literal(0.0),
    )


def _lines(
    tables: Mapping[str, ibis.Table], rises: ibis.Table, *, as_of: date, before: int, after: int
) -> ibis.Table:
    """Goods of so many days about each rise's day that the rise names, known on `as_of`.

    Joined by the day, and by the family where it names some: linear, however many rises there were.
    """
    lines = tables["lines"]
    lines = lines.filter(
        lines.day <= as_of,
        lines.known_day <= as_of,
        lines.sort == LineSort.GOODS.value,
        lines.account_id.notnull(),
        lines.product_id.notnull(),
        lines.quantity > 0,
        lines.net > 0,
    ).select(*OF_LINE)
    days = lines.select("day").distinct().cross_join(rises)
    passed = days_between(days.effective_day, days.day)
    days = days.filter(passed >= -before, passed < after)
    named = tables["rises"]
    families = named.filter(named.family_id.notnull()).select("rise_id", "family_id").distinct()
    narrow = days.filter(days.by_family).inner_join(families, "rise_id")
    narrow = narrow.select(*days.columns, "family_id")
    names = (*OF_LINE, *(name for name in rises.columns))
    rows = stacked(
        lines.inner_join(days.filter(~days.by_family), "day").select(*names),
        lines.inner_join(narrow, ["day", "family_id"]).select(*names),
    )
    listed = named.inner_join(tables["list_prices"], "price_list_id")
    rows = _named(rows, "by_account", named, "account_id")
    return _named(rows, "by_list", listed, "product_id")


def _named(rows: ibis.Table, must: str, named: ibis.Table, by: str) -> ibis.Table:
    """Those of `rows` that a rise names by that id, where it `must`."""
    named = named.filter(named[by].notnull()).select("rise_id", by).distinct()
    found = rows.left_join(named.mutate(is_named=True), ["rise_id", by])
    found = found.drop("rise_id_right", f"{by}_right")
    return found.filter(~found[must] | found.is_named.fill_null(False)).drop("is_named")
