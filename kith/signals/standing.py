"""Is a customer an asset or an obstacle? See docs/signals/standing.md.

Closeness on one axis, what the customer earns and leaks on the other. Neither is money, and they
are never made one number: a relationship has no value in money.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis

from kith.signals import (
    account_ties,
    authority,
    breadth,
    comparable,
    contact_ties,
    giveaways_given,
)
from kith.signals.bought import waterfalls
from kith.signals.output import declared
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = ("lines",)

OUTPUT = Shape(
    name="standing",
    grain="one account that bought something within twelve months",
    columns=(
        Column("account_id", "int64", "the customer"),
        Column("value", "float64", "what it earns, less what it leaks, and how it develops, -1 to"
               " 1; null: abstains", nullable=True),
        Column("low", "float64", "null: a weighing of what happened, no estimate", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "lines within twelve months"),
        Column("close", "float64", "how close we are, -1 to 1; null: nothing goes both ways",
               nullable=True),
        Column("field", "string", "asset, earner, obstacle, distant, or usual; null: abstains",
               nullable=True),
        Column("strength", "float64", "rank of the account's tie among customers, -1 to 1",
               nullable=True),
        Column("access", "float64", "rank of the people known there both ways, -1 to 1",
               nullable=True),
        Column("contacts", "int64", "people there, both ways within 365 days"),
        Column(
            "knows_say",
            "boolean",
            "of these one is whom most there write to; null: nobody can tell",
            nullable=True,
        ),
        Column("margin_share", "float64", "margin / (margin + cost), of lines whose cost is known",
               nullable=True),
        Column("usual_margin", "float64", "median of all customers' margin_share", nullable=True),
        Column("margin_trend", "float64", "margin against the twelve months before, their mean"
               " being 1: -2 to 2", nullable=True),
        Column("leak_share", "float64", "share of the list price that leaks", nullable=True),
        Column("before_leak_share", "float64", "the same, of the twelve months before",
               nullable=True),
        Column("usual_leak", "float64", "median leak_share of comparable customers", nullable=True),
        Column("given_share", "float64", "given away, over what was bought"),
        Column("usual_given", "float64", "median given_share of comparable customers",
               nullable=True),
        Column("n_peers", "int64", "how many comparable customers there are"),
        Column("reasons", "string", "codes of what weighs most, by commas"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """One part of what a customer earns: a difference of `half` makes it half of 1; its `weight`
    beside the others."""

    half: float
    weight: float


@dataclass(frozen=True, slots=True)
class Params:
    """Our choices, all of them.

    - `n_min`: lines below which it abstains; `customers`: customers with both axes, likewise.
    - `strength`: its weight in closeness; access has the rest.
    - `margin`, `trend`, `leak`, `given`: what makes up earning.
    - `tells`: a part is a reason from here on, -1 to 1.
    - `even`: an account nearer to nothing than this earns as most do, and is called nothing else.
    """

    n_min: int = 10
    customers: int = 8
    strength: float = 0.7
    margin: Scale = Scale(0.05, 0.4)
    trend: Scale = Scale(0.2, 0.2)
    leak: Scale = Scale(0.05, 0.25)
    given: Scale = Scale(0.01, 0.15)
    tells: float = 1 / 3
    even: float = 0.2
    compared: comparable.Params = field(default_factory=comparable.Params)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: two positions from -1 to 1, each with the parts that it is made of."""
    rows = _against(_shares(tables, as_of), tables, params)
    rows = _ranked(_take(rows, _near(tables, as_of)), params)
    rows = rows.mutate(**_parts(rows, params))
    earns = _weighed(rows, params)
    many = rows.customers >= params.customers
    enough = (rows.n >= params.n_min) & many & rows.strength.notnull()
    rows = rows.mutate(
        value=enough.ifelse(earns, None),
        low=ibis.null("float64"),
        high=ibis.null("float64"),
        close=enough.ifelse(
            params.strength * rows.strength + (1.0 - params.strength) * rows.access, None
        ),
        reasons=_reasons(rows, params),
    )
    return declared(rows.mutate(field=_field(rows, params)), OUTPUT)


