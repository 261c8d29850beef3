"""What do we give an account, and does anything come back? See docs/signals/giveaways_given.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import ibis

from kith.signals.bought import bought
from kith.signals.money import converted, with_rate_by_day
from kith.signals.output import days_between, declared, really
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = ("giveaways",)

OUTPUT = Shape(
    name="giveaways_given",
    grain="one account to which something was given away",
    columns=(
        Column("account_id", "int64", "to whom"),
        Column(
            "value",
            "float64",
            "share, by list value, of what was given within 365 days and is due, for which nothing"
            " came back; null below n_min",
            nullable=True,
        ),
        Column("low", "float64", "null: a share of what happened, no estimate", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "gifts within 365 days; amends for a fault of ours are none"),
        Column("value_list", "int64", "of these by the list, ten-thousandths of the firm's money"),
        Column("value_cost", "int64", "of these at cost, likewise"),
        Column("n_no_return", "int64", "of these due, and nothing came back"),
        Column("n_open", "int64", "of these not due yet, and nothing came back so far"),
        Column("n_no_value", "int64", "of these without list value or rate: not in the sums"),
        Column("n_all", "int64", "gifts ever"),
        Column("n_complaint", "int64", "amends for a fault of ours within 365 days"),
        Column("last_day", "date", "of the last gift; null: only amends", nullable=True),
        Column("revenue_share", "float64", "value_list / what they bought", nullable=True),
        Column("in_row", "int64", "gifts of one kind in a row, up to the last, without return"),
        Column("kind", "string", "their kind; null: none", nullable=True),
        Column("cascade", "boolean", "in_row has reached the length of a habit"),
        Column("habit", "int64", "in_row where it has; else null", nullable=True),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """Our choices, all of them.

    - `days`: what counts as lately. `row_days`: how far back a row of gifts is followed.
    - `wait`: days that a return may take; until then a gift is open, after it due.
    - `n_min`: gifts below which the share has no value.
    - `habit`: gifts of one kind in a row that make a cascade.
    """

    days: int = 365
    row_days: int = 730
    wait: int = 90
    n_min: int = 5
    habit: int = 3


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`. Amends for a fault of ours are no gift: counted, and nothing more."""
    given = gifts(tables["giveaways"], as_of=as_of, wait=params.wait)
    given = in_firm_money(given, tables["rates"])
    lately = given.day > as_of - timedelta(days=params.days)
    ours = ~given.after_complaint
    gift = lately & ours
    due = gift & ~given.is_open
    sums = given.group_by("account_id").agg(
        n=gift.sum(),
        value_list=_sum(given.value_list, gift),
        value_cost=_sum(given.value_cost, gift),
        n_no_return=(due & ~given.came_back).sum(),
        n_open=(gift & given.is_open).sum(),
        n_no_value=(gift & given.value_list.isnull()).sum(),
        n_all=ours.sum(),
        n_complaint=(lately & given.after_complaint).sum(),
        last_day=ours.ifelse(given.day, None).max(),
        due_list=_sum(given.value_list, due),
        lost_list=_sum(given.value_list, due & ~given.came_back),
    )
    rows = _take(sums, _longest(given, as_of, params))
    rows = _take(rows, bought(tables, as_of=as_of))
    share = rows.lost_list.cast("float64") / rows.due_list.cast("float64").nullif(0.0)
    revenue = (rows.revenue > 0).ifelse(rows.revenue.cast("float64"), None)
    in_row = rows.in_row.fill_null(0)
    return declared(
        rows.mutate(
            value=(rows.n >= params.n_min).ifelse(share, None),
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            revenue_share=rows.value_list.cast("float64") / revenue,
            in_row=in_row,
            cascade=in_row >= params.habit,
            habit=(in_row >= params.habit).ifelse(in_row, None),
        ),
        OUTPUT,
    )


def gifts(giveaways: ibis.Table, *, as_of: date, wait: int = Params().wait) -> ibis.Table:
    """The giveaways known on `as_of`, with `came_back` (something did by then, however late) and
    `is_open`: nothing did yet, and `wait` days are not over."""
    known = giveaways.filter(giveaways.day <= as_of, giveaways.known_day <= as_of)
    came_back = (known.returned_day <= as_of).fill_null(False)
    age = days_between(known.day, ibis.literal(as_of))
    return known.mutate(came_back=came_back, is_open=~came_back & (age < wait))


def in_firm_money(given: ibis.Table, rates: ibis.Table) -> ibis.Table:
    """`given` with both values in the firm's currency; null where there is no rate of that day."""
    rows = with_rate_by_day(given, rates)
    return rows.mutate(
        **{name: converted(rows[name], rows.rate) for name in ("value_list", "value_cost")}
    )


def _longest(given: ibis.Table, as_of: date, params: Params) -> ibis.Table:
    """Per account the kind with the longest present row of gifts without return."""
    rows = given.filter(
        ~given.after_complaint, given.day > as_of - timedelta(days=params.row_days)
    ).select("account_id", "kind", "giveaway_id", "day", "came_back")
    by = ("account_id", "kind")
    place = ibis.row_number().over(
        group_by=[rows[name] for name in by], order_by=[rows.day, rows.giveaway_id]
    )
    rows = rows.mutate(place=place + 1)
    kinds = rows.group_by(*by).agg(
        in_row=rows.count() - rows.came_back.ifelse(rows.place, 0).max(), last=rows.day.max()
    )
    first = ibis.row_number().over(
        group_by=kinds.account_id,
        order_by=[kinds.in_row.desc(), kinds["last"].desc(), kinds.kind],
    )
    kinds = kinds.mutate(place=first).filter(lambda t: (t.place == 0) & (t.in_row > 0))
    return kinds.select("account_id", "in_row", "kind")


def _sum(money: ibis.Value, where: ibis.Value) -> ibis.Value:
    return really(where.ifelse(money, None).sum().fill_null(0), "int64")


def _take(rows: ibis.Table, other: ibis.Table) -> ibis.Table:
    return rows.left_join(other, "account_id").drop("account_id_right")
