"""The names a batch saw go with it, and everybody is called as if it had never been."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.ledger.people.models import Address, Colleague, Contact, NameSeen
from kith.ledger.people.writers import forget_names
from kith.ledger.rights.models import User
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import BEN, BringIn

pytestmark = pytest.mark.django_db

CLEO = "cleo@client.example"


def letter(n: int, name: str, address: str = CLEO, **other: object) -> Letter:
    sender = f'"{name}" <{address}>' if name else address
    when = NOON + timedelta(days=n)
    return Letter(f"m{n}", sender=sender, sent=when, text=f"Word {n}", **other)  # type: ignore[arg-type]


def called() -> tuple[str, ...]:
    """Address, contact: what each is called now, and the keys by which it is found."""
    contact = Contact.objects.get(address__address=CLEO)
    address = Address.objects.get(address=CLEO)
    return address.name, contact.name, contact.sort_key, contact.match_key


def test_a_batch_keeps_each_name_it_saw_beside_an_address_once(
    firm: User, bring_in: BringIn
) -> None:
    batch = bring_in(letter(1, "Cleo"), letter(2, "Crane, Cleo"), letter(3, "Cleo Crane"))
    bring_in(letter(4, "Cleo"))
    seen = NameSeen.objects.filter(address__address=CLEO)
    assert list(seen.filter(batch_id=batch.pk).values_list("name", flat=True)) == ["Cleo Crane"]
    assert sorted(seen.values_list("name", flat=True)) == ["Cleo", "Cleo Crane"]


@pytest.mark.parametrize("forgotten", range(3))
def test_a_forgotten_batch_leaves_the_names_of_the_others(
    forgotten: int, firm: User, bring_in: BringIn
) -> None:
    names = ("Cleo", "Cleo Crane", "Cleo M. Crane")
    batches = [bring_in(letter(n, name)) for n, name in enumerate(names)]
    assert called() == ("Cleo M. Crane", "Cleo M. Crane", "cleo m. crane", "cleo crane")
    forget_names(batches[forgotten], actor=firm)
    left = [name for n, name in enumerate(names) if n != forgotten]
    assert called()[:2] == (left[-1], left[-1])
    assert sorted(
        NameSeen.objects.filter(address__address=CLEO).values_list("name", flat=True)
    ) == (sorted(left))


def test_without_any_name_left_an_address_is_read_as_one(firm: User, bring_in: BringIn) -> None:
    plain = bring_in(letter(1, "", "cleo.crane@client.example"))
    named = bring_in(letter(2, "Cleopatra Crane", "cleo.crane@client.example"))
    assert Contact.objects.get().name == "Cleopatra Crane"
    forget_names(named, actor=firm)
    assert Contact.objects.get().name == "Cleo Crane"
    assert Address.objects.get(contact__isnull=False).name == ""
    forget_names(plain, actor=firm)
    assert Contact.objects.get().name == "Cleo Crane"


def test_a_colleague_is_renamed_too_but_not_one_who_was_given_a_name(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, "Cleo", to=("Ben <ben@firm.example>",)), mailbox=BEN)
    both = ("Ben B. Berg <ben@firm.example>", "Ann Kathrin Ahlers <ann@firm.example>")
    batch = bring_in(letter(2, "Cleo", to=both))
    assert Colleague.objects.get(user__email=BEN).name == "Ben B. Berg"
    forget_names(batch, actor=firm)
    assert Colleague.objects.get(user__email=BEN).name == "Ben"
    assert Colleague.objects.get(user=firm).name == "Ann Ahlers"


def test_names_are_forgotten_in_parts_that_come_to_an_end(firm: User, bring_in: BringIn) -> None:
    batch = bring_in(*(letter(n, f"Person {n}", f"p{n}@client.example") for n in range(7)))
    parts = []
    while done := forget_names(batch, actor=firm, most=3):
        parts.append(done)
    assert sum(parts) >= 7
    assert max(parts) == 3
    assert not NameSeen.objects.filter(batch_id=batch.pk).exists()
    assert not Address.objects.exclude(name="").exists()


def test_the_number_of_queries_does_not_grow_with_the_names(firm: User, bring_in: BringIn) -> None:
    counts = []
    for first, many in ((0, 3), (100, 60)):
        people = range(first, first + many)
        batch = bring_in(*(letter(n, f"Person {n}", f"p{n}@client.example") for n in people))
        with CaptureQueriesContext(connection) as queries:
            forget_names(batch, actor=firm)
        counts.append(len([q for q in queries if not q["sql"].startswith(("UPDATE", "DELETE"))]))
    assert counts[0] == counts[1]
