"""Which findings come first: what is at stake for this person, and how urgent it is."""

import ibis

from kith.terms.finding import FindingKind

# How much of a day's attention each kind deserves beside the others: our choice, until the ledger
# knows how often each proved right here.
WEIGHT = {
    FindingKind.UNANSWERED: 1.0,
    FindingKind.GONE_QUIET: 0.8,
    FindingKind.HANGS_ON_ONE: 0.5,
    FindingKind.HELD_BY_ONE: 0.5,
    FindingKind.NEWCOMER: 0.4,
    FindingKind.NO_SAY: 0.3,
}
MOST = 200  # kept for one person: far more than anybody will act on


def ranked(owned: ibis.Table, kind: FindingKind) -> ibis.Table:
    """`owned` with `rank`: weight x urgency x square root of the stake.

    The root, because the second account of a year matters nearly as much as the first.
    """
    rank = owned.urgency * WEIGHT[kind] * owned.stake.sqrt()
    rows = owned.mutate(rank=rank)
    place = ibis.row_number().over(group_by=rows.user_id, order_by=[rows.rank.desc(), rows.key])
    return rows.mutate(place=place).filter(lambda t: t.place < MOST).drop("place")
