"""Has something become longer? The rank test of Mann and Whitney (1947), a row per subject."""

import ibis


def shift(rows: ibis.Table, by: str, *, value: str, is_new: str, n_side: int) -> ibis.Table:
    """Per `by`: `n_new`, `n_old`, and `z`: above 0 where the new values are the larger ones.

    Ranks of equal values are shared, the variance is corrected for them and the distance for
    continuity. `z` is null with fewer than `n_side` values on either side, or where all are equal.
    The test sees ranks alone: it says the same of hours and of their logarithms.
    """
    equal = rows.group_by(by, value).agg(
        n=rows.count().cast("float64"), n_new=rows[is_new].cast("float64").sum()
    )
    up_to = ibis.cumulative_window(group_by=equal[by], order_by=equal[value])
    ranked = equal.mutate(rank=equal.n.sum().over(up_to) - (equal.n - 1.0) / 2.0)
    sums = ranked.group_by(by).agg(
        n=ranked.n.sum(),
        n_new=ranked.n_new.sum(),
        ranks=(ranked.rank * ranked.n_new).sum(),
        ties=(ranked.n * ranked.n * ranked.n - ranked.n).sum(),
    )
    n, new = sums.n, sums.n_new
    old = n - new
    off = sums.ranks - new * (new + 1.0) / 2.0 - new * old / 2.0
    pairs = (n * (n - 1.0)).nullif(0.0)
    variance = new * old / 12.0 * (n + 1.0 - sums.ties / pairs)
    z = (ibis.greatest(off.abs() - 0.5, 0.0) * off.sign()) / variance.nullif(0.0).sqrt()
    enough = (new >= n_side) & (old >= n_side)
    return sums.select(
        by,
        n_new=new.cast("int64"),
        n_old=old.cast("int64"),
        z=enough.ifelse(z, None),
    )
