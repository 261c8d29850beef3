"""Gaps that follow a Gamma law of whole-numbered shape k: its mean, its tail, and the fit of k.

Whole k, as then the tail is a short sum that every engine can add up (Erlang); k = 1 is a Poisson
process, larger k is more regular. E[ln gap] = psi(k) - ln(rate).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ibis

EULER = 0.5772156649015329
SHAPES = (1, 2, 3, 4)
# Of the population's mean, that is to one in a hundred: else one day's mail would move, by less
# than anybody can see, the value of every contact there is, and each would be written anew.
DIGITS = 2
# Standard normal quantile at 0.95: a 90 % interval.
Z90 = 1.6448536269514722
_CLASSES = (5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`regularity`: k. `population`: mean over contacts of their mean ln(gap in days)."""

    regularity: int
    population: float


def digamma(k: int) -> float:
    """psi(k) of a whole k: the harmonic sum to k - 1, less Euler's constant."""
    return -EULER + sum(1.0 / j for j in range(1, k))


def trigamma(k: int) -> float:
    """psi'(k) of a whole k: the variance of ln gap."""
    return math.pi**2 / 6 - sum(1.0 / j**2 for j in range(1, k))


def mean_gap(log_mean: ibis.Value, k: int) -> ibis.Value:
    """The arithmetic mean, in days, of gaps whose logarithm has mean `log_mean`."""
    return log_mean.exp() * (k * math.exp(-digamma(k)))


def share_shorter(elapsed: ibis.Value, log_mean: ibis.Value, k: int) -> ibis.Value:
    """1 - S(elapsed): the share of gaps shorter than `elapsed` days, by the Erlang sum."""
    x = elapsed.cast("float64") * k / mean_gap(log_mean, k)
    term = series = ibis.literal(1.0)
    for j in range(1, k):
        term = term * x / j
        series = series + term
    return 1.0 - (-x).exp() * series


def sums(gaps: ibis.Table, people: ibis.Table, *, pull: float) -> ibis.Table:
    """Sufficient sums for `fit`: one row per class of n_gaps, six at most.

    Each gap is set against the mean its contact's *other* gaps give (leave one out), shrunk as in
    the signal: z = ln gap - that mean. `gaps` has contact_id and gap, `people` n_gaps and log_sum.
    """
    means = people.mutate(log_mean=people.log_sum / people.n_gaps)
    prior = means.agg(population=means.log_mean.mean())
    rows = gaps.filter(gaps.gap.notnull()).inner_join(means.cross_join(prior), "contact_id")
    others = (rows.log_sum - rows.gap.ln() + pull * rows.population) / (rows.n_gaps - 1 + pull)
    rows = rows.mutate(z=rows.gap.ln() - others)
    each = rows.group_by("contact_id", "n_gaps", "log_mean").agg(
        z=rows.z.sum(), exp_z=rows.z.exp().sum()
    )
    each = each.mutate(n_from=ibis.cases(*_lower_ends(each.n_gaps), else_=1))
    return each.group_by("n_from").agg(
        contacts=each.count(),
        gaps=each.n_gaps.sum(),
        log_mean=each.log_mean.sum(),
        z=each.z.sum(),
        exp_z=each.exp_z.sum(),
    )


def fit(rows: Iterable[Mapping[str, float]]) -> Rhythm | None:
    """The k of the highest leave-one-out log-likelihood, and the population; None of no rows.

    Up to a constant, ln L(k) = n (k psi(k) - ln Gamma(k)) + k sum z - exp(psi(k)) sum exp z.
    """
    found = list(rows)
    if not found:
        return None
    contacts, n, log_mean, z, exp_z = (
        math.fsum(row[name] for row in found)
        for name in ("contacts", "gaps", "log_mean", "z", "exp_z")
    )

    def log_likelihood(k: int) -> float:
        psi = digamma(k)
        return n * (k * psi - math.lgamma(k)) + k * z - math.exp(psi) * exp_z

    return Rhythm(max(SHAPES, key=log_likelihood), round(log_mean / contacts, DIGITS))


def _lower_ends(n_gaps: ibis.Value) -> list[tuple[ibis.Value, int]]:
    return [(n_gaps >= end, end) for end in reversed(_CLASSES)]
