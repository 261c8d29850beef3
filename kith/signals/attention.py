"""Does a customer get more of us than comparable customers do? See docs/signals/attention.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals import comparable
from kith.signals.bought import bought
from kith.signals.exchange import once
from kith.signals.giveaways_given import gifts, in_firm_money
from kith.signals.output import declared, really
from kith.signals.persons import lately
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = ("lines",)

OUTPUT = Shape(
    name="attention",
    grain="one account that bought something within twelve months",
    columns=(
        Column("account_id", "int64", "the customer"),
        Column(
            "value",
            "float64",
            "weight of our touches over the median of comparable customers; 1: as they; null:"
            " abstains",
            nullable=True,
        ),
        Column("low", "float64", "what one in ten of the comparable customers stays below,"
               " likewise", nullable=True),
        Column("high", "float64", "what one in ten of them exceeds, likewise", nullable=True),
        Column("n", "int64", "our touches within 365 days"),
        Column("touches", "int64", "the same: our mails, calls and meetings with them"),
        Column("meetings", "int64", "meetings and visits among them"),
        Column("hours_weight", "float64", "their weights: a mail 1, a call 3, a meeting 5"),
        Column("gifts", "int64",
               "given away within 365 days, by the list, ten-thousandths of the firm's money"),
        Column("peers_touches", "float64", "median touches of the comparable", nullable=True),
        Column("peers_gifts", "float64", "median of their gifts, likewise", nullable=True),
        Column("revenue", "int64", "bought in twelve months, ten-thousandths of the firm's money"),
        Column("group", "string", "the segment compared within; '': among all customers"),
        Column("n_peers", "int64", "how many comparable customers there are"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Params:
    """`days`: what counts as lately; `weights`: as of ties, without fading; `compared`: with whom.
    Our choices."""

    days: int = 365
    weights: Weights = field(default_factory=Weights)
    compared: comparable.Params = field(default_factory=comparable.Params)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: what we do for a customer against the median of those who buy as much.

    Ours are the mails we wrote, and calls and meetings, whoever asked for them.
    """
    buys = bought(tables, as_of=as_of)
    each = _given(buys, tables, as_of, params)
    customers = buys.filter(buys.revenue > 0)
    pairs = comparable.comparables(customers, tables["accounts"], params.compared)
    theirs = _of_peers(pairs, each)
    rows = each.left_join(theirs, "account_id").drop("account_id_right")
    enough = rows.n_peers.fill_null(0) >= params.compared.least
    usual = enough.ifelse(rows.usual.nullif(0.0), None)
    return declared(
        rows.mutate(
            value=rows.hours_weight / usual,
            low=rows.low_weight / usual,
            high=rows.high_weight / usual,
            n=rows.touches,
            peers_touches=enough.ifelse(rows.peers_touches, None),
            peers_gifts=enough.ifelse(rows.peers_gifts, None),
            group=rows["group"].fill_null(comparable.ALL),
            n_peers=rows.n_peers.fill_null(0),
        ),
        OUTPUT,
    )


def _of_peers(pairs: ibis.Table, each: ibis.Table) -> ibis.Table:
    """Per account the median and the 10 to 90 % band of its comparable customers."""
    peers = each.select("hours_weight", "touches", "gifts", peer_id="account_id")
    rows = pairs.inner_join(peers, "peer_id")
    return rows.group_by("account_id").agg(
        group=rows["group"].max(),
        n_peers=rows.count(),
        usual=rows.hours_weight.quantile(0.5),
        low_weight=rows.hours_weight.quantile(0.1),
        high_weight=rows.hours_weight.quantile(0.9),
        peers_touches=rows.touches.cast("float64").quantile(0.5),
        peers_gifts=rows.gifts.cast("float64").quantile(0.5),
    )


def _given(
    customers: ibis.Table, tables: Mapping[str, ibis.Table], as_of: date, params: Params
) -> ibis.Table:
    """Each customer with our touches, their weight, and our gifts."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    touches = once(lately(touches, as_of=as_of, days=params.days), ("account_id",))
    ours = touches.filter(~touches.is_in | touches.is_call | touches.is_meeting)
    ours = ours.mutate(
        full=ibis.cases(
            (ours.is_meeting, _weight(params, "meeting")),
            (ours.is_call, _weight(params, "call")),
            else_=_weight(params, "email"),
        )
    )
    sums = ours.group_by("account_id").agg(
        touches=ours.count(), meetings=ours.is_meeting.sum(), hours_weight=ours.full.sum()
    )
    given = gifts(tables["giveaways"], as_of=as_of)
    given = given.filter(~given.after_complaint, given.day > as_of - timedelta(days=params.days))
    given = in_firm_money(given, tables["rates"])
    given = given.group_by("account_id").agg(gifts=given.value_list.sum())
    rows = customers.left_join(sums, "account_id").drop("account_id_right")
    rows = rows.left_join(given, "account_id").drop("account_id_right")
    return rows.mutate(
        touches=rows.touches.fill_null(0),
        meetings=rows.meetings.fill_null(0),
        hours_weight=rows.hours_weight.fill_null(0.0),
        gifts=really(rows.gifts.fill_null(0), "int64"),
    )


def _weight(params: Params, kind: str) -> float:
    return float(params.weights.kinds.get(kind, 0.0))
