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
    rows = _said_and_guessed(found, measures)
    rows = rows.mutate(thought=rows.relation.isnull().ifelse(rows.guess, ibis.null("string")))
    is_ = ibis.coalesce(rows.relation, rows.guess)
    return rows.filter(is_.isnull() | _raises(is_)).drop("relation", "guess")


def surely_business(accounts: ibis.Table, measures: Measures) -> ibis.Table:
    """Those of `accounts` that somebody called, or whose mail makes us think, a customer or
    prospect: for what is said of an account's shape, which among friends is nobody's concern."""
    rows = _said_and_guessed(accounts.select("account_id"), measures)
    known = rows.filter(_raises(ibis.coalesce(rows.relation, rows.guess)))
    return accounts.semi_join(known, "account_id")


def _said_and_guessed(rows: ibis.Table, measures: Measures) -> ibis.Table:
    rows = _join(rows, measures["accounts"].select("account_id", "relation"))
    if "relations" in measures:
        return _join(rows, measures["relations"].select("account_id", "guess"))
    return rows.mutate(guess=ibis.null("string"))


def _raises(is_: ibis.Value) -> ibis.Value:
    return is_.isin([str(word) for word in RAISES])


def _join(rows: ibis.Table, other: ibis.Table) -> ibis.Table:
    return rows.left_join(other, "account_id").drop("account_id_right")
