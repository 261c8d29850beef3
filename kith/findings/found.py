"""What a rule gives: one row per finding, before it is known whose it is and how it ranks."""

from collections.abc import Mapping
from datetime import date

import ibis

EVIDENCE = 12  # activities shown with a finding: enough to check it, few enough to read
YEAR = 365

# A rule's table has these columns, and beside them the numbers its sentence names.
COLUMNS = ("key", "account_id", "contact_id", "colleague_id", "since", "urgency")

Measures = Mapping[str, ibis.Table]


# For so many of their mails there is one of ours, or it is no exchange but their newsletter.
ONE_IN = 8


def mutual(ties: ibis.Table) -> ibis.Value:
    """Whether a tie, or what has its columns, goes both ways in earnest: it takes two."""
    return ties.two_way & (ties.n_out * ONE_IN >= ties.n_in)


def key(kind: str, *parts: ibis.Value) -> ibis.Value:
    """The finding's name for as long as its cause lasts: `unanswered:4711`."""
    text = ibis.literal(kind)
    for part in parts:
        text = text + ":" + part.cast("string")
    return text


def once_a_year(as_of: date) -> ibis.Value:
    """For the key of a cause that lasts: who has called it done hears of it again next year."""
    return ibis.literal(f"year-{as_of.year}")


def proof(instant: ibis.Value, activity_id: ibis.Value) -> ibis.Value:
    """One activity of a finding's evidence."""
    return ibis.struct({"instant": instant, "activity_id": activity_id})


def paper(day: ibis.Value, paper_id: ibis.Value) -> ibis.Value:
    """One row of a finding's papers. A rule that names some in `PAPERS` (of line, giveaway, waiver,
    rise) gives a column of each, an array of these, unordered, at most `EVIDENCE` of them."""
    return ibis.struct({"day": day, "paper_id": paper_id})


def newest(touches: ibis.Table, by: str) -> ibis.Table:
    """Per `by`, an array `evidence` of its newest activities with their instants, unordered.

    Ids tell nothing of the order in time (they follow the imports), and Spark orders no arrays.
    """
    each = touches.group_by(by, "activity_id").agg(instant=touches.instant.max())
    place = ibis.row_number().over(
        group_by=each[by], order_by=[each.instant.desc(), each.activity_id.desc()]
    )
    top = each.mutate(place=place).filter(lambda t: t.place < EVIDENCE)
    return top.group_by(by).agg(evidence=proof(top.instant, top.activity_id).collect())
