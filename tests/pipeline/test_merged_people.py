"""Mail that comes in after people were merged, and mail from before."""

from datetime import timedelta

import pytest

from kith.ledger.activities.models import Participant
from kith.ledger.people.merge_writers import Moved, merge
from kith.ledger.people.models import Contact, Merge
from kith.ledger.rights.models import User
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import BringIn

pytestmark = pytest.mark.django_db

OLD, NEW, HOME = "mara.voss@old.example", "mara.voss@new.example", "mara.voss@gmail.com"
CHANGE = Moved(left=NOON.date(), joined=NOON.date())


def letter(n: int, sender: str) -> Letter:
    when = NOON + timedelta(days=n)
    return Letter(f"m{n}", sender=f"Mara Voss <{sender}>", sent=when, text=f"Word {n}")


def changed(actor: User) -> Merge:
    """Mara has left the old place for the new one."""
    pair = (Contact.objects.get(address__address=one) for one in (OLD, NEW))
    return merge(*pair, actor=actor, moved=CHANGE)


def places() -> list[tuple[str, str]]:
    """From where each mail of Mara's came, oldest first, by the account of its day."""
    rows = Participant.objects.filter(side=2).order_by("day")
    return [(row.address.address, row.account.name if row.account else "") for row in rows]


def test_what_was_written_from_the_old_place_stays_there_whenever_it_comes_in(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, OLD), letter(5, NEW))
    changed(firm)
    bring_in(letter(0, OLD), letter(2, OLD), letter(6, NEW))
    assert places() == [(OLD, "OLD")] * 3 + [(NEW, "NEW")] * 2


def test_private_mail_of_a_person_who_was_given_an_account_counts_there_from_then_on(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, NEW), letter(2, HOME))
    merge(*Contact.objects.order_by("id"), actor=firm)
    bring_in(letter(3, HOME))
    assert places() == [(NEW, "NEW"), (HOME, ""), (HOME, "NEW")]


def test_after_a_change_of_employer_private_mail_counts_at_the_new_place(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, OLD), letter(2, HOME))
    merge(*Contact.objects.order_by("id"), actor=firm)
    bring_in(letter(5, NEW))
    changed(firm)
    bring_in(letter(7, HOME))
    assert places()[-1] == (HOME, "NEW")


def test_the_absorbed_contact_can_be_met_again_under_another_name(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, OLD), letter(2, NEW))
    row = changed(firm)
    bring_in(Letter("z", sender=f"Mara Helene Voss <{NEW}>", text="Longer name"))
    assert Contact.objects.get(pk=row.kept_id).name == "Mara Helene Voss"
    assert Contact.objects.get(pk=row.absorbed_id).name == "Mara Voss"
