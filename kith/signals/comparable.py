"""Which customers are comparable to a customer: those who buy about as much."""

from dataclasses import dataclass

import ibis

from kith.signals.output import stacked

ALL = ""  # the group of those whose segment is too small to compare within


@dataclass(frozen=True, slots=True)
class Params:
    """Our choices. `near`: so many ranks up and down by revenue are looked at; `factor`: of these
    the ones who buy at most so many times as much or as little; `least`: comparables below which
    nobody is compared; `segment`: customers that make a segment a group of its own."""

    near: int = 12
    factor: float = 3.0
    least: int = 8
    segment: int = 25


def comparables(customers: ibis.Table, accounts: ibis.Table, params: Params) -> ibis.Table:
    """`account_id`, `peer_id`, `group`: the nearest by revenue within the segment, where it is
    large enough, else among all. `customers`: account_id and revenue, above 0.

    Linear: each is met by at most 2 x `near` others.
    """
    grouped = _grouped(customers, accounts, params)
    ranked = stacked(
        _ranked(grouped.mutate(group=ibis.literal(ALL))), _ranked(grouped.filter(lambda t: t.large))
    )
    subject = ranked.filter((ranked.group == ALL) != ranked.large)
    steps = ibis.range(-params.near, params.near + 1).unnest().name("step").as_table()
    looked = subject.cross_join(steps).filter(lambda t: t.step != 0)
    looked = looked.mutate(at_rank=looked.place + looked.step)
    looked = looked.select("account_id", "revenue", "group", "at_rank")
    peers = ranked.view().select(
        "group", at_rank="place", peer_id="account_id", peer_revenue="revenue"
    )
    pairs = looked.inner_join(peers, ["group", "at_rank"])
    near = pairs.filter(
        pairs.peer_revenue.cast("float64") <= pairs.revenue * params.factor,
        pairs.peer_revenue.cast("float64") * params.factor >= pairs.revenue,
    )
    return near.select("account_id", "peer_id", "group")


def _grouped(customers: ibis.Table, accounts: ibis.Table, params: Params) -> ibis.Table:
    """With `group` (their segment) and `large`: it has enough customers."""
    rows = customers.left_join(accounts.select("account_id", "segment"), "account_id")
    rows = rows.mutate(group=rows.segment.fill_null(ALL)).drop("account_id_right", "segment")
    size = rows.count().over(ibis.window(group_by=rows.group))
    return rows.mutate(large=(rows.group != ALL) & (size >= params.segment))


def _ranked(rows: ibis.Table) -> ibis.Table:
    place = ibis.row_number().over(group_by=rows.group, order_by=[rows.revenue, rows.account_id])
    return rows.select("account_id", "revenue", "group", "large", place=place.cast("int64"))
