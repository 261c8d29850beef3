"""Does a customer pay more or less than comparable ones? See docs/signals/price_position.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis

from kith.signals import peer_price
from kith.signals.interval import Z90
from kith.signals.output import declared
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = ("lines",)
USES = ("peer_price",)
DEFINITION = peer_price.DEFINITION

OUTPUT = Shape(
    name="price_position",
    grain="one account that bought something at a price within twelve months",
    columns=(
        Column("account_id", "int64", "who bought"),
        Column(
            "value",
            "float64",
            "premium (+) or discount (-) against what others pay for the same; null below n_min",
            nullable=True,
        ),
        Column("low", "float64", "its 90 % interval; null: one product", nullable=True),
        Column("high", "float64", "upper end", nullable=True),
        Column("n", "int64", "own lines that could be compared"),
        Column("n_items", "int64", "products that could be compared"),
        Column("revenue_compared", "int64", "of these lines, ten-thousandths"),
        Column("revenue", "int64", "of all own lines at a price, ten-thousandths"),
        Column("leak", "int64", "below what others pay, line by line, ten-thousandths"),
        Column(
            "market", "float64", "as value, against the market's prices; null: unknown",
            nullable=True,
        ),
        Column("n_market", "int64", "lines of a product whose market price is known"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Params:
    """`n_min`: lines compared below which there is no value: our choice."""

    n_min: int = 5


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: revenue compared / revenue expected - 1, over the account's products.

    The interval is that of a ratio of sums over m products (Cochran 1977, Sampling Techniques,
    6.3), taking them for a sample: se^2 = m / (m - 1) sum (r - (1 + value) e)^2 / (sum e)^2.
    """
    items = _items(tables, as_of=as_of)
    r, e = (items[f"revenue_{name}"].cast("float64") for name in ("compared", "expected"))
    each = items.group_by("account_id").agg(
        n=items.n.sum(),
        n_items=(items.n > 0).sum(),
        revenue=items.revenue.sum(),
        revenue_compared=items.revenue_compared.sum(),
        leak=items.leak.sum(),
        expected=e.sum(),
        rr=(r * r).sum(),
        re=(r * e).sum(),
        ee=(e * e).sum(),
        n_market=items.n_market.sum(),
        at_market=items.revenue_market.sum(),
        market_worth=items.market.sum(),
    )
    m = each.n_items.cast("float64")
    ratio = each.revenue_compared.cast("float64") / each.expected
    # A hair below nought where every product has the same ratio.
    squares = ibis.greatest(each.rr - 2.0 * ratio * each.re + ratio * ratio * each.ee, 0.0)
    error = Z90 * (m / (m - 1.0) * squares).sqrt() / each.expected
    enough = each.n >= params.n_min
    several = enough & (each.n_items > 1)
    known = each.market_worth > 0
    market = each.at_market.cast("float64") / each.market_worth.cast("float64") - 1.0
    return declared(
        each.mutate(
            value=enough.ifelse(ratio - 1.0, None),
            low=several.ifelse(ratio - 1.0 - error, None),
            high=several.ifelse(ratio - 1.0 + error, None),
            market=known.ifelse(market, None),
        ),
        OUTPUT,
    )


def _items(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """`peer_price`: as it was fitted and computed before, else unfitted."""
    name = peer_price.OUTPUT.name
    return tables[name] if name in tables else peer_price.signal(tables, as_of=as_of)
