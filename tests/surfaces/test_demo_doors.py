"""The demo's ways in: open in a demo, walls on a real ledger."""

from collections.abc import Callable

import pytest
from django.test import Client

from kith.ledger import models as m
from kith.surfaces.web.demo import entry_path
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]
MOVED, ABSENT = 302, 404


@pytest.fixture
def real_firm(cast: Cast) -> Cast:
    """The same ledger, not a demo."""
    m.Firm.objects.update(is_demo=False)
    return cast


def test_the_demos_doors_are_walls_on_a_real_ledger(real_firm: Cast, seen_by: Seen) -> None:
    anonymous = seen_by(None)
    assert anonymous.get(entry_path(real_firm.ada)).status_code == ABSENT
    signed_in = seen_by(real_firm.ada)
    assert signed_in.post(f"/demo/as/{real_firm.mia.pk}/").status_code == ABSENT
    assert signed_in.get("/demo/clear/").status_code == ABSENT
    assert signed_in.post("/demo/clear/").status_code == ABSENT
    assert m.Activity.objects.exists()
    assert "Everything is invented" not in signed_in.get("/").content.decode()


def test_an_entry_that_was_not_made_here_opens_nothing(cast: Cast, seen_by: Seen) -> None:
    assert seen_by(None).get(entry_path(cast.ada)[:-2] + "x/").status_code == ABSENT


def test_an_entry_signs_in_as_its_person(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(None)
    assert client.get(entry_path(cast.ben)).status_code == MOVED
    assert "Karl Esser" in client.get("/").content.decode()
    client.post(f"/demo/as/{cast.mia.pk}/")
    assert "Petra Volk" in client.get("/").content.decode()
