"""A waterfall of the last twelve months beside that of the twelve before, per whatever it is of."""

import ibis

from kith.signals import pocket
from kith.signals.waterfall import LEAK, STEPS
from kith.terms.shapes import Column

YEARS = 2
_BEFORE = ("list", "invoice", "pocket", "margin")
COLUMNS = (
    *LEAK,
    *STEPS,
    *(Column(f"before_{name}", "int64", "of the twelve months before") for name in _BEFORE),
    Column("before_leak_share", "float64", "value of the twelve months before", nullable=True),
)
_VALUES = ("value", "low", "high", "n")  # of a gauge itself
PARTS = tuple(column.name for column in COLUMNS if column.name not in _VALUES)


def side_by_side(rows: ibis.Table, by: str) -> ibis.Table:
    """COLUMNS per `by`, from `rows` of `pocket.ADDED` and `years_back`."""
    rows = rows.filter(rows.years_back < YEARS)
    each = pocket.told(pocket.added(rows, by, "years_back"))
    names = [c.name for c in (*LEAK, *STEPS)]

    def of(name: str, years_back: int) -> ibis.Value:
        return (each.years_back == years_back).ifelse(each[name], None).max()

    return each.group_by(by).agg(
        **{name: of(name, 0) for name in ("value", "low", "high")},
        **{
            name: of(name, 0).fill_null(0) for name in names if name not in ("value", "low", "high")
        },
        **{f"before_{name}": of(name, 1).fill_null(0) for name in _BEFORE},
        before_leak_share=of("value", 1),
    )
