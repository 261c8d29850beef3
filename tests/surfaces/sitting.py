"""Guesses and questions what accounts are, put into the cast's ledger as a refresh leaves them."""

from collections.abc import Sequence

from kith.ledger import models as m
from kith.ledger.questions.who_writers import AskingWho, ask_who
from kith.terms.words import Relation
from tests.allow import setting_up
from tests.surfaces.ledger_of import Ledger


def guess(
    account: m.Account,
    relation: Relation | None,
    reason: str = "they_order",
    *,
    sure: float = 0.8,
) -> None:
    """The gauge that the signal `relations` leaves."""
    run = m.Run.objects.filter(series="live", state="done").order_by("-id").first()
    assert run is not None
    with setting_up():
        m.Gauge.objects.create(
            series="live", run=run, name="relation", account_id=account.pk, value=sure, n=9,
            parts={"guess": relation, "reason": reason, "n_reason": 3, "n_in": 5, "n_out": 4},
        )  # fmt: skip


def ask_about(
    accounts: Sequence[m.Account], put_to: m.User | None, *, only_machines: bool = False
) -> None:
    """Questions about them, in this order."""
    ask_who(
        [
            AskingWho(row.pk, None, None, put_to.pk if put_to else None, only_machines)
            for row in accounts
        ],
        actor=None,
    )


def sitting_of(ledger: Ledger, user: m.User, count: int) -> list[m.Account]:
    """So many accounts, guessed and put to the user; their names say what they will be called."""
    made = []
    words = [*Relation, None]
    for number in range(count):
        row = ledger.account(f"Firm {number:02}", user)
        ledger.contact(f"Person {number:02}", row)
        ledger.mail(
            number % 30, f"Person {number:02}", [user.name], f"Matter {number}", "x", held_by=user
        )
        made.append(row)
    run = ledger.measure()
    m.Finding.objects.update(run=run)  # what was found before is found again
    for number, row in enumerate(made):
        guess(row, words[number % len(words)], sure=0.5)
    ask_about(made, user)
    return made
