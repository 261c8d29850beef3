"""What a price hangs on, where too few others bought as much: ln price on quantity and season.

    ln p = the product's own level + b ln q + quarter + abroad + residual

The level is the mean of the other customers' lines of the product, less what the rest explains.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations_with_replacement

import ibis
import numpy as np

from kith.signals.peer_lines import X

DIGITS = 4  # a slope moves by less than anybody can see from one day to the next
_Y = "log_price"
_ALL = (*X, _Y)
_PAIRS = tuple(combinations_with_replacement(_ALL, 2))


def moments(lines: ibis.Table) -> ibis.Table:
    """One row: sums of products of X and ln price, each about the mean of its product's lines."""
    rows = lines.mutate(**{_Y: lines.price.ln()})
    sums = rows.group_by("product_id").agg(
        n=rows.count(),
        **{name: rows[name].sum() for name in _ALL},
        **{f"{a}_{b}": (rows[a] * rows[b]).sum() for a, b in _PAIRS},
    )
    return sums.agg(
        n=sums.n.sum(),
        **{f"{a}_{b}": (sums[f"{a}_{b}"] - sums[a] * sums[b] / sums.n).sum() for a, b in _PAIRS},
    )


def slopes(rows: Iterable[Mapping[str, float]]) -> tuple[float, ...] | None:
    """Least squares from the row of `moments`, in the order of X; None of no lines."""
    found = [row for row in rows if row["n"]]
    if not found:
        return None
    matrix, right = _normal(found[0])
    solved, *_ = np.linalg.lstsq(matrix, right, rcond=1e-9)
    return tuple(round(float(slope), DIGITS) + 0.0 for slope in solved)


def explained(row: Mapping[str, float], beta: Sequence[float]) -> float:
    """R squared within products: the share of the variance about their means that X explains."""
    matrix, right = _normal(row)
    slope, total = np.asarray(beta), row[f"{_Y}_{_Y}"]
    return float((2 * slope @ right - slope @ matrix @ slope) / total)


def _normal(row: Mapping[str, float]) -> tuple[np.ndarray, np.ndarray]:
    def of(a: str, b: str) -> float:
        return row[f"{a}_{b}" if _ALL.index(a) <= _ALL.index(b) else f"{b}_{a}"]

    return np.array([[of(a, b) for b in X] for a in X]), np.array([of(a, _Y) for a in X])


def expected(
    lines: ibis.Table,
    left: ibis.Table,
    beta: Sequence[float],
    *,
    lines_min: int,
    customers_min: int,
    residuals_min: int,
) -> ibis.Table:
    """`left` (some of `lines`) with `customers`, and `middle`, `low`, `high` of what others would
    have paid; null where too few others bought the product at all. The band is that of the
    residuals of `left`: one in ten below, one in ten above."""
    level = lines.semi_join(left, "product_id")
    level = level.mutate(level=level.price.ln() - _fitted(level, beta))
    own = level.semi_join(left, ["account_id", "product_id"])
    own = own.group_by("account_id", "product_id").agg(n_own=own.count(), own=own.level.sum())
    each = level.group_by("product_id", "account_id").agg(n=level.count(), level=level.level.sum())
    whole = each.group_by("product_id").agg(
        n_all=each.n.sum(), all=each.level.sum(), customers=each.count() - 1
    )
    rows = left.inner_join(own, ["account_id", "product_id"]).inner_join(whole, "product_id")
    n = rows.n_all - rows.n_own
    enough = (n >= lines_min) & (rows.customers >= customers_min)
    mean = enough.ifelse((rows["all"] - rows.own) / n, None)
    rows = rows.mutate(log_middle=mean + _fitted(rows, beta))
    rows = rows.mutate(residual=rows.price.ln() - rows.log_middle)
    rows = rows.cross_join(_band(rows, residuals_min))
    return rows.mutate(
        middle=rows.log_middle.exp(),
        low=(rows.log_middle + rows.at_low).exp(),
        high=(rows.log_middle + rows.at_high).exp(),
    )


def _fitted(rows: ibis.Table, beta: Sequence[float]) -> ibis.Value:
    total = ibis.literal(0.0)
    for name, slope in zip(X, beta, strict=True):
        total = total + rows[name] * slope
    return total


def _band(rows: ibis.Table, residuals_min: int) -> ibis.Table:
    """One row: the residuals at the places nearest to 0.1 (n + 1), and the mirrored one."""
    some = rows.filter(rows.residual.notnull())
    some = some.mutate(
        place=ibis.row_number().over(order_by=[some.residual, some.line_id]) + 1,
    )
    n = some.agg(n=some.count()).n.as_scalar()
    low = ibis.greatest((n + 6) // 10, 1)
    enough = n >= residuals_min
    return some.agg(
        at_low=(enough & (some.place == low)).ifelse(some.residual, None).max(),
        at_high=(enough & (some.place == n + 1 - low)).ifelse(some.residual, None).max(),
    )
