"""A few letters lead to a page, an account or a person that the reader may see."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.surfaces.web.palette.places import PLACES
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]
HTMX = {"HX-Request": "true"}


def offered(client: Client, typed: str) -> str:
    response = client.get("/palette/", {"q": typed}, headers=HTMX)
    assert response.status_code == 200
    return response.content.decode()


def test_nothing_typed_offers_every_page(cast: Cast, seen_by: Seen) -> None:
    found = offered(seen_by(cast.mia), "")
    assert found.count('role="option"') == len(PLACES)
    assert "Search all mail" not in found


def test_what_only_a_manager_does_is_offered_to_managers_alone(cast: Cast, seen_by: Seen) -> None:
    assert "Announce a price rise" in offered(seen_by(cast.mia), "announce")
    assert "Announce a price rise" not in offered(seen_by(cast.ada), "announce")


def test_accounts_come_first_then_people_pages_and_the_search(cast: Cast, seen_by: Seen) -> None:
    found = offered(seen_by(cast.ada), "a")
    places = [found.index(mark) for mark in ("account</small>", "page</small>", "Search all mail")]
    assert places == sorted(places)
    assert f"/accounts/{cast.account.pk}/" in offered(seen_by(cast.ada), "aster")
    assert "Lena Marsh" in offered(seen_by(cast.ada), "lena")


def test_a_page_is_found_by_what_it_is_for(cast: Cast, seen_by: Seen) -> None:
    assert "Bring mail in" in offered(seen_by(cast.ada), "upl")
    assert "Bring mail in" not in offered(seen_by(cast.ada), "upl xyz")


def test_what_is_typed_is_shown_and_never_run(cast: Cast, seen_by: Seen) -> None:
    assert "<img" not in offered(seen_by(cast.ada), "<img src=x>")


def test_without_script_it_leads_to_the_search(cast: Cast, seen_by: Seen) -> None:
    response = seen_by(cast.ada).get("/palette/", {"q": "aster & co"})
    assert response["Location"] == "/search/?q=aster+%26+co"


def test_it_asks_no_more_of_the_database_for_more_that_fits(cast: Cast, seen_by: Seen) -> None:
    def asked(typed: str) -> int:
        client = seen_by(cast.ada)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            offered(client, typed)
        return len(queries)

    assert asked("e") <= asked("lena") + 1