def _field(rows: ibis.Table, params: Params) -> ibis.Value:
    known = rows.value.notnull() & rows.close.notnull()
    near, earns = rows.close >= 0.0, rows.value >= 0.0
    return ibis.cases(
        (~known, ibis.null("string")),
        (rows.value.abs() < params.even, "usual"),
        (near & earns, "asset"),
        (near, "obstacle"),
        (earns, "earner"),
        else_="distant",
    )


def _shares(tables: Mapping[str, ibis.Table], as_of: date) -> ibis.Table:
    """Customers with the shares that need no others: money goes in, and none comes out."""
    sold = waterfalls(tables, as_of=as_of)
    sold = sold.filter(sold.n > 0)
    margin, before = sold.margin.cast("float64"), sold.before_margin.cast("float64")
    both = (margin.abs() + before.abs()) / 2.0
    costed = (sold.n > sold.n_no_cost) & (sold.margin + sold.cost > 0)
    rows = sold.select(
        "account_id",
        "n",
        "before_leak_share",
        revenue=sold.invoice,
        margin_share=costed.ifelse(margin / (sold.margin + sold.cost).cast("float64"), None),
        margin_trend=(costed & (sold.before_margin != 0)).ifelse(
            (margin - before) / both.nullif(0.0), None
        ),
        leak_share=sold.value,
    )
    name = giveaways_given.OUTPUT.name
    given = tables[name] if name in tables else giveaways_given.signal(tables, as_of=as_of)
    rows = _take(rows, given.select("account_id", given_share=given.revenue_share))
    return rows.mutate(given_share=rows.given_share.fill_null(0.0))


def _against(rows: ibis.Table, tables: Mapping[str, ibis.Table], params: Params) -> ibis.Table:
    """With what is usual: margins of all customers; leaks and gifts of those who buy as much, or
    of all where too few do."""
    firm = rows.agg(
        usual_margin=rows.margin_share.quantile(0.5),
        firm_leak=rows.leak_share.quantile(0.5),
        firm_given=rows.given_share.quantile(0.5),
    )
    customers = rows.filter(rows.revenue > 0).select("account_id", "revenue")
    pairs = comparable.comparables(customers, tables["accounts"], params.compared)
    shares = rows.select("leak_share", "given_share", peer_id="account_id")
    theirs = pairs.inner_join(shares, "peer_id")
    peers = theirs.group_by("account_id").agg(
        n_peers=theirs.count(),
        peers_leak=theirs.leak_share.quantile(0.5),
        peers_given=theirs.given_share.quantile(0.5),
    )
    rows = _take(rows, peers).cross_join(firm)
    enough = rows.n_peers.fill_null(0) >= params.compared.least
    return rows.mutate(
        n_peers=rows.n_peers.fill_null(0),
        usual_leak=enough.ifelse(rows.peers_leak, None).coalesce(rows.firm_leak),
        usual_given=enough.ifelse(rows.peers_given, None).coalesce(rows.firm_given),
    ).drop("firm_leak", "firm_given", "peers_leak", "peers_given")


def _near(tables: Mapping[str, ibis.Table], as_of: date) -> ibis.Table:
    """Per account its tie, where it goes both ways, how many people we know there so, and whether
    one of them is whom most there write to."""
    found = {
        module.OUTPUT.name: tables[module.OUTPUT.name]
        if module.OUTPUT.name in tables
        else module.signal(tables, as_of=as_of)
        for module in (account_ties, breadth, authority, contact_ties)
    }
    ties, held = found["account_ties"], found["breadth"]
    ties = ties.filter(ties.two_way & ties.value.notnull())
    rows = ties.select("account_id", tie=ties.value)
    rows = _take(rows, held.select("account_id", contacts=held.contacts_two_way_365))
    return _take(rows, _say(found["authority"], found["contact_ties"]))


