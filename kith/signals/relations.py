"""What is an organisation to us: customer, prospect, partner, supplier, or nobody we trade with?

See docs/signals/relations.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis

from kith.signals import relation_evidence
from kith.signals.output import declared
from kith.signals.relation_evidence import Evidence, Weights
from kith.terms.shapes import Column, Shape
from kith.terms.words import Relation

SEEN_BY = "team"

OUTPUT = Shape(
    name="relations",
    grain="one account with at least one touch, of whatever sort, or about which somebody has said",
    columns=(
        Column("account_id", "int64", "the contact's account on the day of the touch"),
        Column("guess", "string", "terms.words.Relation; null: too little to say", nullable=True),
        Column("value", "float64", "how sure, 0 to 1; null without a guess", nullable=True),
        Column("low", "float64", "null: points for what happened have no sampling error",
               nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "activities looked at, mass and automatic ones included"),
        Column("reason", "string", "the strongest evidence for the guess, or why there is none"),
        Column("n_reason", "int64", "activities behind the reason; 0 where it is no count"),
        Column("n_in", "int64", "activities of theirs"),
        Column("n_out", "int64", "activities of ours, mails to many left out"),
        Column("n_many", "int64", "mails of theirs that went to many, or that a machine wrote"),
        Column("n_said", "int64", "activities that say something of trade between two"),
        Column("colleagues", "int64", "how many of us have met or written to them"),
        Column("contacts", "int64", "how many of them have written to us"),
    ),
)  # fmt: skip

Grounds = Mapping[Relation, tuple[Evidence, ...]]

# Whoever is sure of nothing has this many points for it.
DOUBT = 1.0
ENOUGH = 5  # activities that are no longer "too little", though they say nothing


@dataclass(frozen=True, slots=True)
class Params:
    """`weights`: points of each sort of evidence. `points_min`, `value_min`: below these it
    abstains. All are our choices; the page tells what they were tried on."""

    weights: Weights = field(default_factory=Weights)
    points_min: float = 2.2
    value_min: float = 0.45


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: points for each relation, the most of them wins.

    What a person or an invoice said of an account stands above any points.
    """
    rows, evidence = _weighed(relation_evidence.counts(tables, as_of=as_of), params.weights)
    sums = {kind.value: relation_evidence.points(each) for kind, each in evidence.items()}
    rows = rows.mutate(
        **{f"points_{name}": points for name, points in sums.items()},
        # Spark's greatest wants two.
        **{
            f"strongest_{kind.value}": ibis.greatest(0.0, *(one.points for one in each))
            for kind, each in evidence.items()
        },
    )
    total = _total(rows)
    best = ibis.greatest(*(rows[f"points_{name}"] for name in sums))
    rows = rows.mutate(best=best, share=best / total)
    winner = ibis.cases(*((rows[f"points_{name}"] == rows.best, name) for name in sums))
    sure = (rows.best >= params.points_min) & (rows.share >= params.value_min)
    rows = rows.mutate(winner=sure.ifelse(winner, None))
    rows = rows.mutate(**_reasons(rows, evidence, params))
    said = rows.said.notnull()
    return declared(
        rows.mutate(
            guess=rows.said.coalesce(rows.winner),
            value=said.ifelse(1.0, rows.winner.notnull().ifelse(rows.share, None)),
            low=ibis.null("float64"),
            high=ibis.null("float64"),
            reason=said.ifelse("said", rows.why),
            n_reason=said.ifelse(0, rows.n_why),
        ),
        OUTPUT,
    )


def _weighed(accounts: ibis.Table, weights: Weights) -> tuple[ibis.Table, Grounds]:
    """`accounts` with a column for the points of each evidence, and the evidence by these columns:
    what is read five times is else written five times for the engine."""
    evidence = relation_evidence.of(accounts, weights)
    rows = accounts.mutate(
        **{
            f"{kind.value}_{place}": one.points
            for kind, each in evidence.items()
            for place, one in enumerate(each)
        }
    )
    return rows, {
        kind: tuple(
            one._replace(points=rows[f"{kind.value}_{place}"]) for place, one in enumerate(each)
        )
        for kind, each in evidence.items()
    }


def _total(rows: ibis.Table) -> ibis.Value:
    """All points that speak against each other, and the doubt: a customer was a prospect before,
    and a partner is made of what speaks for customer and for supplier."""
    against = (Relation.SUPPLIER, Relation.PRIVATE, Relation.NOISE)
    buys = ibis.greatest(
        *(rows[f"points_{kind.value}"] for kind in (Relation.CUSTOMER, Relation.PROSPECT))
    )
    return sum((rows[f"points_{kind.value}"] for kind in against), buys + DOUBT)


def _reasons(rows: ibis.Table, evidence: Grounds, params: Params) -> dict[str, ibis.Value]:
    """The code of the winner's strongest evidence, the first of equals, and its count."""
    why, count = [], []
    for kind, each in evidence.items():
        for one in each:
            strongest = one.points == rows[f"strongest_{kind.value}"]
            here = (rows.winner == kind.value) & strongest
            why.append((here, one.reason))
            count.append((here, one.count))
    return {
        "why": ibis.cases(*why, else_=_none(rows, params)),
        "n_why": ibis.cases(*count, else_=0),
    }


def _none(rows: ibis.Table, params: Params) -> ibis.Value:
    """Why there is no guess."""
    return ibis.cases(
        (rows.best >= params.points_min, "unclear"),
        ((rows.n_in > rows.n_many) & (rows.n_out > 0), "two_way_no_trade"),
        (rows.n_in + rows.n_out >= ENOUGH, "one_way_no_trade"),
        else_="too_little",
    )
