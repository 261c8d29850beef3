"""What would others pay for the same, at that quantity? See docs/signals/peer_price.md."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import ibis

from kith.signals import others, peer_lines, peer_model
from kith.signals.output import declared, stacked
from kith.signals.peer_lines import UNIT, X, priced
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = ("lines",)
# Printed with the number: the same lines, set against a regression, give many times as much.
DEFINITION = (
    "leak = sum over lines of max(0, expected - paid) * quantity; expected: the median of other"
    " customers' prices for the product at that power of two of the quantity, else by regression"
)

_PRICE = "of one unit, ten-thousandths of the firm's currency"
OUTPUT = Shape(
    name="peer_price",
    grain="one account x product bought at a price within twelve months",
    columns=(
        Column("account_id", "int64", "who bought"),
        Column("item_id", "int64", "the product"),
        Column("value", "float64", "paid / expected - 1; null: too few others", nullable=True),
        Column("low", "float64", "paid / high_price - 1", nullable=True),
        Column("high", "float64", "paid / low_price - 1", nullable=True),
        Column("n", "int64", "own lines that could be compared"),
        Column("paid", "int64", f"mean price over these, {_PRICE}", nullable=True),
        Column("expected", "int64", f"what others pay for as much, {_PRICE}", nullable=True),
        Column("low_price", "int64", "one in ten of the others pays less", nullable=True),
        Column("high_price", "int64", "one in ten of the others pays more", nullable=True),
        Column("quantity", "int64", "of these lines, ten-thousandths of the unit"),
        Column("leak", "int64", "below what others pay, line by line, ten-thousandths"),
        Column("customers", "int64", "others in the comparison"),
        Column(
            "by", "string", "'cell' or 'model': most of the revenue compared; null: none",
            nullable=True,
        ),
        Column("revenue", "int64", "of all own lines at a price"),
        Column("revenue_compared", "int64", "of the lines that could be compared"),
        Column("revenue_expected", "int64", "what others would have paid for these"),
        Column("n_market", "int64", "lines of a product whose market price is known"),
        Column("revenue_market", "int64", "of these lines"),
        Column("market", "int64", "what they are worth by the market's prices"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Params:
    """`slopes`: what ln price gains by X, fitted; until then nothing. `lines_min` of others and
    `customers_min`, from SIGNALS' cards; `residuals_min`: below it a regression has no band."""

    slopes: tuple[float, ...] = (0.0,) * len(X)
    lines_min: int = 5
    customers_min: int = 3
    residuals_min: int = 20


def prepare(tables: Mapping[str, ibis.Table], *, as_of: date) -> Mapping[str, ibis.Table]:
    """The lines that `statistics` and `signal` both begin with."""
    return {peer_lines.NAME: priced(tables, as_of=as_of)}


def statistics(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """What `fit` needs: one row."""
    return peer_model.moments(priced(tables, as_of=as_of))


def fit(rows: Iterable[Mapping[str, float]], *, params: Params = Params()) -> Params:
    """`params` with the slopes of this ledger; unchanged where nothing was sold at a price."""
    found = peer_model.slopes(rows)
    return params if found is None else replace(params, slopes=found)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`."""
    return declared(_by_product(compared(tables, as_of=as_of, params=params)), OUTPUT)


def compared(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """Every line that `priced` gives, with `middle`, `low`, `high`, `customers` and `by_cell`:
    what others pay for the product at that quantity; null where that cannot be said."""
    lines = priced(tables, as_of=as_of)
    least = {"lines_min": params.lines_min, "customers_min": params.customers_min}
    found = lines.inner_join(others.bands(lines, **least), ["cell", "account_id"])
    columns = [
        "line_id", "account_id", "product_id", "quantity", "net", "market", "price", "middle",
        "low", "high", "customers",
    ]  # fmt: skip
    left = others.without(lines, **least)
    modelled = peer_model.expected(
        lines, left, params.slopes, **least, residuals_min=params.residuals_min
    )
    return stacked(
        found.select(*columns).mutate(by_cell=ibis.literal(value=True)),
        modelled.select(*columns).mutate(by_cell=ibis.literal(value=False)),
    )


def _by_product(rows: ibis.Table) -> ibis.Table:
    units = rows.quantity.cast("float64") / UNIT
    has = rows.middle.notnull()
    leak = (ibis.greatest(rows.middle - rows.price, 0.0) * units).round()
    each = rows.group_by("account_id", item_id=rows.product_id).agg(
        n=has.sum(),
        quantity=_sum(has.ifelse(rows.quantity, 0)),
        revenue=_sum(rows.net),
        revenue_compared=_sum(has.ifelse(rows.net, 0)),
        by_cell=_sum((has & rows.by_cell).ifelse(rows.net, 0)),
        revenue_expected=_sum((rows.middle * units).round()),
        at_low=(rows.low * units).sum(),
        at_high=(rows.high * units).sum(),
        n_low=rows.low.count(),
        leak=_sum(leak),
        customers=has.ifelse(rows.customers, 0).max(),
        n_market=rows.market.count(),
        revenue_market=_sum(rows.market.notnull().ifelse(rows.net, 0)),
        market=_sum(rows.market),
    )
    some, banded = each.n > 0, (each.n > 0) & (each.n_low == each.n)
    paid = each.revenue_compared.cast("float64")
    size = each.quantity.cast("float64") / UNIT

    def unit_price(total: ibis.Value, told: ibis.Value) -> ibis.Value:
        return told.ifelse((total.cast("float64") / size).round().cast("int64"), None)

    by = (2 * each.by_cell >= each.revenue_compared).ifelse("cell", "model")
    return each.mutate(
        value=some.ifelse(paid / each.revenue_expected.cast("float64") - 1.0, None),
        low=banded.ifelse(paid / each.at_high - 1.0, None),
        high=banded.ifelse(paid / each.at_low - 1.0, None),
        paid=unit_price(each.revenue_compared, some),
        expected=unit_price(each.revenue_expected, some),
        low_price=unit_price(each.at_low, banded),
        high_price=unit_price(each.at_high, banded),
        by=some.ifelse(by, None),
    )


def _sum(column: ibis.Value) -> ibis.Value:
    """Whole numbers added as doubles, exact up to 2 ** 53, as in `kith.signals.pocket`."""
    return column.cast("float64").sum().fill_null(0.0).cast("int64")
