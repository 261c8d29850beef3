"""Tests that begin with the cast know nothing of each other, and others nothing of the cast."""

import pytest
from django.apps import apps
from django.test import Client

from kith.ledger import models as m
from kith.ledger.search.models import SearchEntry
from kith.ledger.search.readers import search
from tests.allow import setting_up
from tests.conftest import clear_search
from tests.surfaces.cast import ADA, Cast

MODELS = (m.Firm, m.User, m.Account, m.Activity, m.InvoiceLine, m.Finding, m.Gauge, SearchEntry)


def rows() -> list[int]:
    """How many of each there are, and how many mails the index finds."""
    reader = m.User.objects.first()
    found = len(search(reader, "agreed", limit=100).hits) if reader else 0
    return [*(model.objects.count() for model in MODELS), found]


@pytest.fixture(scope="module")
def first_seen() -> list[list[int]]:
    """What the first of them found, for the others to find as well."""
    return []


@pytest.mark.parametrize("spoils", ["rows", "names", "sign-in", "nothing"])
def test_each_begins_with_the_cast_as_it_was_written(
    cast: Cast, first_seen: list[list[int]], spoils: str
) -> None:
    first_seen.append(rows())
    assert all(first_seen[0])
    assert first_seen[-1] == first_seen[0]
    assert cast.ada.name == ADA == m.User.objects.get(pk=cast.ada.pk).name
    assert cast.ada.last_login is None
    with setting_up():
        if spoils == "rows":
            m.Finding.objects.all().delete()
            m.Account.objects.create(name="One more", sort_key="one more", guessed_name=False)
            clear_search(apps.get_app_config("ledger"))
        if spoils == "names":
            cast.ada.name = "Somebody else"
            cast.ada.save()
        if spoils == "sign-in":
            Client().force_login(cast.ada)


@pytest.mark.parametrize("time", [1, 2, 3])
def test_who_does_not_ask_for_it_begins_with_nothing(db: None, time: int) -> None:
    assert not any(rows())
