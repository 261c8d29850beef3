"""Money in the firm's own currency: what was sold, and what it was worth by the list.

Every sum is converted by itself, by the rate of its day, and rounded to whole ten-thousandths
there: all levels above add the same integers. What has no rate is counted and never guessed.
"""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.list_prices import in_force
from kith.signals.output import last_days
from kith.terms.trade_words import LineSort, ListSort

ALWAYS = date(1900, 1, 1)  # from when on the firm's own currency is told, at 1
NOBODY = 0  # an id: no family, no colleague, no account
IDS = ("account_id", "family_id", "product_id", "colleague_id")
SUMS = ("list_amount", "net", "cost", "rebate", "terms", "freight", "promotion")
SOLD = (LineSort.GOODS, LineSort.RETURN)


def years_ago(day: date, years: int) -> date:
    """The same date so many years earlier; of the 29th of February the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def sold(
    tables: Mapping[str, ibis.Table],
    *,
    as_of: date,
    since: date,
    sorts: tuple[LineSort, ...] = SOLD,
) -> ibis.Table:
    """Lines after `since` that are known on `as_of`, their sums in the firm's currency.

    `list_amount` is what the line states, else by our list (`kith.signals.list_prices`), else null.
    Where the day has no `rate` it and all sums are null. Ids that are null are NOBODY.
    """
    rows = invoiced(tables, as_of=as_of, since=since, sorts=sorts)
    # Rows that state their own worth look for nothing.
    rows = rows.mutate(looked_for=rows.list_amount.isnull().ifelse(rows.product_id, None))
    rows = worth(rows, in_force(tables["list_prices"], ListSort.OURS))
    rows = rows.mutate(list_amount=rows.list_amount.fill_null(rows.worth))
    return rows.select(
        "line_id", "invoice_id", "sort", "quantity", "currency", "day", "rate",
        **{name: rows[name].fill_null(NOBODY) for name in IDS},
        **{name: converted(rows[name], rows.rate) for name in SUMS},
    )  # fmt: skip


def invoiced(
    tables: Mapping[str, ibis.Table], *, as_of: date, since: date, sorts: tuple[LineSort, ...]
) -> ibis.Table:
    """Lines after `since` that are known on `as_of`, as they are stated, with their `rate`."""
    lines = tables["lines"]
    rows = lines.filter(
        lines.day > since,
        lines.day <= as_of,
        lines.known_day <= as_of,
        lines.sort.isin([str(sort) for sort in sorts]),
    )
    return with_rate(rows, tables["rates"], since=since, as_of=as_of)


def converted(amount: ibis.Value, rate: ibis.Value) -> ibis.Value:
    """Ten-thousandths in the firm's currency, a half rounded away from zero."""
    # Most sums are the firm's own: to leave them as they are takes half the time.
    return (rate == 1.0).ifelse(amount, (amount.cast("float64") * rate).round().cast("int64"))


def with_rate(rows: ibis.Table, rates: ibis.Table, *, since: date, as_of: date) -> ibis.Table:
    """`rows` after `since` with the `rate` of their `currency` on their `day`; null: nobody has
    told it.

    By way of all days that there are: a join by ranges of days would try every rate on every row.
    """
    own = rates.filter(rates.since == ALWAYS, rates.rate == 1.0).currency.max().as_scalar()
    days = last_days(as_of, (as_of - since).days)
    told = days.inner_join(rates, [days.day >= rates.since])
    told = told.filter(told.until.isnull() | (told.day < told.until))
    told = told.select(on="day", of="currency", told="rate")
    # What is in the firm's own currency looks for nothing.
    rows = rows.mutate(foreign=(rows.currency == own).ifelse(None, rows.currency))
    found = rows.left_join(told, [rows.foreign == told.of, rows.day == told.on])
    rate = found.foreign.isnull().ifelse(1.0, found.told)
    return found.mutate(rate=rate).drop("foreign", "told", "on", "of")


def with_rate_by_day(rows: ibis.Table, rates: ibis.Table) -> ibis.Table:
    """As `with_rate`, for few rows of any age: by way of the days that these have."""
    days = rows.select("currency", "day").distinct()
    told = days.inner_join(rates, "currency")
    told = told.filter(told.since <= told.day, told.until.isnull() | (told.day < told.until))
    found = rows.left_join(told.select("currency", "day", "rate"), ["currency", "day"])
    return found.drop("currency_right", "day_right")


def worth(rows: ibis.Table, prices: ibis.Table) -> ibis.Table:
    """`rows` with what their quantity of the product `looked_for` is `worth` by those prices, in
    the row's own currency; null: no price holds."""
    rows = rows.mutate(size=rows.quantity.abs())
    found = rows.left_join(
        prices,
        [
            rows.looked_for == prices.product_id,
            rows.currency == prices.currency,
            rows.day >= prices.from_day,
            rows.day < prices.to_day,
            rows.size >= prices.from_quantity,
            rows.size < prices.below_quantity,
        ],
        rname="price_{name}",
    )
    amount = found.price.cast("float64") * found.quantity.cast("float64") / found.units
    return found.mutate(worth=amount.round().cast("int64"))
