"""What was sold and earned, month by month? See docs/signals/trade_months.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis

from kith.signals import pocket
from kith.signals.money import NOBODY
from kith.signals.output import declared
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = pocket.NEEDS
UNIT = 10_000.0
# Months are set side by side a block at a time, then blocks: a sixth of the work of all at once.
BLOCK = 6
SERIES = {"revenue": "invoice", "margin": "margin", "list": "list"}
_ADDED = ("list", "invoice", "pocket_costed", "account_wide", "cost", "n")

OUTPUT = Shape(
    name="trade_months",
    grain="one account with something sold or given within the months looked at",
    columns=(
        Column("account_id", "int64", "who bought"),
        Column("value", "float64", "mean revenue a month, ten-thousandths of the firm's currency"),
        Column(
            "low", "float64", "null: a sum of what happened has no sampling error", nullable=True
        ),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "lines within these months"),
        Column("month", "date", "the first day of the last month, that of as_of"),
        Column("revenue", "string", "invoiced, whole units of money, a number a month, by commas"),
        Column("margin", "string", "pocket - cost of lines whose cost is known, likewise"),
        Column("list", "string", "worth by the list, else the net, likewise"),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """`months`: how many, the one of `as_of` included, whole blocks: three years, our choice."""

    months: int = 36


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: the sums of a waterfall by calendar month."""
    now = as_of.year * 12 + as_of.month
    first = now - params.months  # the month before the first one, 0 being January
    since = date.fromordinal(date(first // 12, first % 12 + 1, 1).toordinal() - 1)
    rows = pocket.entries(tables, as_of=as_of, since=since)
    rows = rows.filter(rows.account_id != NOBODY)
    rows = rows.mutate(back=now - (rows.day.year() * 12 + rows.day.month()))
    each = pocket.added(rows, "account_id", "back", names=_ADDED)
    each = each.mutate(margin=each.pocket_costed - each.cost - each.account_wide)

    each = each.mutate(block=each.back // BLOCK, within=each.back % BLOCK)
    blocks = each.group_by("account_id", "block").agg(
        sold=each.invoice.sum(),
        n=each.n.sum(),
        **{name: _joined(each, each[of]) for name, of in SERIES.items()},
    )
    return declared(
        blocks.group_by("account_id")
        .agg(
            value=blocks.sold.sum().cast("float64") / params.months,
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            n=blocks.n.sum(),
            **{name: _in_a_row(blocks, blocks[name], params.months) for name in SERIES},
        )
        .mutate(month=ibis.literal(as_of.replace(day=1))),
        OUTPUT,
    )


def _joined(each: ibis.Table, column: ibis.Value) -> ibis.Value:
    """The months of a block in whole units of money, oldest first, by commas."""
    whole = (column.cast("float64") / UNIT).round().cast("int64")
    months = [
        (each.within == within).ifelse(whole, 0).sum().cast("int64").cast("string")
        for within in reversed(range(BLOCK))
    ]
    return ibis.literal(",").join(months)


def _in_a_row(blocks: ibis.Table, column: ibis.Value, months: int) -> ibis.Value:
    nothing = ",".join(["0"] * BLOCK)
    found = [
        (blocks.block == block).ifelse(column, None).max().fill_null(nothing)
        for block in reversed(range(months // BLOCK))
    ]
    return ibis.literal(",").join(found)
