"""What people are called, whichever mail came first."""

from datetime import timedelta

import pytest

from kith.ledger.people.models import Colleague, Contact
from kith.ledger.rights.models import User
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import ANN, BEN, BringIn, several

pytestmark = pytest.mark.django_db

CLEO = "cleo@client.example"


def letter(n: int, **other: object) -> Letter:
    return Letter(f"m{n}", sent=NOON + timedelta(days=n), text=f"Word {n}", **other)  # type: ignore[arg-type]


NAMES = ["Cleo", "Cleo Crane", "Crane, Cleo M.", "cleo@client.example", ""]


@pytest.mark.parametrize("order", [NAMES, NAMES[::-1], NAMES[2:] + NAMES[:2]])
@pytest.mark.parametrize("pieces", [1, 5])
def test_the_fullest_name_wins_in_any_order(
    order: list[str], pieces: int, firm: User, bring_in: BringIn
) -> None:
    letters = [
        letter(n, sender=f'"{name}" <{CLEO}>' if name else CLEO) for n, name in enumerate(order)
    ]
    for piece in several(letters, pieces):
        bring_in(*piece)
    contact = Contact.objects.get()
    assert (contact.name, contact.sort_key) == ("Cleo M. Crane", "cleo m. crane")


@pytest.mark.parametrize("own_first", [True, False])
def test_a_colleague_without_a_given_name_is_named_by_their_mail(
    own_first: bool, firm: User, bring_in: BringIn
) -> None:
    to_ben = letter(1, to=("Ben Berg <ben@firm.example>",))
    to_both = letter(2, to=("Ben <ben@firm.example>",))
    steps = [(BEN, to_ben), (ANN, to_both)]
    for mailbox, mail in steps if own_first else steps[::-1]:
        bring_in(mail, mailbox=mailbox)
    assert Colleague.objects.get(user__email=BEN).name == "Ben Berg"


def test_the_name_given_to_a_user_stands(firm: User, bring_in: BringIn) -> None:
    bring_in(letter(1, to=("Ann-Kathrin Maria Ahlers <ann@firm.example>",)), mailbox=BEN)
    bring_in(letter(2))
    bring_in(letter(3, to=("Ann-Kathrin Maria Ahlers Esq <ann@firm.example>",)))
    assert Colleague.objects.get(user=firm).name == "Ann Ahlers"
