"""What holds on every page: headers, errors, empty states, and a steady number of queries."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.terms.words import Role
from tests.surfaces.cast import ADA, Cast
from tests.surfaces.ledger_of import Ledger

Seen = Callable[[m.User | None], Client]


@pytest.mark.parametrize("path", ["/", "/accounts/", "/sign-in/login/", "/nowhere/"])
def test_every_answer_is_locked_down(path: str, cast: Cast, seen_by: Seen) -> None:
    response = seen_by(None if "sign-in" in path else cast.ada).get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    assert " style=" not in response.content.decode()


def test_alive_needs_no_session_and_no_query(
    db: None, django_assert_num_queries: Callable[[int], CaptureQueriesContext]
) -> None:
    with django_assert_num_queries(0):
        response = Client().get("/alive/")
    assert response.content == b"ok"


def test_static_files_carry_their_digest(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get("/").content.decode()
    assert 'href="/static/kith/mark.svg?v=' in page
    assert 'href="/kith.css?v=' in page
    assert 'src="/kith.js?v=' in page


@pytest.fixture
def newcomer(db: None) -> m.User:
    return Ledger.of("Empty", demo=False).user(ADA, Role.REPRESENTATIVE)


@pytest.mark.parametrize("path", ["/", "/accounts/"])
def test_an_empty_ledger_says_how_to_fill_it(path: str, newcomer: m.User, seen_by: Seen) -> None:
    page = seen_by(newcomer).get(path).content.decode()
    assert f"kith import mail PATH --mailbox {newcomer.email}" in page
    assert 'href="/imports/new/"' in page


def test_a_page_sent_from_elsewhere_changes_nothing_and_says_so(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.ada)
    response = client.post(f"/findings/{cast.finding.pk}/done/")
    assert response.status_code == 403
    assert "That was not done." in response.content.decode()
    assert not m.Verdict.objects.exists()


def test_what_breaks_is_said_in_our_words(
    cast: Cast, seen_by: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    client = seen_by(cast.ada)
    client.raise_request_exception = False
    monkeypatch.setattr("kith.surfaces.words.speak", broken)
    response = client.get("/")
    assert response.status_code == 500
    assert "Something broke on our side." in response.content.decode()


def test_nobody_signs_up_alone(db: None) -> None:
    assert "By invitation only" in Client().get("/sign-in/signup/").content.decode()


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.fixture
def two_sizes(cast: Cast) -> tuple[m.Account, m.Account]:
    """One account with 10 people and mails, one with 200, both with a finding of Ada's each."""
    made = []
    for number in (10, 200):
        account = cast.ledger.account(f"Size {number}", cast.ada)
        for i in range(number):
            name = f"Person {number} {i}"
            cast.ledger.contact(name, account)
            cast.ledger.mail(i % 40, name, [ADA], f"Mail {i}", "Text", held_by=cast.ada)
        made.append(account)
    cast.ledger.measure()
    return made[0], made[1]


def test_pages_ask_as_often_for_ten_rows_as_for_two_hundred(
    two_sizes: tuple[m.Account, m.Account], cast: Cast, seen_by: Seen
) -> None:
    few, many = two_sizes
    client = seen_by(cast.ada)
    queries(client, "/")  # what is looked up once a process
    for page in ("/accounts/{}/", "/accounts/{}/timeline/", "/accounts/{}/?everybody"):
        assert queries(client, page.format(few.pk)) == queries(client, page.format(many.pk)) <= 24


def asked(user: m.User, number: int) -> list[int]:
    """Queries of the lists and of Today, in a firm with so many accounts and findings."""
    client = Client()
    client.force_login(user)
    paths = (
        "/", "/accounts/", "/accounts/?sort=name", "/accounts/?q=firm", "/settings/",
        "/imports/known/people/", "/imports/known/firms/", "/imports/known/quiet/",
    )  # fmt: skip
    return [queries(client, path) for path in paths]


@pytest.fixture
def few_and_many(db: None) -> list[list[int]]:
    counts = []
    ledger = Ledger.of("Growing", demo=True)
    user = ledger.user(ADA, Role.REPRESENTATIVE)
    for number in (10, 200):
        for i in range(number):
            name = f"Firm {number} {i}"
            ledger.contact(f"{name} Buyer", ledger.account(name, user))
            for ago in (i % 90, 20, 30):
                ledger.mail(ago, f"{name} Buyer", [ADA], name, "Text", held_by=user)
        run = ledger.measure()
        for activity in m.Activity.objects.all()[:number]:
            theirs = activity.participant_set.select_related("address").get(side=2)
            assert theirs.account_id is not None
            m.Finding.objects.update_or_create(
                series="live",
                key=f"unanswered:{activity.pk}",
                defaults={
                    "run": run,
                    "kind": "unanswered",
                    "numbers": {"waiting_days": 3},
                    "claim": "fact",
                    "user": user,
                    "account_id": theirs.account_id,
                    "contact_id": theirs.address.contact_id,
                    "as_of": run.as_of,
                    "found_on": run.as_of,
                    "since": run.as_of,
                    "stake": 0,
                    "urgency": 0,
                    "rank": 0,
                    "evidence": [activity.pk],
                },
            )
        counts.append(asked(user, number))
    return counts


def test_lists_ask_as_often_for_ten_accounts_as_for_two_hundred(
    few_and_many: list[list[int]],
) -> None:
    few, many = few_and_many
    assert few == many
    assert max(many) <= 18
