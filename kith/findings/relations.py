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
    each = measures["business"] if "business" in measures else business(measures)
    rows = found.left_join(each.select("account_id", "raises", "thought"), "account_id")
    rows = rows.filter(rows.raises.fill_null(True))  # noqa: FBT003
    return rows.select(*found.columns, "thought")


def business(measures: Measures) -> ibis.Table:
    """Per account `raises` and `thought`, as `of_business` reads them; `measures` may hold it,
    computed before."""
    rows = measures["accounts"].select("account_id", "relation")
    if "relations" in measures:
        guesses = measures["relations"].select("account_id", "guess")
        rows = rows.left_join(guesses, "account_id").drop("account_id_right")
    else:
        rows = rows.mutate(guess=ibis.null("string"))
    is_ = ibis.coalesce(rows.relation, rows.guess)
    return rows.select(
        "account_id",
        raises=is_.isnull() | is_.isin([str(word) for word in RAISES]),
        thought=rows.relation.isnull().ifelse(rows.guess, ibis.null("string")),
    )
