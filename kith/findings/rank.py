"""Which findings come first: what is at stake, how urgent it is, how often its kind was right."""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis

from kith.findings.pressing import presses
from kith.terms.finding import FindingKind

# How much of a day's attention each kind deserves beside the others: our choice, which the ledger
# corrects once it knows how often each proved right here.
WEIGHT = {
    FindingKind.UNANSWERED: 1.0,
    FindingKind.GONE_QUIET: 0.8,
    FindingKind.HANGS_ON_ONE: 0.5,
    FindingKind.CONTACT_GONE: 0.8,
    FindingKind.THEY_STOPPED: 0.9,
    FindingKind.WE_STOPPED: 0.7,
    FindingKind.ONE_SIDED: 0.5,
    FindingKind.HELD_BY_ONE: 0.5,
    FindingKind.NEWCOMER: 0.4,
    FindingKind.NO_SAY: 0.3,
    FindingKind.LEAKING: 0.8,
    FindingKind.WAIVED_AGAIN: 0.7,
    FindingKind.GIVEN_AGAIN: 0.5,
    FindingKind.DISCOUNT_SPREAD: 0.6,
    FindingKind.OVER_ATTENDED: 0.4,
}
CANNOT_WAIT = 2.0  # what stands in red counts double: what leaks for years can wait a day
MOST = 200  # of a kind, kept for one person: far more than anybody will act on
EXPECTED = 0.6  # share of findings right that our weights were chosen for
DOUBT = 20  # findings by which that expectation counts: a few verdicts move little


@dataclass(frozen=True, slots=True)
class Proved:
    """Of `n` findings of a kind that could be judged here, the `share` that proved right."""

    share: float
    n: int


Record = Mapping[FindingKind, Proved]
NOTHING_KNOWN: Record = {}


def ranked(owned: ibis.Table) -> ibis.Table:
    """`owned`, of all kinds, with `rank`: `weight` x urgency x square root of the stake, twice that
    for what stands in red. Of each kind a user keeps the `MOST` that rank first.

    The root, because the second account of a year matters nearly as much as the first.
    """
    red = presses(owned).ifelse(CANNOT_WAIT, 1.0)
    rows = owned.mutate(rank=red * owned.urgency * owned.weight * owned.stake.sqrt())
    place = ibis.row_number().over(
        group_by=[rows.kind, rows.user_id], order_by=[rows.rank.desc(), rows.key]
    )
    return rows.mutate(place=place).filter(lambda t: t.place < MOST).drop("place")


def weight(kind: FindingKind, proved: Record = NOTHING_KNOWN) -> float:
    """What a kind weighs beside the others, times what it proved here."""
    return WEIGHT[kind] * standing(proved.get(kind))


def standing(proved: Proved | None) -> float:
    """The factor by which a kind's record moves it: 1 where nothing is known.

    (n * share + DOUBT * EXPECTED) / (n + DOUBT) / EXPECTED: the share right, pulled towards the
    expected one while few were judged (a Beta prior's mean), over the expected one. Between 0 and
    1 / EXPECTED.
    """
    if proved is None:
        return 1.0
    share = (proved.n * proved.share + DOUBT * EXPECTED) / (proved.n + DOUBT)
    return share / EXPECTED
