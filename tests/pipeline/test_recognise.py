"""Mail comes in, and the questions it gives reason for; each is put once and to whom it may be."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.ledger.activities.holder_readers import holders
from kith.ledger.people.models import Address, Contact, Employment
from kith.ledger.questions.models import Question
from kith.ledger.questions.readers import last_answered, question, queue, sides, waiting_count
from kith.ledger.questions.writers import answer, take_back
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import invite
from kith.pipeline.recognise import recognise
from kith.terms.errors import NotVisible, Refused
from kith.terms.words import Role
from tests.ledger.letters import NOON, Letter
from tests.ledger.people import identity
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db

OLD, NEW, HOME = "mara.voss@old.example", "mara@new.example", "mara.voss@gmail.com"
ANNS = "Ann Ahlers <ann@firm.example>"


def letter(n: int, sender: str, name: str = "Mara Voss", **other: object) -> Letter:
    when = NOON + timedelta(days=n)
    return Letter(f"m{n}", sender=f"{name} <{sender}>", sent=when, text=f"Word {n}", **other)  # type: ignore[arg-type]


@pytest.fixture
def ben(firm: User) -> User:
    return invite(BEN, "Ben Berg", Role.REPRESENTATIVE, actor=firm)


def asked(user: User) -> list[tuple[str, str, str]]:
    return [(a.question.kind, a.one.address, a.other.address) for a in queue(user, limit=50)]


def test_somebody_at_a_new_employer_is_asked_about_and_a_yes_moves_them(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, OLD), letter(20, NEW))
    assert asked(firm) == [("new_employer", OLD, NEW)]
    before = identity()
    row = answer(queue(firm, limit=1)[0].question, "yes", actor=firm)
    contact = Contact.objects.get(address__address=OLD)
    assert {a.address for a in contact.address_set.all()} == {OLD, NEW}
    assert list(
        Employment.objects.order_by("id").values_list("contact", "account__name", "since", "until")
    ) == [
        (contact.pk, "OLD", None, (NOON + timedelta(days=1)).date()),
        (contact.pk, "NEW", (NOON + timedelta(days=20)).date(), None),
    ]
    assert (asked(firm), waiting_count(firm)) == ([], 0)
    assert last_answered(firm) == row
    take_back(row, actor=firm)
    assert identity() == before
    assert asked(firm) == [("new_employer", OLD, NEW)]


def test_an_answered_question_is_never_put_again(firm: User, bring_in: BringIn) -> None:
    batch = bring_in(letter(1, OLD), letter(2, "m.voss@old.example"))
    assert len(asked(firm)) == 1
    assert recognise(batch, actor=None) == 0
    answer(queue(firm, limit=1)[0].question, "no", actor=firm)
    again = bring_in(letter(3, OLD), letter(4, "m.voss@old.example"))
    assert recognise(again, actor=None) == 0
    assert asked(firm) == []


def test_a_no_to_one_address_of_a_person_is_a_no_to_all(firm: User, bring_in: BringIn) -> None:
    first, second, third = (f"{one}@old.example" for one in ("mara.voss", "mvoss", "voss.mara"))
    bring_in(letter(1, first), letter(2, second))
    answer(queue(firm, limit=1)[0].question, "no", actor=firm)
    with_third = letter(3, third, "Mara Helene Voss")
    bring_in(with_third)
    rows = Question.objects.filter(answer="")
    assert rows.count() <= 2
    for row in rows:
        answer(row, "no", actor=firm)
    bring_in(letter(9, first), letter(10, second), letter(11, third))
    assert asked(firm) == []


def test_a_private_address_is_asked_of_the_owner_of_the_mailbox_that_holds_it(
    firm: User, ben: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, OLD))
    bring_in(letter(2, HOME, to=(BEN,)), mailbox=BEN)
    assert asked(firm) == []
    assert asked(ben) == [("same_person", OLD, HOME)]
    row = queue(ben, limit=1)[0].question
    with pytest.raises(NotVisible):
        question(firm, row.pk)
    answer(row, "yes", actor=ben)
    assert Address.objects.get(address=HOME).contact == Address.objects.get(address=OLD).contact


def test_a_side_shows_only_the_mail_its_reader_may_know_of(
    firm: User, ben: User, bring_in: BringIn
) -> None:
    nothing = {"share": 0, "keep": 1}
    bring_in(letter(1, OLD), letter(2, "m.voss@old.example"), mailbox=ANN, **nothing)
    bring_in(letter(3, OLD, to=(BEN,)), mailbox=BEN)
    [mine], [bens] = queue(firm, limit=9), queue(ben, limit=9)
    traffic = [side.traffic.mails if side.traffic else 0 for side in (mine.one, mine.other)]
    assert sorted(traffic) == [1, 2]
    traffic = [side.traffic.mails if side.traffic else 0 for side in (bens.one, bens.other)]
    assert sorted(traffic) == [0, 1]


def test_shared_addresses_and_lists_are_never_asked_about(firm: User, bring_in: BringIn) -> None:
    bring_in(letter(1, "info@old.example"), letter(2, OLD), letter(3, "sales@new.example"))
    assert asked(firm) == []
    assert Contact.objects.filter(is_shared=True).count() == 2


def test_a_second_address_of_a_colleague_is_asked_about_once_it_counts(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, OLD, to=(ANNS,)))
    bring_in(letter(2, OLD, to=("Ann Ahlers <a.ahlers@firm.example>",)))
    assert asked(firm) == [("same_colleague", "ann@firm.example", "a.ahlers@firm.example")]


def test_a_question_that_asks_nothing_any_more_is_gone_and_cannot_be_answered(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, OLD), letter(2, "m.voss@old.example"), letter(3, "voss@old.example"))
    first, *rest = queue(firm, limit=9)
    answer(first.question, "yes", actor=firm)
    with pytest.raises(Refused, match="answered already"):
        answer(first.question, "no", actor=firm)
    for one in rest:
        answer(one.question, "yes", actor=firm)
    assert waiting_count(firm) == 0


def test_questions_cost_the_same_however_many_there_are(firm: User, bring_in: BringIn) -> None:
    counts = []
    for many in (1, 12):
        people = [(f"p{n}.crane", f"Pia{'abcdefghijkl'[n]}o Crane") for n in range(many)]
        bring_in(
            *(
                letter(20 * many + n, f"{at}@old.example", name)
                for n, (at, name) in enumerate(people)
            ),
            *(letter(900 + n, f"x{n}@old.example", name) for n, (_, name) in enumerate(people)),
        )
        with CaptureQueriesContext(connection) as queries:
            assert len(queue(firm, limit=50)) == many
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_question_whose_addresses_are_gone_is_not_shown(firm: User, bring_in: BringIn) -> None:
    bring_in(letter(1, OLD), letter(2, "m.voss@old.example"))
    row = Question.objects.get()
    row.proposal["other"] = 999_999
    assert sides(firm, [row]) == []


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a plan of SQLite's")
def test_who_holds_an_address_mail_is_found_from_the_address_on(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, HOME), letter(2, HOME), letter(3, OLD))
    mara = Address.objects.get(address=HOME)
    with CaptureQueriesContext(connection) as queries:
        assert holders([mara.pk]) == {mara.pk: firm.pk}
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + queries.captured_queries[0]["sql"])
        steps = [step for *_, step in cursor.fetchall()]
    assert steps[0].startswith("SEARCH p USING INDEX participant_address")
