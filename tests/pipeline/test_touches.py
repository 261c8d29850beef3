"""The touches that the ledger's view makes of mails, beside a list worked out by hand."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from kith.ledger.people.merge_writers import merge
from kith.ledger.people.models import Account, Colleague, Contact
from kith.ledger.rights.models import User
from kith.terms.facts import FACTS
from kith.terms.shapes import Shape
from kith.terms.words import Part, Says
from tests.allow import setting_up
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.facts import mirrored, table

pytestmark = pytest.mark.django_db(transaction=True)

CLEO, TOM = "cleo@client.example", "tom@client.example"
MANY = tuple(f"p{n}@client.example" for n in range(11))
ANNS, BENS = "Ann <ann@firm.example>", "Ben <ben@firm.example>"


@pytest.fixture
def two_zones(firm: User) -> User:
    """Ann lives in Berlin with the firm, Ben in Tokyo."""
    User.objects.create(email=BEN, name="Ben Berg", zone="Asia/Tokyo", invited_at=datetime.now(UTC))
    return firm


def sent(month: int, day: int, hour: int) -> datetime:
    return datetime(2025, month, day, hour, tzinfo=UTC)


def touches(*columns: str) -> list[tuple[object, ...]]:
    """Rows of the mirrored touches, people by their addresses, sorted."""
    mirrored()
    contacts = dict(Contact.objects.values_list("id", "address__address"))
    colleagues = dict(Colleague.objects.values_list("id", "address__address"))
    accounts = dict(Account.objects.values_list("id", "name"))
    rows = [
        {
            **row,
            "contact": contacts[row["contact_id"]],
            "colleague": colleagues[row["colleague_id"]],
            "account": accounts[row["account_id"]],
        }
        for row in table("touches").to_pylist()
    ]
    return sorted(tuple(row[c] for c in columns) for row in rows)


WHO = ("colleague", "contact", "direction", "part", "day")


def test_each_end_of_a_mail_is_a_touch_on_the_colleagues_day(
    two_zones: User, bring_in: BringIn
) -> None:
    bring_in(
        # 23:00 in Berlin, seven the next morning in Tokyo.
        Letter("a", to=(ANN, BEN), sent=sent(3, 4, 22), text="To both"),
        Letter("b", sender=ANNS, to=(CLEO,), cc=(TOM, BEN), sent=sent(3, 5, 10), text="To two"),
        Letter("c", sender=BENS, to=(TOM,), bcc=(CLEO,), sent=sent(3, 6, 16), text="Blind"),
        Letter("d", to=(ANN,), cc=(BEN,), sent=sent(3, 7, 10), text="Copy to Ben"),
    )
    assert touches(*WHO) == [
        (ANN, CLEO, "in", Part.FROM, date(2025, 3, 4)),
        (ANN, CLEO, "in", Part.FROM, date(2025, 3, 7)),
        (ANN, CLEO, "out", Part.TO, date(2025, 3, 5)),
        (ANN, TOM, "out", Part.CC, date(2025, 3, 5)),
        (BEN, CLEO, "in", Part.FROM, date(2025, 3, 5)),
        (BEN, CLEO, "out", Part.BCC, date(2025, 3, 7)),
        (BEN, TOM, "out", Part.TO, date(2025, 3, 7)),
    ]


@pytest.mark.parametrize("ben_first", [True, False])
def test_a_colleagues_day_does_not_depend_on_whose_mailbox_came_first(
    ben_first: bool, two_zones: User, bring_in: BringIn
) -> None:
    mail = Letter("a", to=(ANN, BEN), sent=sent(3, 4, 22))
    for mailbox in (BEN, ANN) if ben_first else (ANN, BEN):
        bring_in(mail, mailbox=mailbox)
    assert touches("colleague", "day") == [(ANN, date(2025, 3, 4)), (BEN, date(2025, 3, 5))]


def test_an_owners_claim_is_dated_where_the_owner_lives(two_zones: User, bring_in: BringIn) -> None:
    to_list = Letter("a", to=("office@client.example",), sent=sent(3, 4, 22))
    bring_in(to_list, mailbox=BEN)
    by_assistant = Letter("b", sender=ANNS, to=(TOM,), sent=sent(3, 5, 22), text="For Ben")
    bring_in(by_assistant, mailbox=BEN, sent=True)
    assert touches(*WHO) == [
        (BEN, CLEO, "in", Part.FROM, date(2025, 3, 5)),
        (BEN, TOM, "out", Part.TO, date(2025, 3, 6)),
    ]


def test_what_each_touch_says_of_its_mail(firm: User, bring_in: BringIn) -> None:
    noon = sent(3, 4, 12)
    bring_in(
        Letter("a", to=(ANN,), sent=noon, text="Could you send the seal price?"),
        Letter("b", sender=ANNS, to=(CLEO, TOM), cc=(BEN,), sent=noon, text="We can offer you two"),
        Letter("c", sender=ANNS, to=MANY[:10], sent=noon, text="Ten"),
        Letter("d", sender=ANNS, to=MANY, sent=noon, text="Eleven. Could you call me?"),
        Letter("e", sent=noon, text="List", headers={"List-Id": "<news.client.example>"}),
        Letter(
            "f",
            sent=noon,
            text="Our order no 7. Our invoice is attached.",
            headers={"Auto-Submitted": "auto-replied"},
        ),
    )
    of_mail = ("recipients", "is_mass", "is_automatic", "asks", "says", "direction")
    assert set(touches(*of_mail)) == {
        (1, False, False, True, Says.INQUIRY, "in"),
        (3, False, False, False, Says.OFFER, "out"),
        (10, False, False, False, 0, "out"),
        (11, True, False, False, 0, "out"),
        (1, True, False, False, 0, "in"),
        (1, False, True, False, Says.ORDER | Says.INVOICE, "in"),
    }
    assert set(touches("kind", "instant", "known_day", "account")) == {
        ("email", noon, date(2025, 3, 4), "Client")
    }


def test_undated_private_and_internal_mail_makes_no_touch(firm: User, bring_in: BringIn) -> None:
    bring_in(
        Letter("a", sent=None),
        Letter("b", sender="some.body@gmail.com", text="Private"),
        Letter("c", sender=BENS, to=(ANN,), text="Internal"),
        Letter("d", text="Dated"),
    )
    assert len(touches("activity_id")) == 1


def test_a_merged_contact_is_one_in_all_years(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a"), Letter("b", sender=TOM, text="From Tom"))
    with setting_up():
        kept = Contact.objects.get(address__address=CLEO)
        moved = Contact.objects.get(address__address=TOM).address_set.get()
        moved.contact = kept
        moved.save()
    mirrored()
    assert set(table("touches").column("contact_id").to_pylist()) == {kept.pk}


def test_a_person_reached_by_two_addresses_in_one_mail_makes_one_touch(
    firm: User, bring_in: BringIn
) -> None:
    batch = bring_in(
        Letter("a", sender=ANNS, to=(TOM,), cc=(CLEO,), text="Tom first"),
        Letter("b", sender=ANNS, to=(CLEO, TOM), text="Both"),
        Letter("c", sender=CLEO, to=(ANN, BEN), text="To both of us"),
        Letter("d", sender=CLEO, to=(BEN,), cc=(ANN,), text="To Ben"),
    )
    assert batch.kept == 4
    for kind, kept, absorbed in ((Contact, CLEO, TOM), (Colleague, ANN, BEN)):
        pair = (kind.objects.get(address__address=address) for address in (kept, absorbed))
        merge(*pair, actor=firm)
    mirrored()
    rows = table("touches").select(["activity_id", "direction", "part"]).to_pylist()
    assert sorted((row["direction"], row["part"]) for row in rows) == [
        ("in", Part.FROM), ("in", Part.FROM), ("out", Part.TO), ("out", Part.TO),
    ]  # fmt: skip
    assert len({row["activity_id"] for row in rows}) == 4


def test_a_person_at_two_places_is_at_one_of_them(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a"), Letter("b", sender="cleo@dealer.example", text="Elsewhere"))
    pair = Contact.objects.order_by("id")
    merge(*pair, actor=firm)
    mirrored()
    rows = table("contacts").to_pylist()
    assert [(row["contact_id"], row["is_shared"]) for row in rows] == [(pair[0].pk, False)]
    assert table("touches").num_rows == 2


@pytest.mark.parametrize("shape", FACTS, ids=lambda shape: shape.name)
def test_each_view_is_shaped_as_its_terms_say(shape: Shape, firm: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM fact_{shape.name} LIMIT 0")
        assert tuple(column[0] for column in cursor.description) == shape.names


def test_the_mirror_of_an_empty_ledger_knows_the_firms_currency_alone(firm: User) -> None:
    assert mirrored().rows == 1
    assert table("rates").column("rate").to_pylist() == [1.0]


def test_the_mirror_reads_every_view(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", cc=(TOM,)), Letter("b", sender="dora@dealer.example", text="Other"))
    mirrored()
    assert {shape.name: table(shape.name).num_rows for shape in FACTS} == {
        "touches": 2,
        "copies": 1,
        "contacts": 3,
        "colleagues": 1,
        "accounts": 2,
        "notices": 0,
        "lines": 0,
        "rates": 1,
        "list_prices": 0,
        "conditions": 0,
        "giveaways": 0,
        "rises": 0,
        "waivers": 0,
    }
    assert all(tuple(table(shape.name).column_names) == shape.names for shape in FACTS)
    assert table("colleagues").column("user_id").to_pylist() == [firm.pk]
