"""The copies that the ledger's view makes of mails, and the stamps by which they are kept."""

from datetime import UTC, date, datetime

import pytest

from kith.ledger.imports.readers import stamps
from kith.ledger.people.merge_writers import merge
from kith.ledger.people.models import Account, AccountRelation, Contact
from kith.ledger.people.relation_writers import say, unsay
from kith.ledger.rights.models import User
from kith.pipeline.erase import erase
from kith.pipeline.undo import undo
from kith.terms.words import Part
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.facts import mirrored, table
from tests.pipeline.test_stamps import mirror_is_right

pytestmark = pytest.mark.django_db(transaction=True)

CLEO, TOM, DORA = "cleo@client.example", "tom@client.example", "dora@dealer.example"
ANNS = "Ann <ann@firm.example>"
MANY = tuple(f"p{n}@client.example" for n in range(11))
Copy = tuple[object, ...]


def sent(year: int, month: int = 6, day: int = 1, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def copies(*columns: str) -> list[Copy]:
    """Rows of the mirrored copies, people by their addresses, sorted."""
    mirrored()
    contacts = dict(Contact.objects.values_list("id", "address__address"))
    accounts = dict(Account.objects.values_list("id", "name"))
    rows = [
        {
            **row,
            "contact": contacts[row["contact_id"]],
            "sender": contacts[row["sender_contact_id"]],
            "account": accounts[row["account_id"]],
            "sender_account": accounts[row["sender_account_id"]],
        }
        for row in table("copies").to_pylist()
    ]
    return sorted(tuple(row[c] for c in columns) for row in rows)


WHO = ("sender", "contact", "part")


def test_whom_else_they_wrote_to_is_a_copy_each(firm: User, bring_in: BringIn) -> None:
    bring_in(
        Letter("a", to=(ANN, TOM), cc=(DORA, BEN), sent=sent(2025)),
        Letter("b", sender=DORA, to=(ANN,), cc=(TOM,), text="Other", sent=sent(2025)),
    )
    assert copies(*WHO) == [
        (CLEO, DORA, Part.CC),
        (CLEO, TOM, Part.TO),
        (DORA, TOM, Part.CC),
    ]
    assert copies("contact", "account", "sender_account", "day", "known_day") == [
        (DORA, "Dealer", "Client", date(2025, 6, 1), date(2025, 6, 1)),
        (TOM, "Client", "Client", date(2025, 6, 1), date(2025, 6, 1)),
        (TOM, "Client", "Dealer", date(2025, 6, 1), date(2025, 6, 1)),
    ]


def test_what_is_ours_mass_automatic_undated_or_without_account_is_no_copy(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(
        Letter("a", sender=ANNS, to=(CLEO,), cc=(TOM,), text="Ours"),
        Letter("b", to=(ANN, *MANY), text="Mass"),
        Letter("c", cc=(TOM,), text="Away", headers={"Auto-Submitted": "auto-replied"}),
        Letter("d", cc=(TOM,), sent=None, text="Undated"),
        Letter("e", cc=("some.body@gmail.com",), text="Nobody's"),
        Letter("f", sender="some.body@gmail.com", cc=(TOM,), text="Of nobody's"),
        Letter("g", cc=(CLEO,), text="To herself"),
        Letter("h", bcc=(TOM,), text="Blind"),
        Letter("i", cc=(TOM,), text="The one that counts"),
    )
    assert copies(*WHO) == [(CLEO, TOM, Part.CC)]


def test_a_person_named_twice_in_one_mail_is_one_copy_in_the_foremost_place(
    firm: User, bring_in: BringIn
) -> None:
    second = "thomas@client.example"
    bring_in(
        Letter("a", to=(ANN, TOM), cc=(TOM,)),
        Letter("b", to=(ANN,), cc=(second, TOM), text="By two addresses"),
        Letter("c", sender=second, cc=(TOM,), text="To himself"),
    )
    pair = (Contact.objects.get(address__address=address) for address in (TOM, second))
    merge(*pair, actor=firm)
    mirrored()
    assert sorted(row["part"] for row in table("copies").to_pylist()) == [Part.TO, Part.CC]


def test_only_the_years_with_copies_have_parts(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", sent=sent(2023)), Letter("b", cc=(TOM,), sent=sent(2025), text="Two"))
    assert {year for shape, year in stamps() if shape == "copies"} == {2025}


def test_a_copy_is_dated_where_the_firm_is(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", cc=(TOM,), sent=sent(2024, 12, 31, 23)))
    assert copies("day", "known_day") == [(date(2025, 1, 1), date(2025, 1, 1))]


def test_a_merge_an_undo_and_an_erasure_leave_no_outdated_copies(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", cc=(TOM,), sent=sent(2023)))
    other = bring_in(Letter("b", sender=DORA, cc=(TOM, CLEO), sent=sent(2024), text="Two"))
    assert len(copies("activity_id")) == 3
    merge(*(Contact.objects.get(address__address=a) for a in (CLEO, DORA)), actor=firm)
    assert len(copies("activity_id")) == 2
    assert mirror_is_right()
    undo(other.pk)
    assert copies("contact", "day") == [(TOM, date(2023, 6, 1))]
    assert mirror_is_right()
    erase(TOM, actor=firm)
    assert mirror_is_right()
    assert copies(*WHO) == []


@pytest.mark.parametrize("account", ["Client", "Dealer"])
def test_what_is_private_or_noise_is_no_copy_until_the_word_is_taken_back(
    account: str, firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", to=(ANN,), cc=(DORA,), sent=sent(2025)))
    assert copies(*WHO) == [(CLEO, DORA, Part.CC)]
    say([Account.objects.get(name=account).pk], "noise", why="sitting", actor=firm)
    assert copies(*WHO) == []
    unsay(list(AccountRelation.objects.all()), actor=firm)
    assert copies(*WHO) == [(CLEO, DORA, Part.CC)]
