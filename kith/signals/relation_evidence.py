"""The evidence for what an organisation is to us: counts per account, and the points they give.

See docs/signals/relations.md, which prints the weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import ibis

from kith.signals import domain_words
from kith.signals.output import really
from kith.terms.words import Direction, Kind, Relation, Says

# What is traded between two, each counted per side: in_order, out_order, ...
TRADED = (
    Says.INQUIRY, Says.OFFER, Says.ORDER, Says.CONFIRMATION, Says.INVOICE, Says.PAYMENT,
    Says.COMPLAINT,
)  # fmt: skip
# What nobody says to a partner in trade alone.
LOUD = (Says.PITCH, Says.RECRUITING, Says.TRAVEL, Says.NEWS)
# What else is told of an activity, above all that it may say; `heard` is the highest.
_ABOVE = 1 << 15
_BITS = {
    name: _ABOVE << place
    for place, name in enumerate(("is_in", "is_many", "is_robot", "asks", "heard"))
}


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of an evidence at its strongest: of n activities it gives n / (n + 1) of them."""

    order: float = 6.0  # they order, we order
    paper: float = 4.0  # confirmations, invoices, payments
    complaint: float = 2.0
    asking: float = 3.0  # their inquiries and our offers, for a prospect
    beside: float = 1.5  # the same, for a customer: an order decides
    asked: float = 2.5  # our inquiries and their offers, for a supplier
    many: float = 6.0  # lists, robots, newsletters, pitches: by their share of what comes in
    loud: float = 3.0  # recruiting, travel
    unanswered: float = 3.0  # they write, ask nothing, and nobody here ever answered
    domain: float = 2.5  # a word in the domain
    advice: float = 3.0  # lawyers, accountants, consultants by their domain, who write in person
    abroad: float = 1.0  # a country where we write to nobody
    both: float = 2.0  # times the lesser of what speaks for customer and for supplier


class Evidence(NamedTuple):
    """One reason for one relation: its code, its points, and the activities it counts."""

    reason: str | ibis.Value
    points: ibis.Value
    count: ibis.Value