def _say(written: ibis.Table, ties: ibis.Table) -> ibis.Table:
    """Per account `knows_say`: we write both ways with the person most there write to."""
    written = written.filter(written.value.notnull(), written.senders_theirs > 0)
    place = ibis.row_number().over(
        group_by=written.account_id,
        order_by=[written.senders_theirs.desc(), written.n.desc(), written.contact_id],
    )
    top = written.mutate(place=place).filter(lambda t: t.place == 0)
    known = ties.filter(ties.two_way).select("contact_id", is_known=True)
    rows = top.left_join(known, "contact_id")
    return rows.select("account_id", knows_say=rows.is_known.fill_null(False))


def _ranked(rows: ibis.Table, params: Params) -> ibis.Table:
    """With strength and access, and how many customers have them."""
    rows = rows.mutate(contacts=rows.contacts.fill_null(0))
    ranked = rows.filter(rows.tie.notnull(), rows.n >= params.n_min)
    ranked = ranked.select(
        "account_id",
        # Rounded: two engines add up the same touches in two orders.
        strength=_rank(ranked.tie.round(6)),
        # Half a person more: of two customers with as many, it comes before the other.
        access=_rank(ranked.contacts + 0.5 * ranked.knows_say.fill_null(False).cast("float64")),
        customers=ranked.count().over(ibis.window()),
    )
    rows = _take(rows, ranked)
    return rows.mutate(customers=rows.customers.fill_null(0))


def _rank(column: ibis.Value) -> ibis.Value:
    """The place of a value among all, the middle of its equals, from -1 (lowest) to 1."""
    below = ibis.rank().over(ibis.window(order_by=column)).cast("float64")
    same = column.count().over(ibis.window(group_by=column)).cast("float64")
    every = column.count().over(ibis.window()).cast("float64")
    return 2.0 * (below + same / 2.0) / every - 1.0


def _parts(rows: ibis.Table, params: Params) -> dict[str, ibis.Value]:
    """The parts of earning, each -1 to 1 and good upwards; null where it is not known."""
    away = {
        "margin": (rows.margin_share - rows.usual_margin, params.margin),
        "trend": (rows.margin_trend, params.trend),
        "leak": (rows.usual_leak - rows.leak_share, params.leak),
        "given": (rows.usual_given - rows.given_share, params.given),
    }
    return {f"{name}_part": by / (by.abs() + scale.half) for name, (by, scale) in away.items()}


def _weighed(rows: ibis.Table, params: Params) -> ibis.Value:
    """The mean of the known parts by their weights; null without margin and leak."""
    total, weights = ibis.literal(0.0), ibis.literal(0.0)
    for name in ("margin", "trend", "leak", "given"):
        part, weight = rows[f"{name}_part"], getattr(params, name).weight
        total = total + part.fill_null(0.0) * weight
        weights = weights + part.notnull().ifelse(weight, 0.0)
    told = rows.margin_part.notnull() | rows.leak_part.notnull()
    return told.ifelse(total / weights, None)


def _reasons(rows: ibis.Table, params: Params) -> ibis.Value:
    """Codes of the parts that tell, in this order, by commas; '' for none."""
    codes = (
        ("strength", "near", "far"),
        ("access", "many", "few"),
        ("margin_part", "margin_high", "margin_low"),
        ("trend_part", "growing", "shrinking"),
        ("leak_part", "holds_price", "leaks"),
        ("given_part", "few_gifts", "gifts"),
    )
    text = ibis.literal("")
    for name, good, bad in codes:
        text = text + ibis.cases(
            (rows[name] >= params.tells, f",{good}"),
            (rows[name] <= -params.tells, f",{bad}"),
            else_="",
        )
    return text.substr(1)


def _take(rows: ibis.Table, other: ibis.Table) -> ibis.Table:
    return rows.left_join(other, "account_id").drop("account_id_right")
