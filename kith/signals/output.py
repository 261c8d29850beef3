"""What every signal's table promises: exactly its declared columns, in order and type."""

from datetime import date

import ibis
import ibis.expr.operations as ops

from kith.terms.shapes import Shape


def declared(table: ibis.Table, shape: Shape) -> ibis.Table:
    """`table` with the columns of `shape` alone, cast to its types, so that engines agree."""
    return table.select(**{c.name: really(table[c.name], c.type) for c in shape.columns})


def really(column: ibis.Value, type_: str) -> ibis.Value:
    """`column` cast to `type_` by the engine too.

    Ibis leaves out a cast to the type it believes a column to have, and believes that a sum of
    int64 is one; DuckDB's is 128 bits wide, which becomes a decimal in Python.
    """
    return ops.Cast(column, ibis.dtype(type_)).to_expr()


def days_between(
    earlier: ibis.expr.types.DateValue, later: ibis.expr.types.DateValue
) -> ibis.Value:
    """Whole days from `earlier` to `later`."""
    return later.delta(earlier, unit="day")


def stacked(*tables: ibis.Table) -> ibis.Table:
    """The rows of all of them, which have the same columns.

    Ibis unites no column that may be null with one that may not, as a table without parts has it.
    """
    alike = (
        t.select(
            **{name: really(t[name], str(t[name].type()(nullable=True))) for name in t.columns}
        )
        for t in tables
    )
    return ibis.union(*alike)


def last_days(as_of: date, many: int) -> ibis.Table:
    """The last so many days up to `as_of`: a row with a `day` each.

    Counted by the engine: of a list Ibis makes a frame of pandas first, which takes long to load.
    """
    back = ibis.range(many).unnest().name("back").as_table()
    # DuckDB makes an instant of it, whatever Ibis says.
    return back.select(day=really(ibis.literal(as_of) - back.back.as_interval("D"), "date"))
