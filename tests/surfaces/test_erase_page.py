"""Erasing a person on a page: what it says, what it asks for, and that it happens."""

from collections.abc import Callable

import pytest
from django.test import Client

from kith.ledger import models as m
from kith.pipeline.erase import work_through
from tests.allow import setting_up
from tests.surfaces.cast import Cast, build

Seen = Callable[[m.User | None], Client]
INES = "ines.falk@aster-dairy.example"
pytestmark = pytest.mark.usefixtures("home")


def path(cast: Cast) -> str:
    return f"/people/{cast.finding.contact_id}/erase/"


def test_it_says_exactly_what_goes_and_what_stays(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.mia).get(path(cast)).content.decode()
    assert INES in page
    hers = m.Participant.objects.filter(address__address=INES)
    gone = set(hers.filter(part=1).values_list("activity", flat=True))
    alone = set(hers.values_list("activity", flat=True)) - gone
    assert f"{len(gone) + len(alone)} mails that they wrote" in page
    assert "This cannot be undone" in page
    assert "in the files it was imported from, in backups" in page


@pytest.mark.parametrize("typed", ["", "ines", "somebody@else.example"])
def test_without_the_address_typed_nothing_is_erased(typed: str, cast: Cast, seen_by: Seen) -> None:
    response = seen_by(cast.mia).post(path(cast), {"typed": typed})
    assert "Nothing was erased." in response.content.decode()
    assert not m.Erasure.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_with_it_typed_it_begins_and_the_worker_ends_it(seen_by: Seen) -> None:
    with setting_up():
        cast = build()
    client = seen_by(cast.mia)
    begun = client.post(path(cast), {"typed": f" {INES.upper()} ", "also": "Inchen, "})
    assert m.Erasure.objects.get().whom["also"] == ["Inchen"]
    page = client.get(begun["Location"]).content.decode()
    assert "It is under way" in page
    assert INES not in page
    work_through()
    page = client.get(begun["Location"]).content.decode()
    assert "No import brings them back." in page
    assert not m.Address.objects.filter(address=INES).exists()
    assert not m.Finding.objects.filter(pk=cast.finding.pk).exists()
    assert client.get(path(cast)).status_code == 404
    assert "Ines Falk" not in client.get(f"/accounts/{cast.account.pk}/").content.decode()


def test_only_managers_are_offered_it(cast: Cast, seen_by: Seen) -> None:
    contact = f"/contacts/{cast.finding.contact_id}/"
    # Their own page, and what an account's page unfolds of them.
    for address in (contact, f"{contact}at/{cast.account.pk}/"):
        as_htmx = {"HX-Request": "true"} if "/at/" in address else {}
        assert path(cast) in seen_by(cast.mia).get(address, headers=as_htmx).content.decode()
        for_ada = seen_by(cast.ada).get(address, headers=as_htmx)
        assert for_ada.status_code == 200
        assert "/erase/" not in for_ada.content.decode()


def test_a_private_person_is_not_there_for_managers(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        m.Employment.objects.filter(contact=cast.finding.contact).delete()
    assert seen_by(cast.mia).get(path(cast)).status_code == 404
