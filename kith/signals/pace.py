"""How long answers take, at whatever grain: the columns that `answers` and `latency` share."""

from datetime import date, timedelta

import ibis

from kith.signals.clock import HOUR, WORKING_DAY
from kith.signals.replies import Params
from kith.signals.shift import shift
from kith.signals.survival import medians
from kith.terms.shapes import Column

COLUMNS = (
    Column("value", "float64", "median working hours to the answer; null: abstains", nullable=True),
    Column("low", "float64", "lower end of its 90 % interval", nullable=True),
    Column("high", "float64", "upper end; null: more than was seen", nullable=True),
    Column("n", "int64", "questions"),
    Column("n_answered", "int64", "of them answered so far"),
    Column("days", "int64", "value in working days, begun ones counted", nullable=True),
    Column("within_day", "float64", "share answered within a working day", nullable=True),
    Column("recent", "float64", "median of the recent questions, working hours", nullable=True),
    Column("earlier", "float64", "median of those before", nullable=True),
    Column("n_recent", "int64", "answers to the recent questions"),
    Column("n_earlier", "int64", "answers to those before"),
    Column("shift", "float64", "z of Mann and Whitney; above 0: slower now", nullable=True),
    Column("slower", "boolean", "z > 1.96 and the median at least doubled", nullable=True),
)
_Z95 = 1.959964


def pace(waits: ibis.Table, by: str, *, as_of: date, params: Params) -> ibis.Table:
    """The columns of `COLUMNS` per `by`, from the rows of `kith.signals.replies`."""
    waits = waits.mutate(is_recent=waits.day > as_of - timedelta(days=params.recent))
    whole = medians(waits, by, within=WORKING_DAY)
    parts = medians(waits, by, "is_recent", within=WORKING_DAY)
    halves = parts.group_by(by).agg(
        recent=parts.median.max(where=parts.is_recent),
        earlier=parts.median.max(where=~parts.is_recent),
    )
    answered = waits.filter(waits.answered)
    moved = shift(answered, by, value="seconds", is_new="is_recent", n_side=params.n_side)
    rows = whole.left_join(halves, by).drop(f"{by}_right")
    rows = rows.left_join(moved, by).drop(f"{by}_right")
    enough = rows.n >= params.n_min
    doubled = (rows.recent >= rows.earlier * params.slower).fill_null(False)

    def hours(seconds: ibis.Value) -> ibis.Value:
        return enough.ifelse(seconds, None).cast("float64") / HOUR

    return rows.select(
        by,
        "n",
        "n_answered",
        value=hours(rows.median),
        low=hours(rows.median.notnull().ifelse(rows.low, None)),
        high=hours(rows.median.notnull().ifelse(rows.high, None)),
        days=(enough & rows.median.notnull()).ifelse(_begun(rows.median), None),
        within_day=enough.ifelse(rows.share, None),
        recent=rows.z.notnull().ifelse(rows.recent, None).cast("float64") / HOUR,
        earlier=rows.z.notnull().ifelse(rows.earlier, None).cast("float64") / HOUR,
        n_recent=rows.n_new.fill_null(0),
        n_earlier=rows.n_old.fill_null(0),
        shift=rows.z,
        slower=rows.z.notnull().ifelse((rows.z > _Z95) & doubled, None),
    )


def _begun(seconds: ibis.Value) -> ibis.Value:
    """Working days, a begun one as a whole."""
    return ibis.greatest((seconds + WORKING_DAY - 1) // WORKING_DAY, 1)
