"""Waiting times of which some are not over yet: the Kaplan-Meier estimate, per subject."""

import ibis

from kith.signals.rhythm import Z90

# Two engines may differ in the last bit of a product that is exactly one half.
_HALF = 0.5 + 1e-9


def medians(waits: ibis.Table, *by: str, within: int) -> ibis.Table:
    """Per `by`, from rows of `seconds` and `answered`: how many, the median wait, its interval.

    - `n`, `n_answered`: waits, and those that an answer ended.
    - `median`: the first t with S(t) <= 1/2, S being the product of 1 - d/n over the answers up to
      t (Kaplan and Meier 1958); null where fewer than half were answered.
    - `low`, `high`: where the 90 % limits of S, by the log-log transform of Greenwood's variance,
      reach 1/2 (Brookmeyer and Crowley 1982). null: never.
    - `share`: 1 - S after `within` seconds.
    """
    steps = _steps(waits, *by)
    so_far = ibis.cumulative_window(group_by=list(by), order_by="seconds")
    curve = steps.mutate(
        log_s=steps.log_left.sum().over(so_far), variance=steps.greenwood.sum().over(so_far)
    )
    s = curve.all_answered.ifelse(0.0, curve.log_s.exp())
    # Both limits are S to a power; at S = 0 the lower is 0 and the upper is not known.
    spread = (curve.variance.sqrt() * Z90 / -curve.log_s.nullif(0.0)).exp()
    curve = curve.mutate(
        s=s,
        lower=curve.all_answered.ifelse(0.0, (curve.log_s * spread).exp()),
        upper=curve.all_answered.ifelse(1.0, (curve.log_s / spread).exp()),
    )
    read = curve.group_by(*by).agg(
        median=curve.seconds.min(where=curve.s <= _HALF),
        low=curve.seconds.min(where=curve.lower <= _HALF),
        high=curve.seconds.min(where=curve.upper <= _HALF),
        still=curve.s.min(where=curve.seconds <= within),
    )
    counts = waits.group_by(*by).agg(n=waits.count(), n_answered=waits.answered.cast("int64").sum())
    rows = counts.left_join(read, list(by))
    return rows.select(
        *counts.columns,
        *(rows[name] for name in ("median", "low", "high")),
        share=1.0 - rows.still.fill_null(1.0),
    )


def _steps(waits: ibis.Table, *by: str) -> ibis.Table:
    """One row per `by` and wait that an answer ended, with what it takes off S."""
    each = waits.group_by(*by, "seconds").agg(
        d=waits.answered.cast("float64").sum(), ended=waits.count()
    )
    # Whoever waited at least as long was still waiting then.
    longest_first = ibis.cumulative_window(group_by=list(by), order_by=each.seconds.desc())
    steps = each.mutate(n=each.ended.sum().over(longest_first).cast("float64"))
    steps = steps.filter(steps.d > 0)
    all_answered = steps.d == steps.n
    share = all_answered.ifelse(0.0, steps.d / steps.n)
    rest = all_answered.ifelse(1.0, steps.n - steps.d)
    return steps.select(
        *by,
        "seconds",
        all_answered=all_answered,
        log_left=(1.0 - share).ln(),
        greenwood=all_answered.ifelse(0.0, steps.d / (steps.n * rest)),
    )
