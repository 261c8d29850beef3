"""What the pages say, and to whom."""

from collections.abc import Callable

from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.ledger import models as m
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]


def test_today_says_what_to_do_and_shows_its_proof(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get("/").content.decode()
    assert "Ines Falk (Aster Dairy) writes about every 9 days; it has been 31." in page
    assert reverse("activity", args=[cast.mail.pk]) in page
    assert "Price of the seals, line 4" in page


def test_what_presses_stands_in_red_and_says_so(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get("/").content.decode()
    first, _second, third = page.split('<li class="entry')[1:4]
    assert first.startswith(" entry--pressing")  # a fifth of her year
    assert "Cannot wait" in first
    assert not third.startswith(" entry--pressing")
    assert "Cannot wait" not in third


def test_the_account_shows_both_sides_and_the_reasons(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get(f"/accounts/{cast.account.pk}/").content.decode()
    assert "Tomas Reed" in page
    assert "with <bdi>Ada Hart</bdi>, <bdi>Ben Okoro</bdi>" in page
    assert "From them" in page
    assert "How strong the contact is" in page


def test_the_mail_shows_its_words_to_its_owner(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get(reverse("activity", args=[cast.mail.pk])).content.decode()
    assert "hold last year" in page
    assert "The drawing is attached." in page


def test_a_colleague_sees_who_and_when_and_no_word(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ben).get(reverse("activity", args=[cast.mail.pk])).content.decode()
    assert "Ines Falk" in page
    assert "The words are not yours to read." in page
    assert "hold last year" not in page
    assert "Price of the seals" not in page


def test_an_account_asks_the_database_as_often_however_many_people_it_has(
    cast: Cast,
    seen_by: Seen,
    django_assert_max_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:
    client = seen_by(cast.ada)
    for account in m.Account.objects.values_list("id", flat=True):
        with django_assert_max_num_queries(28):  # two of them for the demo's bar
            assert client.get(f"/accounts/{account}/").status_code == 200
