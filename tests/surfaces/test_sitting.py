"""The sitting as its readers meet it: order, words, undo, many at once; and who is offered it."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.ledger.insights.readers import today
from kith.surfaces.web.sitting.context import ending
from kith.terms.words import Relation
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.sitting import ask_about, guess, sitting_of

Seen = Callable[[m.User | None], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def asked(cast: Cast) -> list[m.Account]:
    """Seven of Ada's, one guessed as each relation, the last as nothing."""
    return sitting_of(cast.ledger, cast.ada, 7)


def page(client: Client, path: str = "/who-is-who/") -> str:
    return client.get(path).content.decode()


def say(client: Client, row: m.Account, relation: str, **more: str) -> str:
    data = {"relation": relation, **more}
    return client.post(f"/who-is-who/{row.pk}/", data, **HTMX).content.decode()  # type: ignore[arg-type]


def test_the_first_card_says_what_is_guessed_and_what_speaks_for_it(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    text = page(seen_by(cast.ada))
    assert "We think a customer." in text
    assert "They order from us. 3 mails say so." in text
    assert "0 of 7" in text
    assert "firm-00.example" in text
    assert "Person 00" in text
    assert "Matter 0" in text
    assert 'value="customer" class="button button--main" data-press="c Enter"' in text
    assert "<bdi>Firm 04</bdi>" in text


def test_subjects_are_shown_as_far_as_the_reader_may_see_them(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    text = page(seen_by(cast.mia))  # a manager is asked about everybody's
    assert "Firm 00" in text
    assert "Subject not shared" in text
    assert "Matter 0" not in text


def test_a_word_brings_the_next_card_and_counts(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    text = say(seen_by(cast.ada), asked[0], "supplier", next=str(asked[1].pk))
    assert "<html" not in text
    assert "1 of 7" in text
    assert "<bdi>Firm 00</bdi>: supplier." in text
    assert f'action="/who-is-who/{asked[1].pk}/"' in text
    row = m.AccountRelation.objects.get()
    assert (row.account_id, row.relation, row.why, row.said_by) == (
        asked[0].pk, "supplier", "sitting", cast.ada,
    )  # fmt: skip


def test_x_means_noise_where_nobody_writes_and_else_private(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    with setting_up():
        m.Gauge.objects.filter(name="relation", account_id=asked[1].pk).update(
            parts={"guess": None, "reason": "list_only"}
        )
    client = seen_by(cast.ada)
    for row, aside in ((asked[0], "private"), (asked[1], "noise"), (asked[5], "noise")):
        text = page(client, f"/who-is-who/?at={row.pk}")
        assert f'value="{aside}"' in text.split('data-press="x')[0].rpartition("<button")[2]


def test_the_last_word_is_taken_back_and_its_card_returns(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    for row in asked[:2]:
        say(client, row, "noise")
    text = client.post("/who-is-who/undo/", **HTMX).content.decode()  # type: ignore[arg-type]
    assert "1 of 7" in text
    assert f'action="/who-is-who/{asked[1].pk}/"' in text
    assert "<bdi>Firm 00</bdi>: noise." in text
    assert "1 of 7" in page(client)


def test_nobody_takes_back_anothers_word(cast: Cast, asked: list[m.Account], seen_by: Seen) -> None:
    say(seen_by(cast.ada), asked[0], "supplier")
    seen_by(cast.ben).post("/who-is-who/undo/")
    assert m.AccountRelation.objects.filter(undone_at=None).count() == 1


def test_colleagues_are_asked_about_their_own(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    ask_about([cast.account], cast.ben)
    assert "Firm 00" not in page(seen_by(cast.ben))
    assert "Aster Dairy" in page(seen_by(cast.ben))
    assert "Nothing is left to say." not in page(seen_by(cast.ben))
    own_first = page(seen_by(cast.ada))
    assert "Aster Dairy" not in own_first


@pytest.mark.parametrize("junk", ["friend", "", "CUSTOMER"])
def test_junk_says_nothing(cast: Cast, asked: list[m.Account], seen_by: Seen, junk: str) -> None:
    assert "0 of 7" in say(seen_by(cast.ada), asked[0], junk, next="x")
    assert not m.AccountRelation.objects.exists()


def test_all_of_one_ending_are_told_at_once_and_taken_back(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    with setting_up():
        for row in asked[:4]:
            m.AccountDomain.objects.filter(account=row).update(domain=f"d{row.pk}.college.edu")
    client = seen_by(cast.ada)
    assert ".edu (4)" in page(client)
    data = {"ending": "edu", "relation": "partner"}
    text = client.post("/who-is-who/many/", data, **HTMX).content.decode()  # type: ignore[arg-type]
    assert "4 accounts: partner." in text
    assert "4 of 7" in text
    assert m.Audit.objects.filter(verb="say_relation").count() == 1
    client.post("/who-is-who/undo/")
    assert not m.AccountRelation.objects.filter(undone_at=None).exists()


def test_what_only_machines_write_from_is_noise_in_one_go(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    with setting_up():
        robots = [cast.ledger.account(f"Robot {n}") for n in range(3)]
    ask_about(robots, None, only_machines=True)
    client = seen_by(cast.ada)
    assert "All 3 are noise" in page(client)
    assert "Robot 0" not in page(client)
    client.post("/who-is-who/many/", {"relation": "noise"})
    assert m.AccountRelation.objects.filter(relation="noise").count() == 3
    assert "are noise" not in page(client)


@pytest.mark.parametrize(
    ("domain", "ends"),
    [
        ("college.edu", "edu"), ("dept.college.edu", "edu"), ("college.ac.uk", "ac.uk"),
        ("firm.de", "de"), ("bank.firm.de", "de"), ("a.co.jp", "co.jp"), ("local", "local"),
    ],
)  # fmt: skip
def test_an_ending_is_what_a_person_calls_so(domain: str, ends: str) -> None:
    assert ending(domain) == ends


def test_today_offers_it_above_the_five_until_it_is_done(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    client, found = seen_by(cast.ada), len(today(cast.ada))
    text = page(client, "/")
    assert text.index("First: who is who?") < text.index('class="entries"')
    assert len(today(cast.ada)) == found  # it is none of them
    say(client, asked[0], "supplier")
    assert "You have told 1 of 7." in page(client, "/")
    for row in asked[1:]:
        say(client, row, "customer")
    assert "who is who?" not in page(client, "/")
    assert "who is who?" not in page(seen_by(cast.ben), "/")


def test_managers_are_offered_what_nobody_knows_better(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    assert "0 of 7" in page(seen_by(cast.mia))
    assert "who is who?" not in page(seen_by(cast.mia), "/")  # Ada is asked
    ask_about([cast.account], None)
    assert "One organisation in your mail waits" in page(seen_by(cast.mia), "/")
    assert "who is who?" not in page(seen_by(cast.ben), "/")


def test_fifty_are_a_sitting_and_the_rest_may_wait(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        rows = sitting_of(cast.ledger, cast.ada, 53)
    client = seen_by(cast.ada)
    assert "0 of 50" in page(client)
    client.post("/who-is-who/many/", {"ending": "example", "relation": "customer"})
    client.post("/who-is-who/undo/")
    for row in rows[:50]:
        say(client, row, "customer")
    assert "50 of 53" in page(client)
    assert "who is who?" not in page(client, "/")


def test_the_bar_does_not_count_them_and_the_queue_points_there(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    text = page(seen_by(cast.ada), "/questions/")
    assert "7 organisations wait" in text
    assert "Firm 00" not in text
    assert 'id="bar-questions" class="bar__count"><' in text


def test_what_was_said_elsewhere_is_not_asked(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    client.post(f"/who-is-who/{asked[0].pk}/typed/", {"relation": "partner"})
    assert "Firm 01" in page(client)
    text = page(client, f"/accounts/{asked[0].pk}/")
    assert 'class="told told--said">partner<' in text
    assert "said Ada Hart" in text
    client.post(f"/who-is-who/{asked[0].pk}/typed/", {"relation": ""})
    assert "we think a customer" in page(client, f"/accounts/{asked[0].pk}/")


def test_findings_of_a_supplier_go_at_once(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    assert "Ines Falk" in page(client, "/")
    client.post(f"/who-is-who/{cast.account.pk}/typed/", {"relation": "supplier"})
    assert "Ines Falk" not in page(client, "/")
    assert "What to do" not in page(client, f"/accounts/{cast.account.pk}/")
    client.post(f"/who-is-who/{cast.account.pk}/typed/", {"relation": "prospect"})
    assert "Ines Falk" in page(client, "/")


@pytest.mark.parametrize("relation", ["supplier", "private"])
def test_the_managers_review_forgets_them_at_once(cast: Cast, seen_by: Seen, relation: str) -> None:
    assert "Aster Dairy" in page(seen_by(cast.mia), "/review/")
    seen_by(cast.ada).post(f"/who-is-who/{cast.account.pk}/typed/", {"relation": relation})
    assert "Aster Dairy" not in page(seen_by(cast.mia), "/review/")


def test_lists_show_what_each_is(cast: Cast, asked: list[m.Account], seen_by: Seen) -> None:
    text = page(seen_by(cast.ada), "/accounts/?sort=name")
    assert 'class="told">we think a supplier<' in text
    assert "we think noise" in text


def test_who_calls_private_what_they_hold_no_mail_of_sees_it_no_more(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    response = seen_by(cast.ben).post(f"/who-is-who/{asked[0].pk}/typed/", {"relation": "private"})
    assert response["Location"] == "/accounts/"
    assert "Firm 00" not in page(seen_by(cast.ben), "/accounts/?sort=name")
    assert "Firm 00" in page(seen_by(cast.ada), "/accounts/?sort=name")


def test_a_card_costs_as_many_queries_for_seven_as_for_two_hundred(
    cast: Cast, asked: list[m.Account], seen_by: Seen
) -> None:
    client, counts = seen_by(cast.ada), []
    say(client, asked[2], "customer")
    for more in (0, 200):
        with setting_up():
            rows = [cast.ledger.account(f"More {n}") for n in range(more)]
        for row in rows:
            guess(row, Relation.SUPPLIER)
        client.get("/")
        ask_about(rows, cast.ada)
        with CaptureQueriesContext(connection) as looked:
            page(client)
        with CaptureQueriesContext(connection) as said:
            say(client, asked[1 if more else 0], "customer")
        counts.append((len(looked), len(said)))
    assert counts[0] == counts[1], json.dumps(counts)
    assert max(counts[1]) <= 36, json.dumps(counts)
