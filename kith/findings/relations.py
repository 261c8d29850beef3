"""Of whom findings may speak: customers and prospects, as somebody said, else as is guessed."""

import ibis

from kith.findings.found import Measures
from kith.terms.words import Relation

RAISES = (Relation.CUSTOMER, Relation.PROSPECT)


def of_business(found: ibis.Table, measures: Measures) -> ibis.Table:
    """Those of `found` whose account is a customer or a prospect, with a column `thought`.

    What somebody said counts; where nobody did, the guess of the signal `relations`; an account
    about which neither says anything counts as any other. `thought`: the guess, where it alone
    speaks; else null. A supplier, a bank, a recruiter, an airline raises nothing.
    """
    said = measures["accounts"].select("account_id", "relation")
    rows = _join(found, said)
    if "relations" in measures:
        rows = _join(rows, measures["relations"].select("account_id", "guess"))
    else:
        rows = rows.mutate(guess=ibis.null("string"))
    rows = rows.mutate(thought=rows.relation.isnull().ifelse(rows.guess, ibis.null("string")))
    is_ = ibis.coalesce(rows.relation, rows.guess)
    return rows.filter(is_.isnull() | is_.isin([str(word) for word in RAISES])).drop(
        "relation", "guess"
    )


def _join(rows: ibis.Table, other: ibis.Table) -> ibis.Table:
    return rows.left_join(other, "account_id").drop("account_id_right")
