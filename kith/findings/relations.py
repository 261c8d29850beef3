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
    rows = found.left_join(_business(measures), "account_id")
    rows = rows.filter(rows.raises.fill_null(True))
    return rows.select(*found.columns, "thought")


def surely_business(accounts: ibis.Table, measures: Measures) -> ibis.Table:
    """Those of `accounts` that somebody called, or whose mail makes us think, a customer or
    prospect: for what is said of an account's shape, which among friends is nobody's concern."""
    return accounts.semi_join(_business(measures).filter(lambda t: t.surely), "account_id")


def business(measures: Measures) -> ibis.Table:
    """Per account: `raises` and `thought` as `of_business` says, `surely` as `surely_business`."""
    rows = measures["accounts"].select("account_id", "relation")
    if "relations" in measures:
        guesses = measures["relations"].select("account_id", "guess")
        rows = rows.left_join(guesses, "account_id").drop("account_id_right")
    else:
        rows = rows.mutate(guess=ibis.null("string"))
    is_ = ibis.coalesce(rows.relation, rows.guess)
    surely = is_.isin([str(word) for word in RAISES])
    return rows.select(
        "account_id",
        raises=is_.isnull() | surely,
        surely=surely.fill_null(False),
        thought=rows.relation.isnull().ifelse(rows.guess, ibis.null("string")),
    )


def _business(measures: Measures) -> ibis.Table:
    """`business`, computed before for all rules (`kith.findings.owner`) or now."""
    each = measures["business"] if "business" in measures else business(measures)
    return each.select("account_id", "raises", "surely", "thought")
