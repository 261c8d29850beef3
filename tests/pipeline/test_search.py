"""What a search finds, for whom, and in which order."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.ledger.activities.models import Activity
from kith.ledger.people.models import Account
from kith.ledger.people.writers import rename_account
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import invite
from kith.ledger.search.models import SearchEntry
from kith.ledger.search.names import accounts_named, people_named
from kith.ledger.search.readers import search
from kith.ledger.search.writers import Indexed, reindex, unindex
from kith.terms.words import Level, Role
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben(firm: User) -> User:
    return invite(BEN, "Ben Bell", Role.REPRESENTATIVE, actor=None)


def found(user: User, typed: str, limit: int = 20) -> list[str]:
    """Subjects, as all pages together show them."""
    subjects: list[str] = []
    before = None
    while True:
        page = search(user, typed, before=before, limit=limit)
        subjects += [hit.seen.subject or "" for hit in page.hits]
        assert len(page.hits) <= limit
        if page.before is None:
            return subjects
        before = page.before


def one(number: int, text: str, **changes: object) -> Letter:
    return Letter(f"m{number}", subject=f"Number {number}", text=text, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("flange ", [2, 1]),
        ("FLÄNGE ", [2, 1]),
        ("flan", [3, 2, 1]),
        ("flan ", []),
        ("fl* ", [3, 2, 1]),
        ("flange steel ", [1]),
        ('"flange of steel" ', [1]),
        ('"steel flange" ', []),
        ('"flange of st', [1]),
        ("number flange ", [2, 1]),
        ('"number 1" flange ', [1]),
        ('"number 2 the" ', []),
        ("e-mail ", [3]),
        ("größe ", [2]),
        ("grosse ", []),
        ("grö", [2]),
        ("7001", [3]),
        ("70", [3]),
        ("everyone ", []),
        ("m1 ", []),
        ("sees ", []),
    ],
)
def test_words_phrases_and_beginnings(
    typed: str, numbers: list[int], firm: User, bring_in: BringIn
) -> None:
    bring_in(
        one(1, "A flange of steel."),
        one(2, "The flänge, Größe 5.", sent=NOON + timedelta(days=1)),
        one(3, "Flanges by e-mail: 7001/2", sent=NOON + timedelta(days=2)),
    )
    assert found(firm, typed) == [f"Number {number}" for number in numbers]


@given(typed=st.text() | st.text("\"*:^()-+ANDORNEAR{},' a1"))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_is_an_error(typed: str, firm: User) -> None:
    search(firm, typed)
    accounts_named(firm, typed, limit=3)
    people_named(firm, typed, limit=3)


def test_newest_first_whatever_the_order_of_arrival(firm: User, bring_in: BringIn) -> None:
    days = [5, 1, 9, 3, 7, 2, 8, 4, 6]
    for part in (days[:4], days[4:]):
        bring_in(*(one(day, "seal", sent=NOON + timedelta(days=day)) for day in part))
    bring_in(one(0, "seal", sent=None))
    expected = [f"Number {day}" for day in (9, 8, 7, 6, 5, 4, 3, 2, 1, 0)]
    assert found(firm, "seal ") == expected
    for limit in (1, 2, 3):
        assert found(firm, "seal ", limit) == expected


def test_many_in_one_hour_are_all_found_once(firm: User, bring_in: BringIn) -> None:
    bring_in(*(one(number, "seal") for number in range(30)))
    bring_in(*(one(number, "seal") for number in range(30, 40)))
    assert sorted(found(firm, "seal ", 7)) == sorted(f"Number {number}" for number in range(40))


def test_old_mail_is_found_through_the_years(firm: User, bring_in: BringIn) -> None:
    years = (1994, 2003, 2011, 2018, 2024)
    bring_in(*(one(y, "seal", sent=datetime(y, 5, 1, tzinfo=UTC)) for y in years))
    assert found(firm, "seal ", 2) == [f"Number {year}" for year in reversed(years)]


def test_a_search_that_takes_long_says_how_far_it_is(
    firm: User, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.ledger.search.readers.SECONDS", 0)
    bring_in(one(1, "seal", sent=datetime(2003, 5, 1, tzinfo=UTC)), one(2, "other"))
    first = search(firm, "seal ")
    assert first.hits == ()
    assert first.back_to is not None
    assert datetime(2003, 6, 1, tzinfo=UTC) < first.back_to < NOON
    assert found(firm, "seal ") == ["Number 1"]


@pytest.mark.parametrize(
    ("share", "typed", "finds", "shows"),
    [
        (Level.METADATA, "number ", False, ""),
        (Level.METADATA, "seal ", False, ""),
        (Level.SUBJECT, "number ", True, ""),
        (Level.SUBJECT, "seal ", False, ""),
        (Level.SUBJECT, "number seal ", False, ""),
        (Level.FULL, "number seal ", True, "A seal."),
    ],
)
def test_a_text_is_found_by_whoever_may_read_it(
    share: Level, typed: str, finds: bool, shows: str, firm: User, ben: User, bring_in: BringIn
) -> None:
    bring_in(one(1, "A seal."), share=share)
    own = search(firm, typed).hits
    assert "".join(text for text, _ in own[0].text) == "A seal."
    hits = search(ben, typed).hits
    assert len(hits) == finds
    for hit in hits:
        assert "".join(text for text, _ in hit.text) == shows


def test_a_mail_of_two_mailboxes_is_found_once_by_each(
    firm: User, ben: User, bring_in: BringIn
) -> None:
    letter = one(1, "A seal.", to=(ANN, BEN))
    bring_in(letter, share=Level.FULL)
    bring_in(letter, mailbox=BEN, keep=Level.SUBJECT, share=Level.SUBJECT)
    for user in (firm, ben):
        assert found(user, "number ", 1) == ["Number 1"]
        assert found(user, "number seal ") == ["Number 1"]


def test_what_leaves_the_index_leaves_nothing_behind(firm: User, bring_in: BringIn) -> None:
    bring_in(one(1, "A seal."), one(2, "A flange."), share=Level.SUBJECT)
    ids = list(Activity.objects.order_by("id").values_list("id", flat=True))
    unindex(ids, actor=None)
    unindex(ids, actor=None)
    assert not SearchEntry.objects.exists()
    assert vocabulary() == set()


def vocabulary() -> set[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT DISTINCT term FROM ledger_search_word")
        else:
            cursor.execute("SELECT DISTINCT unnest(tsvector_to_array(words)) FROM ledger_search")
        return {term for (term,) in cursor.fetchall()}


LEVELS = st.sampled_from([Level.METADATA, Level.SUBJECT, Level.FULL])
BOX = st.tuples(LEVELS, LEVELS).map(lambda pair: (max(pair), min(pair)))


@given(ann=BOX, ben=BOX, ann_first=st.booleans(), subjects=st.tuples(*[st.sampled_from("ab ")] * 2))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_two_mailboxes_keep_the_index_forgets_all_of_it(
    ann: tuple[Level, Level],
    ben: tuple[Level, Level],
    ann_first: bool,
    subjects: tuple[str, str],
    firm: User,
    bring_in: BringIn,
) -> None:
    """The same Message-ID in both, once with another subject, or with none."""
    mark = transaction.savepoint()
    boxes = [(ANN, *ann), (BEN, *ben)]
    for (box, keep, share), subject in zip(
        boxes if ann_first else boxes[::-1], subjects, strict=True
    ):
        letter = Letter("a", to=(ANN, BEN), subject=subject.strip(), text=f"Seal {subject}.")
        bring_in(letter, mailbox=box, keep=keep, share=share)
    unindex(list(Activity.objects.values_list("id", flat=True)), actor=None)
    assert vocabulary() == set()
    transaction.savepoint_rollback(mark)


def test_a_mail_may_be_indexed_for_others(firm: User, ben: User, bring_in: BringIn) -> None:
    bring_in(one(1, "A seal."))
    mail = Activity.objects.get()
    row = Indexed(mail.pk, mail.subject, mail.activitytext.text, "everyone", "")
    reindex([row], actor=None)
    sizes = [len(search(who, asked).hits) for who in (ben, firm) for asked in ("number ", "seal ")]
    assert sizes == [1, 0, 1, 0]
    # The index errs on no one's behalf: the mail's own level decides what is shown of it.
    assert search(ben, "number ").hits[0].subject is None


def test_an_empty_subject_that_is_kept_stays_as_it_is_indexed(
    firm: User, ben: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", to=(ANN, BEN), subject="", text="A seal."))
    bring_in(Letter("a", to=(ANN, BEN), subject="Flange", text="A seal."), mailbox=BEN)
    unindex(list(Activity.objects.values_list("id", flat=True)), actor=None)
    assert vocabulary() == set()


def test_accounts_are_found_by_any_word_of_their_name_and_by_their_domain(
    firm: User, ben: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", sender="Cleo <cleo@crane-hydraulics.example>"))
    account = Account.objects.get()
    for typed in ("crane", "Hydr", "hydraulics crane", "crane-hydraulics.exa"):
        assert [row.id for row in accounts_named(ben, typed, limit=5)] == [account.pk], typed
    rename_account(account.pk, "Société Générale des Grues", actor=firm)
    for typed in ("societe", "Générale", "gru", "crane-hydraulics.example"):
        assert [row.id for row in accounts_named(ben, typed, limit=5)] == [account.pk], typed
    assert accounts_named(ben, "hydraulics", limit=5) == []


def test_people_are_found_as_far_as_one_may_know_them(
    firm: User, ben: User, bring_in: BringIn
) -> None:
    bring_in(
        Letter("a", sender="Çelik Özdemir <celik@client.example>"),
        Letter("b", subject="Saturday", sender="Mo Private <mo@gmail.com>"),
    )
    for user in (firm, ben):
        hits = people_named(user, "ozd", limit=5)
        assert [(hit.name, hit.address, hit.account) for hit in hits] == [
            ("Çelik Özdemir", "celik@client.example", "Client")
        ]
        assert people_named(user, "celik@cl", limit=5) == hits
    for typed in ("private", "mo@gmail.com"):
        assert [hit.name for hit in people_named(firm, typed, limit=5)] == ["Mo Private"]
        assert people_named(ben, typed, limit=5) == []