def counts(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """One row per account: how many activities of which sort, its domain, what was said of it."""
    touches = tables["touches"]
    touches = touches.filter(
        touches.day <= as_of,
        touches.known_day <= as_of,
        touches.direction.isin([Direction.IN.value, Direction.OUT.value]),
        ~touches.kind.isin([Kind.NOTE.value, Kind.TASK.value]),
    )
    sums = _sums(_kinds(touches)).left_join(_people(touches), "account_id").drop("account_id_right")
    accounts = tables["accounts"].select("account_id", "domain", said="relation")
    known = sums.outer_join(accounts, "account_id")
    known = known.mutate(account_id=known.account_id.coalesce(known.account_id_right))
    rows = known.filter(known.n.notnull() | known.said.notnull())
    rows = rows.mutate(
        **{
            column: rows[column].fill_null(0)
            for column in rows.columns
            if rows[column].type().is_integer()
        },
        domain=rows.domain.fill_null(""),
    ).drop("account_id_right")
    return _with_hints(rows)


def of(rows: ibis.Table, weights: Weights) -> Mapping[Relation, tuple[Evidence, ...]]:
    """Each relation's evidence. Where two have the same points, the earlier relation is guessed."""
    customer = _trade(rows, weights, theirs="in", ours="out", reasons=_CUSTOMER)
    spoken = rows.n_in - rows.n_many + rows.n_out
    supplier = (
        *_trade(rows, weights, theirs="out", ours="in", reasons=_SUPPLIER),
        Evidence("advice", weights.advice * rows.hints_advice * _degree(spoken), spoken),
    )
    both = ibis.least(points(customer), points(supplier[:-1]))
    return {
        Relation.CUSTOMER: customer,
        Relation.PROSPECT: (
            Evidence("they_ask", weights.asking * _degree(rows.in_inquiry), rows.in_inquiry),
            Evidence("we_offer", weights.asking * _degree(rows.out_offer), rows.out_offer),
            Evidence("we_pitch", weights.asking * _degree(rows.out_pitch), rows.out_pitch),
        ),
        Relation.PARTNER: (Evidence("both_ways", weights.both * both, rows.n_said),),
        Relation.SUPPLIER: supplier,
        Relation.PRIVATE: (Evidence("webmail", weights.many * rows.hints_webmail, _zero()),),
        Relation.NOISE: _noise(rows, weights),
    }


def points(evidence: tuple[Evidence, ...]) -> ibis.Value:
    """All of them together."""
    return sum((each.points for each in evidence), ibis.literal(0.0))


_CUSTOMER = ("they_order", "we_confirm", "we_invoice", "they_pay", "they_complain", "they_ask",
             "we_offer")  # fmt: skip
_SUPPLIER = ("we_order", "they_confirm", "they_invoice", "we_pay", "we_complain", "we_ask",
             "they_offer")  # fmt: skip


def _trade(
    rows: ibis.Table, weights: Weights, *, theirs: str, ours: str, reasons: tuple[str, ...]
) -> tuple[Evidence, ...]:
    """The evidence that `theirs` buys from `ours`."""
    asking = weights.asked if theirs == "out" else weights.beside
    kinds = (
        (theirs, "order", weights.order),
        (ours, "confirmation", weights.paper),
        (ours, "invoice", weights.paper),
        (theirs, "payment", weights.paper),
        (theirs, "complaint", weights.complaint),
        (theirs, "inquiry", asking),
        (ours, "offer", asking),
    )
    counted = [(rows[f"{side}_{name}"], weight) for side, name, weight in kinds]
    return tuple(
        Evidence(reason, weight * _degree(count), count)
        for reason, (count, weight) in zip(reasons, counted, strict=True)
    )


def _noise(rows: ibis.Table, weights: Weights) -> tuple[Evidence, ...]:
    """They speak to many, or nobody here ever answered. Each mail of ours takes from it."""
    answered = 1 / (_real(rows.n_out) + 1)
    hint = answered / (_real(rows.n_said) + 1) * weights.domain
    silent = _flag(rows.n_out == 0)
    theirs = _real(ibis.greatest(rows.n_in, 1))
    # An absence note answers a mail of ours, be it a letter to many: that is no robot's own word.
    robots = (rows.n == rows.n_in).ifelse(rows.n_robot, 0)
    loud = _real(rows.n_many - rows.n_robot) + _real(robots) / 3
    share = _real(rows.n_many - rows.n_robot + robots) / theirs
    many = weights.many * share * answered * _degree(loud)
    asks_little = silent * _flag(rows.n_asks * 10 <= rows.n_in)

    return (
        Evidence(_loudest(rows), many, rows.n_many),
        Evidence("recruiting", answered * weights.loud * _degree(rows.in_recruiting)
                 * rows.in_recruiting / theirs + hint * rows.hints_recruiting,
                 rows.in_recruiting),
        Evidence("travel", answered * weights.loud * _degree(rows.in_travel)
                 * rows.in_travel / theirs + hint * rows.hints_travel,
                 rows.in_travel),
        Evidence("bank", hint * rows.hints_bank, _zero()),
        Evidence("news", silent * hint * rows.hints_news, _zero()),
        Evidence("public", silent * weights.abroad * rows.hints_public, _zero()),
        Evidence("unanswered",
                 asks_little * weights.unanswered * _degree(_real(rows.n_unheard) / 6),
                 rows.n_unheard),
        Evidence("abroad", silent * weights.abroad * _flag(rows.is_abroad), _zero()),
    )  # fmt: skip


def _loudest(rows: ibis.Table) -> ibis.Value:
    """What most of their speaking to many is."""
    return ibis.cases(
        (rows.n_robot > ibis.greatest(rows.in_news, rows.in_pitch), "robot_only"),
        (rows.in_pitch > rows.in_news, "they_pitch"),
        else_="list_only",
    )


def _kinds(touches: ibis.Table) -> ibis.Table:
    """One row per account and kind of activity (a sum of `_BITS` and what it says), with its number
    `n` of activities: each counts once, however many people were on it.

    All rows of an activity tell the same of it, but whether they reached somebody whose answers
    would be here: that bit is the highest, so the greatest sum holds it where one row does. To
    carry one number through this group-by, and not eight, takes half the time.
    """
    ours = touches.filter(touches.direction == Direction.OUT.value)
    speakers = ours.select("colleague_id").distinct().mutate(speaks=ibis.literal(value=True))
    rows = touches.left_join(speakers, "colleague_id")
    told = {
        "is_in": rows.direction == Direction.IN.value,
        "is_many": rows.is_mass | rows.is_automatic,
        "is_robot": rows.is_automatic,
        "asks": rows.asks,
        "heard": rows.speaks.notnull(),
    }
    bits = (told[name].ifelse(bit, 0) for name, bit in _BITS.items())
    rows = rows.mutate(kind=sum(bits, rows.says.cast("int32")))
    once = rows.group_by("account_id", "activity_id").agg(kind=rows.kind.max())
    return once.group_by("account_id", "kind").agg(n=once.count())


def _sums(kinds: ibis.Table) -> ibis.Table:
    def has(*flags: int) -> ibis.Value:
        return (kinds.kind & sum(int(flag) for flag in flags)) != 0

    def number(which: ibis.Value) -> ibis.Value:
        return which.ifelse(kinds.n, 0).sum()

    theirs, robot = has(_BITS["is_in"]), has(_BITS["is_robot"])
    ours = ~theirs & ~has(_BITS["is_many"])
    trades = has(*TRADED) & ~has(Says.NEWS, Says.PITCH)
    # A customer's machine that sends orders speaks to us, not to many.
    many = (has(_BITS["is_many"]) & ~trades) | has(*LOUD)
    sides = {"in": theirs, "out": ours}
    return kinds.group_by("account_id").agg(
        n=kinds.n.sum(),
        n_in=number(theirs),
        n_out=number(ours),
        n_asks=number(theirs & has(_BITS["asks"])),
        n_many=number(theirs & many),
        n_robot=number(theirs & many & robot & ~has(*LOUD)),
        n_unheard=number(theirs & has(_BITS["heard"]) & ~trades),
        n_said=number(trades),
        **{
            f"{side}_{str(flag.name).lower()}": number(mine & has(flag))
            for side, mine in sides.items()
            for flag in (*TRADED, *LOUD)
        },
    )


def _people(touches: ibis.Table) -> ibis.Table:
    is_in = touches.direction == Direction.IN.value
    return touches.group_by("account_id").agg(
        colleagues=is_in.ifelse(None, touches.colleague_id).nunique(),
        contacts=is_in.ifelse(touches.contact_id, None).nunique(),
    )


def _with_hints(rows: ibis.Table) -> ibis.Table:
    """Adds what the domain hints at, each 1 or 0: its words, and `is_abroad`, of a country in which
    we have written to nobody."""
    rows = rows.mutate(
        country=rows.domain.re_extract(domain_words.COUNTRY, 1),
        **{
            f"hints_{name}": _flag(rows.domain.re_search(pattern))
            for name, pattern in domain_words.HINTS.items()
        },
    )
    written = (rows.n_out > 0).max().over(group_by=rows.country)
    return rows.mutate(is_abroad=(rows.country != "") & ~written)


def _degree(count: ibis.Value) -> ibis.Value:
    """0 for none, a half for one, three quarters for three: towards 1."""
    return _real(count) / (_real(count) + 1)


def _flag(condition: ibis.Value) -> ibis.Value:
    return _real(condition.ifelse(1, 0))


def _real(count: ibis.Value) -> ibis.Value:
    """As a double: Spark takes 1.0 for a decimal, and rounds what is divided by it."""
    return really(count, "float64")


def _zero() -> ibis.Value:
    return ibis.literal(0)
