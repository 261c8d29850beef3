"""What every signal's table promises: exactly its declared columns, in order and type."""

import ibis

from kith.terms.shapes import Shape


def declared(table: ibis.Table, shape: Shape) -> ibis.Table:
    """`table` with the columns of `shape` alone, cast to its types, so that engines agree."""
    return table.select(**{c.name: table[c.name].cast(c.type) for c in shape.columns})


def days_between(
    earlier: ibis.expr.types.DateValue, later: ibis.expr.types.DateValue
) -> ibis.Value:
    """Whole days from `earlier` to `later`."""
    return later.delta(earlier, unit="day")
