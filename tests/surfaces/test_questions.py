"""The queue of questions as each of its readers meets it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.questions.given import waiting_given
from kith.ledger.questions.pairs import waiting
from kith.ledger.questions.readers import waiting_count
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.questions import ask_of, gift_of

Seen = Callable[[m.User | None], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def asked(cast: Cast) -> m.Question:
    """Put to everybody: Ines Falk and Tomas Reed of Aster Dairy."""
    return ask_of(cast.ledger, "Ines Falk", "Tomas Reed")


def page(client: Client, path: str = "/questions/") -> str:
    return client.get(path).content.decode()


def test_an_empty_queue_says_what_it_is_for(cast: Cast, seen_by: Seen) -> None:
    text = page(seen_by(cast.ada))
    assert "Nothing to ask." in text
    assert "counted as two people" in text


def test_a_question_shows_both_sides_and_what_the_reader_may_know_of_them(
    cast: Cast, asked: m.Question, seen_by: Seen
) -> None:
    text = page(seen_by(cast.ben))
    assert "Is Ines Falk one person with two addresses?" in text
    assert "ines.falk@aster-dairy.example" in text
    assert "tomas.reed@aster-dairy.example" in text
    assert "One waits for you." in text


def test_what_waits_stands_in_the_bar_of_every_page_at_one_query(cast: Cast, seen_by: Seen) -> None:
    client, counts = seen_by(cast.ada), []
    for pair in (("Ines Falk", "Tomas Reed"), ("Petra Volk", "Otto Lund")):
        ask_of(cast.ledger, *pair)
        with CaptureQueriesContext(connection) as queries:
            text = page(client, "/accounts/")
        counts.append(len(queries))
        waiting = [q for q in queries if "ledger_question" in q["sql"]]
        assert len(waiting) == 1
    assert 'class="bar__count">2<' in text
    assert counts[0] == counts[1]


def test_a_question_put_to_one_is_nobody_elses(cast: Cast, seen_by: Seen) -> None:
    ask_of(cast.ledger, "Ines Falk", "Tomas Reed", put_to=cast.ada)
    assert "Ines Falk one person" in page(seen_by(cast.ada))
    for other in (cast.ben, cast.mia):
        text = page(seen_by(other))
        assert "Ines Falk" not in text
        assert "Nothing to ask." in text


@pytest.mark.parametrize("said", ["yes", "no"])
def test_without_javascript_an_answer_leads_back_to_the_queue(
    said: str, cast: Cast, asked: m.Question, seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    response = client.post(f"/questions/{asked.pk}/{said}/")
    assert (response.status_code, response["Location"]) == (302, "/questions/")
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == (said, cast.ada)
    assert m.Merge.objects.count() == (said == "yes")
    text = page(client)
    assert "Undo" in text
    assert "Nothing to ask." in text


def test_with_htmx_the_line_and_the_counts_come_back(
    cast: Cast, asked: m.Question, seen_by: Seen
) -> None:
    ask_of(cast.ledger, "Petra Volk", "Otto Lund")
    response = seen_by(cast.ada).post(f"/questions/{asked.pk}/yes/", **HTMX)  # type: ignore[arg-type]
    text = response.content.decode()
    assert f'id="question-{asked.pk}"' in text
    assert 'id="bar-questions" class="bar__count" hx-swap-oob="true">1<' in text
    assert "One waits for you." in text
    assert "<html" not in text


def test_an_answer_taken_back_waits_again(cast: Cast, asked: m.Question, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    client.post(f"/questions/{asked.pk}/yes/")
    response = client.post(f"/questions/{asked.pk}/undo/", **HTMX)  # type: ignore[arg-type]
    assert "data-yes" in response.content.decode()
    asked.refresh_from_db()
    assert asked.answer == ""
    assert m.Merge.objects.get().undone_at is not None
    assert "One waits for you." in page(client)


def test_what_cannot_be_done_says_why(cast: Cast, asked: m.Question, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    client.post(f"/questions/{asked.pk}/no/")
    response = client.post(f"/questions/{asked.pk}/yes/")
    assert response.status_code == 409
    assert "This was answered already." in response.content.decode()
    again = client.post(f"/questions/{asked.pk}/yes/", **HTMX)  # type: ignore[arg-type]
    assert "This was answered already." in again.content.decode()


def test_a_new_employer_is_named_with_both_places(cast: Cast, seen_by: Seen) -> None:
    ask_of(cast.ledger, "Jonas Weir", "Lena Marsh", kind="new_employer")
    text = page(seen_by(cast.ada))
    assert "Has Lena Marsh moved from Brook &amp; Vane to Corvid Paper Mill?" in text


def test_a_shared_address_is_called_one_on_its_accounts_page(cast: Cast, seen_by: Seen) -> None:
    assert "shared address" not in page(seen_by(cast.ada), f"/accounts/{cast.account.pk}/")
    with setting_up():
        m.Contact.objects.filter(address__address="ines.falk@aster-dairy.example").update(
            is_shared=True
        )
    assert "shared address" in page(seen_by(cast.ada), f"/accounts/{cast.account.pk}/")


def test_the_count_in_the_bar_is_of_what_the_queue_holds(cast: Cast) -> None:
    """Its statement is composed once and asked for everybody: it counts what is theirs."""
    with setting_up():
        line = m.InvoiceLine.objects.all()[0]
        m.InvoiceLine.objects.filter(pk=line.pk).update(net=0)
        m.Question.objects.create(
            kind="free_line", key=b"line".ljust(16), asked_at=timezone.now(),
            proposal={"line": line.pk, "account": cast.account.pk},
        )  # fmt: skip
    gift_of(cast, "")
    ask_of(cast.ledger, "Ines Falk", "Tomas Reed", put_to=cast.ben)
    ask_of(cast.ledger, "Petra Volk", "Otto Lund")

    def counted() -> list[int]:
        people = (cast.ada, cast.ben, cast.mia)
        told = [waiting_count(user) for user in people]
        assert told == [waiting(user).count() + waiting_given(user).count() for user in people]
        return told

    assert counted() == [2, 2, 2]  # what was given; whom only he is asked; the managers' line
    with setting_up():
        m.AccountRelation.objects.create(
            account=cast.account, relation="private", why="said", said_by=cast.ada,
            said_at=timezone.now(),
        )  # fmt: skip
    assert counted()[0] < 2
    assert counted()[2] < 2
