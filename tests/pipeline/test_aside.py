"""Accounts that are private or noise: their owners' alone, counted nowhere, and back exactly."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.ledger.activities.models import Activity
from kith.ledger.activities.readers import visible_activity
from kith.ledger.people.models import Account, AccountRelation
from kith.ledger.people.readers import account, accounts
from kith.ledger.people.relation_readers import unsettled, words_of
from kith.ledger.people.relation_writers import say, unsay
from kith.ledger.questions.models import Question
from kith.ledger.questions.who_writers import AskingWho, ask_who
from kith.ledger.rights.models import User
from kith.ledger.search.names import accounts_named, people_named
from kith.ledger.whole.aside_writers import settle_aside
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.aside import settle_accounts
from kith.pipeline.erase import erase
from kith.pipeline.undo import undo
from kith.terms.errors import NotVisible
from kith.terms.words import Level
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.facts import mirrored, table
from tests.pipeline.test_levels import found_by

pytestmark = pytest.mark.django_db(transaction=True)

DORA = "Dora Dorn <dora@dealer.example>"
LETTERS = (
    Letter("a", subject="Canarysubject", text="Could you send the canarytext?"),
    Letter("b", sender=DORA, subject="Both", cc=("cleo@client.example",), text="Mixed."),
    Letter("c", sender=DORA, subject="Dealer alone", text="Hm."),
)
TYPED = AccountRelation.TYPED


def client() -> Account:
    return Account.objects.get(name="Client")


def called(relation: str, *rows: Account) -> None:
    say([row.pk for row in rows], relation, why=TYPED, actor=None)
    settle_accounts()
    assert not unsettled(1)


def taken_back(row: Account) -> None:
    unsay(words_of(row.pk), actor=None)
    settle_accounts()
    assert not unsettled(1)


def levels() -> dict[str, int]:
    return dict(Activity.objects.values_list("subject", "open_level"))


def touched() -> set[int]:
    mirrored()
    return set(table("touches")["account_id"].to_pylist())


@pytest.fixture
def two(firm: User, bring_in: BringIn) -> tuple[User, User]:
    """Ann, who holds the mail, and Ben, who holds none of it."""
    bring_in(*LETTERS, share=Level.FULL)
    bring_in(Letter("z", sender="x@else.example", to=(BEN,), text="Else."), mailbox=BEN)
    return User.objects.get(email=ANN), User.objects.get(email=BEN)


def seen_of(user: User, row: Account) -> tuple[bool, ...]:
    """Whether the reader meets the account: its page, the list, the search, a person of it."""
    try:
        account(user, row.pk)
        page = True
    except NotVisible:
        page = False
    return (
        page,
        row.name in [one.name for one in accounts(user).rows],
        bool(accounts_named(user, row.name, limit=9)),
        bool(people_named(user, "Cleo", limit=9)),
    )


@pytest.mark.parametrize("relation", ["private", "noise"])
def test_it_is_there_for_its_owner_and_for_nobody_else(
    two: tuple[User, User], relation: str
) -> None:
    ann, ben = two
    assert seen_of(ben, client()) == (True,) * 4
    called(relation, client())
    assert seen_of(ann, client()) == (True,) * 4
    assert seen_of(ben, client()) == (False,) * 4
    taken_back(client())
    assert seen_of(ben, client()) == (True,) * 4


def test_its_mails_are_their_owners_unless_another_account_is_in_them(
    two: tuple[User, User],
) -> None:
    ann, ben = two
    assert "@" in str(found_by()["canarytext"])
    called("private", client())
    assert levels() == {
        "Canarysubject": Level.NOTHING, "Both": Level.FULL, "Dealer alone": Level.FULL,
        "Seals for the P-40": Level.METADATA,
    }  # fmt: skip
    assert found_by()["canarytext"] == {ANN}
    alone = Activity.objects.get(subject="Canarysubject").pk
    assert visible_activity(ann, alone).text is not None
    with pytest.raises(NotVisible):
        visible_activity(ben, alone)
    called("noise", Account.objects.get(name="Dealer"))
    assert levels()["Both"] == Level.NOTHING


def test_it_counts_nowhere_and_counts_again(two: tuple[User, User]) -> None:
    before = touched()
    assert client().pk in before
    called("noise", client())
    assert touched() == before - {client().pk}
    called("customer", client())
    assert touched() == before


def test_mail_that_comes_in_later_keeps_to_it(two: tuple[User, User], bring_in: BringIn) -> None:
    _, ben = two
    called("private", client())
    new = Letter("d", sender="New One <new@client.example>", subject="Later", text="Canarynew.")
    bring_in(new, Letter("e", sender=DORA, subject="Open", text="Yes."))
    assert (levels()["Later"], levels()["Open"]) == (Level.NOTHING, Level.FULL)
    assert not people_named(ben, "New One", limit=9)
    taken_back(client())
    assert levels()["Later"] == Level.FULL


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Client", "Dealer", "Else"]),
            st.sampled_from(["customer", "private", "noise", "supplier", ""]),
        ),
        max_size=5,
    )
)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_said_taken_back_it_is_as_if_never_said(
    two: tuple[User, User], acts: list[tuple[str, str]]
) -> None:
    wanted = (content_hash(), found_by(), touched())
    for name, relation in acts:
        row = Account.objects.get(name=name)
        called(relation, row) if relation else taken_back(row)
    for row in Account.objects.all():
        taken_back(row)
    assert (content_hash(), found_by(), touched()) == wanted


def test_said_before_or_after_the_mail_came_is_the_same(
    two: tuple[User, User], bring_in: BringIn
) -> None:
    more = [Letter(f"m{n}", subject=f"More {n}", text="Canarymore") for n in range(5)]
    called("private", client())
    batch = bring_in(*more)
    wanted = (content_hash(), found_by())
    undo(batch.pk)
    taken_back(client())
    bring_in(*more)
    called("private", client())
    assert (content_hash(), found_by()) == wanted


def test_a_cut_off_walk_goes_on_where_it_was(two: tuple[User, User], bring_in: BringIn) -> None:
    bring_in(*(Letter(f"m{n}", subject=f"M{n}") for n in range(20)))
    say([client().pk], "private", why=TYPED, actor=None)
    assert settle_aside(8, actor=None) > 0  # and the worker dies
    (word,) = unsettled(9)
    assert word.settled_until
    settle_accounts()
    assert not unsettled(1)
    assert set(Activity.objects.filter(subject__startswith="M").values_list("open_level")) == {(0,)}


def test_an_account_with_a_word_is_work_that_an_undo_leaves(firm: User, bring_in: BringIn) -> None:
    batch = bring_in(*LETTERS)
    ids = Account.objects.values_list("pk", flat=True)
    ask_who([AskingWho(pk, None, None, firm.pk) for pk in ids], actor=None)
    say([client().pk], "customer", why=TYPED, actor=firm)
    left = undo(batch.pk).left
    assert [(row["kind"], row["name"], row["why"]) for row in left] == [
        ("account", "Client", "a person said what it is to us")
    ]
    assert list(Account.objects.values_list("name", flat=True)) == ["Client"]
    assert [q.proposal["account"] for q in Question.objects.all()] == [client().pk]


def test_a_private_account_that_an_undo_leaves_is_not_named(firm: User, bring_in: BringIn) -> None:
    batch = bring_in(*LETTERS)
    called("private", client())
    assert "Client" not in str(undo(batch.pk).left)


@pytest.mark.parametrize(("relation", "stays"), [("customer", True), ("private", False)])
def test_erasing_its_only_person_leaves_a_firm_and_takes_what_is_private(
    firm: User, bring_in: BringIn, relation: str, *, stays: bool
) -> None:
    bring_in(LETTERS[0])
    called(relation, client())
    erase("cleo@client.example", actor=firm)
    assert Account.objects.filter(name="Client").exists() is stays
    assert AccountRelation.objects.exists() is stays
