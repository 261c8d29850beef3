"""Intervals for a share of few cases: how far the true one may lie from the one counted.

Quantiles of the Beta law have no closed form: they come from scipy, column by column.
"""

from typing import Any

import ibis
import numpy as np
import pyarrow as pa

# Standard normal quantile at 0.95: a 90 % interval, as all signals give.
Z90 = 1.6448536269514722
_LOW, _HIGH = 0.05, 0.95  # 5 % left out at each end


def wilson(k: ibis.Value, n: ibis.Value, *, z: float = Z90) -> tuple[ibis.Value, ibis.Value]:
    """The ends of Wilson's (1927) score interval for k of n: null where n is 0.

    centre (p + z^2 / 2n) / (1 + z^2 / n), half z / (1 + z^2 / n) sqrt(p (1 - p) / n + z^2 / 4n^2).
    """
    cases = n.cast("float64").nullif(0.0)
    p = k.cast("float64") / cases
    scale = 1.0 + z * z / cases
    centre = (p + z * z / (2.0 * cases)) / scale
    half = z / scale * (p * (1.0 - p) / cases + z * z / (4.0 * cases * cases)).sqrt()
    # The square root may take an end of 0 of n, or n of n, a hair too far.
    return (centre - half).clip(0.0, 1.0), (centre + half).clip(0.0, 1.0)


@ibis.udf.scalar.pyarrow
def beta_low(a: float, b: float) -> float:
    """The 5 % quantile of Beta(a, b)."""
    return _column("betaincinv", a, b, _LOW)


@ibis.udf.scalar.pyarrow
def beta_high(a: float, b: float) -> float:
    """The 95 % quantile of Beta(a, b)."""
    return _column("betaincinv", a, b, _HIGH)


@ibis.udf.scalar.pyarrow
def beta_above(a: float, b: float, share: float) -> float:
    """The probability that a share which follows Beta(a, b) is above `share`."""
    return _column("betaincc", a, b, share)


def _column(name: str, *given: Any) -> Any:
    """What scipy calls `name`, of whole columns (DuckDB gives those) or single values (Spark)."""
    from scipy import special  # here: no refresh asks for it, and it takes a while to load

    found = getattr(special, name)(*(np.asarray(each, dtype="float64") for each in given))
    return pa.array(found) if np.ndim(found) else float(found)
