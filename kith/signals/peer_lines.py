"""Lines whose price can be set against what others paid: goods at a price, of a known customer."""

import math
from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.list_prices import in_force
from kith.signals.money import converted, invoiced, worth, years_ago
from kith.signals.output import days_between
from kith.terms.trade_words import LineSort, ListSort

NAME = "peer_lines"  # the name of what is prepared
UNIT = 10_000.0
QUARTER = 92  # days: the last one counts back from as_of
X = ("log_quantity", "quarter_1", "quarter_2", "quarter_3", "abroad")  # what a price hangs on
_STEPS = 128  # more than there are powers of two in a quantity


def priced(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """Lines of the last twelve months: `price` of one unit and `net` in the firm's currency,
    ten-thousandths; `cell`, the product and the power of two in the quantity; X; and `market`, what
    the quantity is worth by the market's prices, null where nobody knows them."""
    if NAME in tables:
        return tables[NAME]
    rows = invoiced(tables, as_of=as_of, since=years_ago(as_of, 1), sorts=(LineSort.GOODS,))
    rows = rows.filter(rows.account_id.notnull(), rows.product_id.notnull(), rows.quantity > 0)
    rows = rows.mutate(looked_for=rows.product_id)
    rows = worth(rows, in_force(tables["list_prices"], ListSort.MARKET))
    rows = rows.left_join(_abroad(tables["accounts"]), "account_id").drop("account_id_right")
    rows = rows.mutate(net=converted(rows.net, rows.rate), market=converted(rows.worth, rows.rate))
    rows = rows.filter(rows.net > 0)
    units = rows.quantity.cast("float64") / UNIT
    # A hair more, so that no engine's logarithm of 8 falls short of 3.
    step = (units.ln() / math.log(2.0) + 1e-9).floor().cast("int64") + _STEPS // 4
    quarter = days_between(rows.day, ibis.literal(as_of)) // QUARTER
    return rows.select(
        "line_id", "account_id", "product_id", "quantity", "net", "market",
        price=rows.net.cast("float64") / units,
        cell=rows.product_id * _STEPS + step,
        log_quantity=units.ln(),
        **{f"quarter_{back}": (quarter == back).cast("float64") for back in (1, 2, 3)},
        abroad=rows.abroad.fill_null(0.0),
    )  # fmt: skip


def _abroad(accounts: ibis.Table) -> ibis.Table:
    """1 for the accounts of another country than the commonest; unknown is not another."""
    known = accounts.filter(accounts.country.notnull())
    each = known.group_by("country").agg(n=known.count())
    place = ibis.row_number().over(order_by=[each.n.desc(), each.country])
    home = each.mutate(place=place).filter(lambda t: t.place == 0).select(home="country")
    both = known.cross_join(home)
    return both.select("account_id", abroad=(both.country != both.home).cast("float64"))
