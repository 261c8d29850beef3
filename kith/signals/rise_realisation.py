"""How much of an announced price rise arrived? See docs/signals/rise_realisation.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis

from kith.signals import account_ties
from kith.signals.interval import Z90
from kith.signals.output import declared, really, stacked
from kith.signals.rise_prices import compared, met, told
from kith.terms.shapes import Column, Shape
from kith.terms.trade_words import WaiverKind

SEEN_BY = "owner and manager"
NEEDS = ("rises",)

OUTPUT = Shape(
    name="rise_realisation",
    grain="one announced rise x account that it meets, or that was let off it",
    columns=(
        Column("item_id", "int64", "the rise"),
        Column("account_id", "int64", "whom it meets"),
        Column(
            "value",
            "float64",
            "share of the announced rise by which prices paid rose (1: all); null: abstains",
            nullable=True,
        ),
        Column("low", "float64", "lower end of its 90 % interval; null: too few items",
               nullable=True),
        Column("high", "float64", "upper end", nullable=True),
        Column("n", "int64", "lines compared, before and after"),
        Column("n_items", "int64", "items bought both before and after"),
        Column("announced", "float64", "the rise as it was announced: 0.04"),
        Column(
            "state", "string",
            "waived, softened, postponed (somebody granted it); early, no_sales, arrived, part",
        ),
        Column("missed", "int64",
               "what a year lacks of it, ten-thousandths of the firm's money", nullable=True),
        Column("tie", "float64", "value of the account's tie today", nullable=True),
        Column("before", "float64", "index of prices paid before: 1; null: nothing compared",
               nullable=True),
        Column("after", "float64", "the same index after", nullable=True),
        Column("worth", "int64",
               "what the compared goods cost before, in 3 months, ten-thousandths of the firm's"
               " money", nullable=True),
        Column("effective_day", "date", "from when it holds"),
        Column("waiver_id", "int64", "the newest waiver", nullable=True),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Params:
    """Our choices, all of them.

    - `window`: days before and after the effective day that are compared: thirteen weeks.
    - `met`: days before it within which a purchase makes an account one that the rise meets.
    - `years`: how many years back rises are followed.
    - `n_min`: lines compared below which it abstains; `items_min`: items, for an interval.
    - `arrived`: the share from which a rise counts as arrived.
    """

    window: int = 91
    met: int = 365
    years: int = 3
    n_min: int = 10
    items_min: int = 3
    arrived: float = 0.8


YEAR = 365


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: PIR = (Bennet price index - 1) / announced, per rise and account.

    The index is over items bought in both windows: sum p1 q / sum p0 q, q the mean quantity of the
    two, p the price paid after what was granted off the line.
    """
    rises = told(tables["rises"], as_of=as_of, years=params.years)
    waivers = _waivers(tables["waivers"], as_of)
    items = compared(tables, rises, as_of=as_of, window=params.window)
    sums = _sums(items)
    pairs = met(tables, rises, as_of=as_of, days=params.met, window=params.window)
    pairs = stacked(pairs, waivers.select("rise_id", "account_id")).distinct()
    rows = pairs.inner_join(rises.select("rise_id", "share", "effective_day"), "rise_id")
    rows = _take(rows, sums, "rise_id", "account_id")
    rows = _take(rows, waivers, "rise_id", "account_id")
    ties = tables.get(account_ties.OUTPUT.name)
    ties = account_ties.signal(tables, as_of=as_of) if ties is None else ties
    rows = _take(rows, ties.select("account_id", tie=ties.value), "account_id")
    return declared(_judged(rows, as_of, params), OUTPUT)


def _sums(items: ibis.Table) -> ibis.Table:
    """Per rise and account the index and its jackknife over items.

    R = sum a / sum b, with a = (p1 - p0) q and b = p0 q; without item i: (A - a_i) / (B - b_i).
    """
    by = ("rise_id", "account_id")
    whole = ibis.window(group_by=[items[name] for name in by])
    items = items.mutate(all_a=items.a.sum().over(whole), all_b=items.b.sum().over(whole))
    without = (items.all_a - items.a) / (items.all_b - items.b).nullif(0.0)
    items = items.mutate(without=without)
    return items.group_by(*by).agg(
        n=items.n.sum(),
        n_items=items.count(),
        worth=items.b.sum(),
        rise=items.a.sum() / items.b.sum().nullif(0.0),
        # The variance of the leave-one-out values, by the mean of all items at a time.
        spread=((items.without - items.all_a / items.all_b) ** 2).sum(),
    )


def _judged(rows: ibis.Table, as_of: date, params: Params) -> ibis.Table:
    over = rows.effective_day + ibis.interval(days=params.window) <= ibis.literal(as_of)
    n, items = rows.n.fill_null(0), rows.n_items.fill_null(0)
    enough = over & (n >= params.n_min) & (rows.worth > 0)
    value = enough.ifelse(rows.rise / rows.share.nullif(0.0), None)
    jackknife = (rows.spread * (items - 1).cast("float64") / items.cast("float64")).sqrt()
    half = (items >= params.items_min).ifelse(Z90 * jackknife / rows.share.nullif(0.0), None)
    lacks = (rows.share * rows.worth - rows.rise * rows.worth).clip(lower=0.0)
    state = ibis.cases(
        (rows.kind.notnull(), rows.kind),
        (~over, "early"),
        (value.isnull(), "no_sales"),
        (value >= params.arrived, "arrived"),
        else_="part",
    )
    return rows.select(
        "account_id",
        "effective_day",
        "waiver_id",
        "tie",
        item_id=rows.rise_id,
        value=value,
        low=value - half,
        high=value + half,
        n=n,
        n_items=items,
        announced=rows.share,
        state=state,
        missed=enough.ifelse(really((lacks * YEAR / params.window).round(), "int64"), None),
        before=enough.ifelse(1.0, None),
        after=enough.ifelse(1.0 + rows.rise, None),
        worth=enough.ifelse(really(rows.worth.round(), "int64"), None),
    )


def _waivers(waivers: ibis.Table, as_of: date) -> ibis.Table:
    """Per rise and account the newest waiver known on `as_of`."""
    rows = waivers.filter(waivers.day <= as_of, waivers.known_day <= as_of)
    place = ibis.row_number().over(
        group_by=[rows.rise_id, rows.account_id],
        order_by=[rows.day.desc(), rows.waiver_id.desc()],
    )
    rows = rows.mutate(place=place).filter(lambda t: t.place == 0)
    kinds = [str(kind) for kind in WaiverKind]
    return rows.filter(rows.kind.isin(kinds)).select("rise_id", "account_id", "waiver_id", "kind")


def _take(rows: ibis.Table, other: ibis.Table, *by: str) -> ibis.Table:
    return rows.left_join(other, list(by)).drop(*(f"{name}_right" for name in by))
