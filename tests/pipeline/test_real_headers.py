"""Shared addresses, delegates, servers' dates: from the mail's headers to what the ledger holds."""

import pytest

from kith.ledger.activities.models import Activity, Participant
from kith.ledger.people.models import Address
from kith.ledger.rights.models import User
from kith.terms.words import Part, Side, Sort
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db

CLEO = "cleo@client.example"
THROUGH_INFO = Letter(
    "info",
    sender="'Cleo Crane' via Info <info@firm.example>",
    to=("info@firm.example",),
    headers={
        "List-Id": "<info.firm.example>",
        "List-Post": "<mailto:info@firm.example>",
        "Precedence": "list",
        "X-Original-From": f"Cleo Crane <{CLEO}>",
    },
)


def test_what_comes_through_a_list_of_our_own_is_its_writers_word_to_us(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(THROUGH_INFO)
    row = Activity.objects.get()
    assert (row.sort, row.is_mass, row.direction) == (Sort.PERSON, False, "in")
    speaks = Participant.objects.get(part=Part.FROM)
    assert (speaks.address.address, speaks.side) == (CLEO, Side.THEIRS)


def test_what_comes_through_anybody_elses_list_is_not(firm: User, bring_in: BringIn) -> None:
    headers = {"List-Id": "<news.client.example>"}
    bring_in(Letter("news", headers=headers))
    row = Activity.objects.get()
    assert (row.sort, row.is_mass) == (Sort.LIST, True)


def test_our_own_newsletter_stays_one(firm: User, bring_in: BringIn) -> None:
    headers = {"List-Id": "<news.firm.example>"}
    bring_in(Letter("news", sender=ANN, to=(CLEO,), headers=headers), sent=True)
    assert Activity.objects.get().sort == Sort.LIST


def test_a_colleague_who_typed_for_another_stands_beside_them(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", sender=ANN, to=(CLEO,), headers={"Sender": BEN}), mailbox=BEN, sent=True)
    rows = Participant.objects.order_by("part").values_list("address__address", "part", "side")
    assert list(rows) == [
        (ANN, Part.FROM, Side.OURS),
        (BEN, Part.SENDER, Side.BYSTANDER),
        (CLEO, Part.TO, Side.THEIRS),
    ]
    assert Activity.objects.get().recipients == 1


def test_anybody_elses_sender_is_nobody(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", headers={"Sender": "list-manager@client.example"}))
    assert not Address.objects.filter(address__startswith="list-manager").exists()


def test_the_ledger_keeps_what_dated_a_mail(firm: User, bring_in: BringIn) -> None:
    noted = {"Received": "from a by b; Tue, 4 Mar 2025 10:15:00 +0100"}
    bring_in(Letter("a"), Letter("b", sent=None, text="B", headers=noted), Letter("c", sent=None))
    rows = Activity.objects.order_by("id").values_list("dated_by", "undated_because")
    assert list(rows) == [("date", ""), ("received", ""), ("", "no date")]


def test_of_600_recipients_500_are_kept_and_all_are_counted(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", to=tuple(f"a{n}@client.example" for n in range(600))))
    row = Activity.objects.get()
    assert (row.recipients, row.is_mass) == (600, True)
    assert Participant.objects.filter(part=Part.TO).count() == 500


@pytest.mark.parametrize(
    ("to", "cc", "asks"),
    [
        (("ann@firm.example",), (), True),
        (("cleo@client.example",), (), False),  # to herself, and to many as blind copies
        ((), (), False),
        (("tom@client.example",), ("ann@firm.example",), False),  # asks Tom, and Ann reads along
    ],
)
def test_a_question_is_put_to_us_only_where_one_of_us_is_addressed(
    to: tuple[str, ...], cc: tuple[str, ...], asks: bool, firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", to=to, cc=cc, text="Could you send the seal price?"))
    assert Activity.objects.get().asks is asks


@pytest.mark.parametrize(
    ("to", "cc", "is_mass"),
    [
        (("ann@firm.example",), (), False),
        (("tom@client.example",), (), False),  # Ann reads along unseen, or it is another of hers
        (("cleo@client.example",), (), True),  # to herself, and to many as blind copies
        ((), (), True),
        ((), ("tom@client.example",), True),
    ],
)
def test_what_names_nobody_in_to_went_to_many_as_blind_copies(
    to: tuple[str, ...], cc: tuple[str, ...], is_mass: bool, firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", to=to, cc=cc, text="The luncheon is on Tuesday."))
    assert Activity.objects.get().is_mass is is_mass
