"""Whom a refresh asks about: of each user the accounts that matter most and are guessed least well.

A question is put to the user who exchanges most with the account, as they know it best; where only
colleagues without a sign-in do, to the managers. See `kith.ledger.questions.who_writers`.
"""

from collections.abc import Mapping

import ibis

from kith.ledger.questions.who import MACHINES
from kith.ledger.questions.who_writers import AskingWho
from kith.terms.words import Relation

ENOUGH = 3  # touches: below it a tie has no value either, and a word would change little
EACH = 60  # that wait for one user at once: a sitting, and some to spare
AT_ONCE = 2_000  # accounts from which only machines write, told all together
SURE = 0.5  # of its contact, what an account weighs that is guessed for certain: our choice
NOBODY = 0

Measures = Mapping[str, ibis.Table]


def to_ask(measures: Measures) -> list[AskingWho]:
    """Accounts of which nobody said what they are: some per user, what matters most first; then
    those that only machines write from."""
    unsaid = measures["accounts"].filter(lambda t: t.relation.isnull()).select("account_id")
    guessed = _guessed(measures)
    known = _known_best(measures).semi_join(unsaid, "account_id")
    known = known.filter(known.n >= ENOUGH)
    rows = known.left_join(guessed, "account_id").drop("account_id_right")
    weight = rows.n * (1.0 - (1.0 - SURE) * rows.sure.fill_null(0.0))
    rows = rows.mutate(weight=weight)
    place = ibis.row_number().over(
        group_by=rows.user_id, order_by=[rows.weight.desc(), rows.account_id]
    )
    rows = rows.mutate(place=place).filter(lambda t: t.place < EACH)
    ranked = rows.order_by("user_id", "place").select("account_id", "user_id", "guess", "reason")
    asked = [
        AskingWho(row["account_id"], row["guess"], row["reason"], row["user_id"] or None)
        for row in ranked.to_pyarrow().to_pylist()
    ]
    unmet = guessed.semi_join(unsaid, "account_id").anti_join(measures["ties"], "account_id")
    return asked + _machines(unmet)


def _known_best(measures: Measures) -> ibis.Table:
    """Per account the user who exchanges most with it, and how much all of us do; the lowest id on
    a draw. `user_id` NOBODY: no colleague of theirs has a sign-in."""
    users = measures["colleagues"]
    ties = measures["ties"].inner_join(users, "colleague_id")
    ties = ties.filter(ties.account_id.notnull())
    by_user = ties.group_by("account_id", user_id=ties.user_id.fill_null(NOBODY)).agg(
        n=ties.n.sum()
    )
    place = ibis.row_number().over(
        group_by=by_user.account_id,
        order_by=[by_user.user_id == NOBODY, by_user.n.desc(), by_user.user_id],
    )
    total = by_user.n.sum().over(group_by=by_user.account_id)
    best = by_user.mutate(place=place, total=total).filter(lambda t: t.place == 0)
    return best.select("account_id", "user_id", n=best.total)


def _guessed(measures: Measures) -> ibis.Table:
    """What the signal `relations` guesses, and how sure it is; no rows where it is not computed."""
    if "relations" not in measures:
        accounts = measures["accounts"].filter(ibis.literal(value=False))
        nothing = ibis.null("string")
        return accounts.select(
            "account_id", guess=nothing, reason=nothing, sure=ibis.null("float64")
        )
    rows = measures["relations"]
    return rows.select("account_id", "guess", "reason", sure=rows.value)


def _machines(guessed: ibis.Table) -> list[AskingWho]:
    """Of those with whom nobody here has a tie: from whom machines and lists alone were met."""
    noise = guessed.filter(
        guessed.guess == str(Relation.NOISE), guessed.reason.isin(list(MACHINES))
    )
    found = noise.order_by("account_id").limit(AT_ONCE).select("account_id", "reason")
    return [
        AskingWho(row["account_id"], Relation.NOISE, row["reason"], None, only_machines=True)
        for row in found.to_pyarrow().to_pylist()
    ]
